/// What may be behind a status, the likeliest first; registries do not publish the reason itself.
public enum RegistrationReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The owner's real name is not verified (Chinese registrars, CNNIC).
  case realName = "real-name"
  /// The name itself is under review (.top).
  case nameReview = "name-review"
  /// The owner's contact data are not confirmed (ICANN).
  case contactUnverified = "contact-unverified"
  /// The registry waits for documents (PANDI).
  case documents
  /// Something is not paid.
  case payment
  /// The term is over.
  case expired
  /// A dispute or an order of a court.
  case dispute
  /// Abuse was reported.
  case abuse
  /// No name servers are set.
  case noNameServers = "no-name-servers"
  /// A change is too young to be published.
  case recentChange = "recent-change"
  /// Nothing tells.
  case notStated = "not-stated"
}

extension RegistrationVerdict {
  /// Reasons that fit the status; `rules` are those that bind this owner and show in this way.
  static func reasons(
    _ status: RegistrationStatus, _ phase: RegistrationPhase?, _ standIn: StandInServers?,
    rules: [IdentityRule.ID]
  ) -> [RegistrationReason] {
    let identity = rules.compactMap(reason)
    switch status {
    case .registryHold: return identity + [.dispute, .payment, .abuse]
    case .registrarHold: return identity + [.payment, .dispute, .abuse]
    case .suspended:
      return switch standIn?.reason {
      case .contactUnverified: [.contactUnverified]
      case .expired: [.expired]
      case .notStated, nil: [.notStated]
      }
    case .expired: return [.expired]
    case .pending: return identity.isEmpty ? [.notStated] : identity
    case .notDelegated:
      return phase == .notPublished ? [.recentChange, .notStated] : identity + [.noNameServers]
    case .active, .notRegistered, .unknown: return []
    }
  }

  private static func reason(_ id: IdentityRule.ID) -> RegistrationReason? {
    switch id {
    case .chineseRealName: .realName
    case .topNameReview: .nameReview
    case .icannEmail: .contactUnverified
    case .idDocuments: .documents
    case .koreanAddress, .japaneseAddress: nil
    }
  }
}
