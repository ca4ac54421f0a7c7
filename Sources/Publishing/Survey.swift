public import DNS
public import Diagnosis
public import Playbook

/// What a look at a domain shows before anything is added: where its records are edited, and what
/// stands there already.
public struct Survey: Sendable {
  /// How a DNS host was recognised.
  public enum Basis: String, Sendable {
    /// The zone above names its servers.
    case delegation
    /// Nothing is delegated; its servers answer all the same.
    case answers
    /// The zone's SOA record names it.
    case soa
  }

  /// The zone to edit.
  public let zone: DNSName
  /// What the zone above does with the domain.
  public let delegation: Evidence.Delegation
  /// The servers that the zone above names.
  public let nameServers: [DNSName]
  /// The hosts that the servers belong to, the one with most of them first.
  public let hosts: [DNSHost]
  /// How they were recognised.
  public let basis: Basis
  private let evidence: Evidence

  /// What the evidence says; resolvers need not have been asked for it.
  public init(_ evidence: Evidence, hosts known: [DNSHost]) {
    self.evidence = evidence
    zone = evidence.zone
    delegation = evidence.delegation
    nameServers = evidence.nameServers.map(\.name)
    let delegated = DNSHost.all(nameServers, among: known)
    let answering = DNSHost.all(Self.answering(evidence), among: known)
    if !delegated.isEmpty {
      (hosts, basis) = (delegated, .delegation)
    } else if !answering.isEmpty {
      (hosts, basis) = (answering, .answers)
    } else {
      (hosts, basis) = (DNSHost.all(Self.named(evidence), among: known), .soa)
    }
  }

  /// What stands where a planned record belongs; nil when nobody could tell.
  public func standing(of record: PlannedRecord) -> Standing? {
    Standing(of: Question(record.name, record.type), in: evidence)
  }

  /// Servers of DNS hosts that hold the zone although nothing is delegated to them.
  private static func answering(_ evidence: Evidence) -> [DNSName] {
    guard evidence.delegation == .absent else { return [] }
    let speaking = evidence.observations.filter { observation in
      observation.role == .undelegated && observation.answer?.isAuthoritative == true
    }
    return speaking.compactMap(\.server).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The primary server and the mailbox that the zone's SOA names: companies give a host's servers
  /// names of their own, and the mailbox tells whose they are.
  private static func named(_ evidence: Evidence) -> [DNSName] {
    let records = evidence.observations(.authoritative, Question(evidence.zone, .soa))
      .flatMap { $0.answer?.records ?? [] }
    for record in records {
      if case .soa(let soa) = record.data { return [soa.mailbox, soa.primary] }
    }
    return []
  }
}
