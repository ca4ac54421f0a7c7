import DNS
import Foundation

/// How a domain stands, judged from the answers of its registry and from the DNS.
///
/// What is not proven is not in `status`: without an answer of the registry, a missing delegation
/// gives `unknown`, and `possible` says what the DNS leaves open.
public struct RegistrationVerdict: Hashable, Sendable, Codable {
  /// The registrable domain.
  public let domain: DNSName
  /// How it stands.
  public private(set) var status = RegistrationStatus.unknown
  /// Which part of the status applies.
  public private(set) var phase: RegistrationPhase?
  /// Where the status was learned.
  public private(set) var source = RegistrationSource.dns
  /// The registry's own words, in the order given.
  public private(set) var codes: [EPPStatus] = []
  /// What the DNS leaves open when the status is unknown, in no order of likelihood.
  public private(set) var possible: [RegistrationStatus] = []
  /// What may be behind the status, the likeliest first; never proven.
  public private(set) var reasons: [RegistrationReason] = []
  /// The duties of the owner that show in this way; the texts and times are those of `IdentityRule`.
  public private(set) var rules: [IdentityRule.ID] = []
  /// The servers that stand in for the owner's, when the domain is delegated to such.
  public private(set) var standIn: StandInServers?
  /// Whether registry and parent zone tell the same story; nil when one of them says nothing.
  ///
  /// A hold that was set or lifted minutes ago can still look the other way in the DNS.
  public private(set) var agreesWithDNS: Bool?
  /// Whom the owner must ask.
  public private(set) var registrar: Registrar?
  /// The name servers that the registry holds.
  public private(set) var registryServers: [DNSName] = []
  /// When the term ends or ended.
  public private(set) var expiresOn: RegistrationDate?
  /// When the registration was changed last.
  public private(set) var changedOn: RegistrationDate?
  /// When the domain was registered.
  public private(set) var registeredOn: RegistrationDate?
  /// Of when the registry's data are, as it says itself.
  public private(set) var dataOf: RegistrationDate?
  /// The host from whose answer the status was learned; nil when it was from none.
  public private(set) var server: String?
  /// When that host was asked.
  public private(set) var askedAt: Date?
  /// Why the registry's answer is missing, when it is: of the last service asked.
  public private(set) var failure: RegistrationFailure?
  /// The hosts that were asked, in this order; they learned the domain's name and nothing else.
  public private(set) var servers: [String] = []

  /// Judges; `now` decides what is past.
  public init(
    domain: DNSName, answers: [RegistrationAnswer], dns: DelegationFacts, now: Date
  ) {
    self.domain = domain
    servers = answers.map(\.server).filter { !$0.isEmpty }
    let registry = answers.filter { $0.speaker == .registry }
    if let answer = registry.first(where: { $0.data != nil }), let data = answer.data {
      learn(from: answer)
      take(data, answers.first { $0.speaker == .registrar }?.data)
      judge(data, dns, now)
    } else if let answer = registry.first(where: { $0.result == .notFound }) {
      learn(from: answer)
      judgeAbsence(dns)
    } else {
      failure = registry.last?.failure
      judgeAlone(dns)
    }
    let bound = IdentityRule.rules(for: domain, registrarCountry: registrar?.country)
    rules = bound.filter(shows).map(\.id)
    reasons = Self.reasons(status, phase, standIn, rules: rules)
  }

  /// Who can lift the status and what has to happen first; nil when it needs no lifting.
  public var remedy: StatusRemedy? {
    guard status != .active || phase == .renewalGrace else { return nil }
    return StatusRemedy.all.first { codes.contains($0.status) }
  }

  /// Who can bring the domain back into the DNS; nil when nobody can, or when it is there.
  public var liftedBy: RegistrationParty? {
    switch status {
    case .registryHold: .registry
    case .registrarHold: .registrar
    case .suspended: standIn?.kind == .parked ? .owner : .registrar
    case .expired: phase == .deletePending ? nil : remedy?.liftedBy ?? .registrar
    case .pending: remedy?.liftedBy ?? .registry
    case .notDelegated: phase == .notPublished ? .registry : .owner
    case .notRegistered: .owner
    case .active, .unknown: nil
    }
  }

  /// Whether the service knows no such domain although the zone above lists it: it is not the one
  /// that is responsible.
  public var isContradicted: Bool { status == .unknown && agreesWithDNS == false }

  private mutating func learn(from answer: RegistrationAnswer) {
    source = answer.source
    server = answer.server
    askedAt = answer.askedAt
  }

