import DNS

extension Rule {
  /// The zone above names other servers for the domain than the domain's own servers do.
  static let delegationMismatch = Rule(
    "delegation-mismatch", layer: .delegation, severity: .warning, references: ["RFC 1034 4.2.2"],
    arguments: [
      "domain", "parent", "parentServers", "childServers", "onlyParent", "onlyChild",
      "onlyParentCount", "onlyChildCount",
    ],
    broken: Example(
      adding: """
        @ NS f1g1ns1.dnspod.net.
        @ NS old.parked.example.
        """), fixed: Example()
  ) { evidence in
    let domain = evidence.registrableDomain
    guard let zone = evidence.zones.first(where: { $0.name == domain }) else { return [] }
    let parent = Set(zone.nameServers.map(\.name))
    let said = evidence.observations(.authoritative, Question(domain, .ns)).filter {
      $0.answer?.isAuthoritative == true && $0.records?.isEmpty == false
    }
    let child = Set(said.flatMap { $0.records ?? [] }.compactMap(\.target))
    guard !child.isEmpty, child != parent else { return [] }
    let onlyParent = parent.subtracting(child).sorted()
    let onlyChild = child.subtracting(parent).sorted()
    return [
      Draft(
        arguments: [
          "domain": .name(domain), "parent": .name(evidence.parent),
          "parentServers": .names(parent.sorted()), "childServers": .names(child.sorted()),
          "onlyParent": .names(onlyParent), "onlyChild": .names(onlyChild),
          "onlyParentCount": .count(onlyParent.count), "onlyChildCount": .count(onlyChild.count),
        ], evidence: said)
    ]
  }
}
