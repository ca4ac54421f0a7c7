import DNS

extension Rule {
  /// The zone above names other servers than a resolver still remembers: the change has not reached
  /// everybody.
  static let delegationChanging = Rule(
    "delegation-changing", layer: .delegation, severity: .warning,
    references: ["RFC 1034 4.2.2", "RFC 2181 5.4.1"],
    arguments: ["domain", "newServers", "oldServers", "resolvers", "waitSeconds"],
    explains: .findings(["answer-negative-cached", "answer-stale-cached", "service-value-stale"]),
    broken: Example(
      cache: Example.healthyZone + "\n@ 7200 NS ns1.old.example.\n@ 7200 NS ns2.old.example."),
    fixed: Example()
  ) { evidence in
    let domain = evidence.registrableDomain
    let question = Question(domain, .ns)
    guard evidence.delegation == .present,
      let zone = evidence.zones.first(where: { $0.name == domain })
    else { return [] }
    let parent = Set(zone.nameServers.map(\.name))
    // Resolvers give the zone's own list, which may name other servers for good.
    let child = Set(evidence.observations(.authoritative, question).flatMap(\.targets))
    let behind = evidence.observations(.resolver, question).filter { observation in
      !Set(observation.targets).subtracting(parent).subtracting(child).isEmpty
    }
    guard !behind.isEmpty else { return [] }
    let old = Set(behind.flatMap(\.targets)).subtracting(parent).subtracting(child)
    let wait = behind.flatMap(\.ownRecords).map { Int($0.ttl) }.max() ?? 0
    return [
      Draft(
        arguments: [
          "domain": .name(domain), "newServers": .names(parent.sorted()),
          "oldServers": .names(old.sorted()), "resolvers": .servers(behind.map(\.serverAsked)),
          "waitSeconds": .seconds(wait),
        ], evidence: behind)
    ]
  }
}

extension Observation {
  /// The names that the records of the answer point to.
  fileprivate var targets: [DNSName] { ownRecords.compactMap(\.target) }
}