  private mutating func take(_ data: RegistrationData, _ own: RegistrationData?) {
    codes = data.statuses
    registrar = data.registrar ?? own?.registrar
    // The registrar knows best where it is.
    if registrar?.country == nil { registrar?.country = own?.registrar?.country }
    registryServers = data.nameServers
    expiresOn = data[.expiration] ?? data[.registrarExpiration]
    changedOn = data[.lastChanged]
    registeredOn = data[.registration]
    dataOf = data[.databaseUpdate]
  }

  private func shows(_ rule: IdentityRule) -> Bool {
    switch status {
    case .registryHold, .registrarHold, .pending, .notDelegated:
      rule.symptoms.contains(where: codes.contains)
    case .suspended: standIn?.reason == .contactUnverified && rule.id == .icannEmail
    case .active, .expired, .notRegistered, .unknown: false
    }
  }
}

extension RegistrationVerdict {
  /// The registry has the domain.
  private mutating func judge(_ data: RegistrationData, _ dns: DelegationFacts, _ now: Date) {
    let isPast = expiresOn?.isPast(at: now) ?? false
    let isStopped = codes.contains(where: \.stopsResolution)
    if let denied = dns.parentDenies { agreesWithDNS = denied == isStopped }
    // Statuses of a deleted domain come first: holds go with them.
    if codes.contains(.pendingRestore) {
      // No source says whether such a domain is published.
      agreesWithDNS = nil
      return set(.expired, .restorePending)
    }
    if codes.contains(.redemptionPeriod) { return set(.expired, .redemption) }
    // RFC 3915 §3.1: alone, it means that the time for restoring is over.
    if codes.contains(.pendingDelete) { return set(.expired, .deletePending) }
    if isJapanese, codes.contains(.suspendedByJPRS) {
      agreesWithDNS = dns.parentDenies
      return set(.expired, .redemption)
    }
    if codes.contains(.serverHold) { return set(.registryHold) }
    if codes.contains(.clientHold) {
      return isPast ? set(.expired, .grace) : set(.registrarHold)
    }
    if codes.contains(.pendingCreate) { return set(.pending, .create) }
    let servers = dns.parentDenies == nil ? data.nameServers : dns.delegatedServers
    standIn = StandInServers.entry(for: servers)
    if standIn != nil { return isPast ? set(.expired, .grace) : set(.suspended) }
    if codes.contains(.pendingVerification) {
      agreesWithDNS = nil
      return set(.pending, .identityReview)
    }
    switch dns.parentDenies {
    case true?:
      let hasNone = data.nameServers.isEmpty || codes.contains(.inactive)
      if isPast || hasNone { agreesWithDNS = true }
      if isPast { return set(.expired, .grace) }
      set(.notDelegated, hasNone ? .noNameServers : .notPublished)
    case nil where codes.contains(.inactive):
      set(.notDelegated, .noNameServers)
    case nil where data.nameServers.isEmpty:
      // Some services leave the servers out; only the DNS could tell.
      possible = [.active, .notDelegated]
    case false?, nil:
      if isPast || codes.contains(.autoRenewPeriod) { return set(.active, .renewalGrace) }
      let isEnding = isJapanese && codes.contains(.toBeSuspendedByJPRS)
      set(.active, isEnding ? .deletionRequested : nil)
    }
  }

  /// The service has no such domain; it may be the wrong one, so the DNS must agree.
  private mutating func judgeAbsence(_ dns: DelegationFacts) {
    switch dns.parentDenies {
    case true?:
      agreesWithDNS = true
      set(.notRegistered)
    case false?:
      agreesWithDNS = false
      possible = [.active]
    case nil:
      possible = [.notRegistered]
    }
  }

  /// The registry said nothing.
  private mutating func judgeAlone(_ dns: DelegationFacts) {
    switch dns.parentDenies {
    case false?:
      // A delegation is the registry's own word that the domain is registered and in the DNS.
      standIn = StandInServers.entry(for: dns.delegatedServers)
      set(standIn == nil ? .active : .suspended)
    case true?:
      possible = [.registryHold, .registrarHold, .expired, .pending, .notDelegated]
      // A host that has the zone had a reason to take it in; a free name would be odd.
      if !dns.hostServersAnswer { possible.append(.notRegistered) }
    case nil:
      break
    }
  }

  private mutating func set(_ status: RegistrationStatus, _ phase: RegistrationPhase? = nil) {
    self.status = status
    self.phase = phase
  }

  private var isJapanese: Bool {
    domain.labels.last.map { String(decoding: $0, as: UTF8.self).lowercased() } == "jp"
  }
}

extension EPPStatus {
  /// JPRS: deleted, and restorable from the 1st to the 20th of the month; not a status of EPP.
  static let suspendedByJPRS = EPPStatus("Suspended")
  /// JPRS: deletion was asked for and comes at the end of the month; not a status of EPP.
  static let toBeSuspendedByJPRS = EPPStatus("ToBeSuspended")
}
