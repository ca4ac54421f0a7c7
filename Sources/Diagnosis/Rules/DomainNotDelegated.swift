import DNS

extension Rule {
  /// The zone above does not list the domain, so nothing below it exists for anyone.
  ///
  /// Whether a registry hold, an expiry or missing name servers is behind it, only registration
  /// data can prove. When the DNS host's servers answer all the same, a hold is likely.
  static let domainNotDelegated = Rule(
    "domain-not-delegated", layer: .delegation, severity: .error,
    references: ["RFC 5731 2.3", "RFC 8020 2"],
    arguments: ["domain", "parent", "count", "servers"],
    explains: .everything(after: .delegation),
    broken: Example(delegation: .absent), fixed: Example()
  ) { evidence in
    guard evidence.delegation == .absent else { return [] }
    let denials = evidence.observations.filter { $0.role == .parent && $0.records == [] }
    let answering = evidence.observations.filter { observation in
      observation.role == .undelegated && observation.answer?.isAuthoritative == true
        && observation.answer?.records.isEmpty == false
    }
    let servers = answering.compactMap(\.server).reduce(into: [DNSName]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return [
      Draft(
        arguments: [
          "domain": .name(evidence.registrableDomain), "parent": .name(evidence.parent),
          "count": .count(servers.count), "servers": .names(servers),
        ], evidence: denials + answering)
    ]
  }
}
