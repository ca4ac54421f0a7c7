import DNS

extension Rule {
  /// No server of the zone above gave a usable answer.
  static let delegationUnknown = Rule(
    "delegation-unknown", layer: .delegation, severity: .info, isUnknown: true,
    references: [], arguments: ["domain", "parentServers", "rcodes"],
    explains: .everything(after: .delegation),
    broken: Example(delegation: .unknown), fixed: Example()
  ) { evidence in
    let asked = evidence.observations.filter { $0.role == .parent }
    // Nobody is asked about what is no domain name.
    guard evidence.delegation == .unknown, evidence.typedFault == nil else { return [] }
    return [
      Draft(
        arguments: [
          "domain": .name(evidence.registrableDomain),
          "parentServers": .servers(asked.map(\.serverAsked)),
          "rcodes": .texts(Set(asked.compactMap(\.answer?.code.name)).sorted()),
        ],
        evidence: asked)
    ]
  }
}
