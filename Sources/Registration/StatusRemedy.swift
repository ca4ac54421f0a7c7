/// Who can do something about a domain.
public enum RegistrationParty: String, Hashable, Sendable, Codable, CaseIterable {
  /// The person or company whose domain it is.
  case owner
  /// The company through which it is registered.
  case registrar
  /// The keeper of the top-level domain.
  case registry
}

/// Who lifts a status, who has to act first, and how long it usually takes.
public struct StatusRemedy: Hashable, Sendable, Codable {
  /// Which status.
  public let status: EPPStatus
  /// Who can take the status away; nil when nobody can.
  public let liftedBy: RegistrationParty?
  /// Who has to act first; nil when waiting is all that is left.
  public let actor: RegistrationParty?
  /// From that act, or from the beginning of the status when nobody has to act, to the end.
  public let takes: UsualTime?
  /// For how long restoring is possible, where there is such a limit.
  public let window: UsualTime?

  /// The remedy for `status`; nil for a status that keeps nothing out of the DNS.
  public static func remedy(for status: EPPStatus) -> StatusRemedy? {
    all.first { $0.status == status }
  }

  /// In the order in which statuses decide when several are set.
  static let all: [StatusRemedy] = [
    .init(.pendingRestore, liftedBy: .registry, actor: nil),
    .init(
      .redemptionPeriod, liftedBy: .registry, actor: .owner, window: .days(30...30, .documented)),
    .init(.pendingDelete, liftedBy: nil, actor: nil, takes: .days(5...5, .documented)),
    .init(
      .serverHold, liftedBy: .registry, actor: .registrar,
      takes: .workingDays(1...2, .documented)),
    .init(.clientHold, liftedBy: .registrar, actor: .owner),
    .init(.pendingCreate, liftedBy: .registry, actor: nil),
    .init(
      .pendingVerification, liftedBy: .registry, actor: .owner,
      takes: .workingDays(1...5, .documented)),
    .init(.inactive, liftedBy: .owner, actor: .owner),
    .init(.autoRenewPeriod, liftedBy: .registrar, actor: .owner),
  ]

  private init(
    _ status: EPPStatus, liftedBy: RegistrationParty?, actor: RegistrationParty?,
    takes: UsualTime? = nil, window: UsualTime? = nil
  ) {
    self.status = status
    self.liftedBy = liftedBy
    self.actor = actor
    self.takes = takes
    self.window = window
  }
}
