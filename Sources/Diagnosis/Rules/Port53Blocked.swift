import DNS

extension Rule {
  /// Servers that have nothing to do with the domain do not answer on port 53 either, while the
  /// network works: something here lets no DNS out.
  static let port53Blocked = Rule(
    "port53-blocked", layer: .caches, severity: .info, isUnknown: true,
    references: [],
    arguments: ["transports", "fallback", "servers"],
    explains: .findings(["delegation-unknown", "record-unknown"]),
    broken: Example(delegation: .unknown, network: .blocked), fixed: Example()
  ) { evidence in
    guard evidence.isCutOffFromServers, evidence.isOnline else { return [] }
    let silent = evidence.observations.filter { $0.role == .parent }
    return [
      Draft(
        arguments: [
          "transports": .texts(["UDP", "TCP"]),
          "fallback": .text(evidence.ownResolverAnswers ? "resolver" : "none"),
          "servers": .servers(silent.map(\.serverAsked)),
        ], evidence: silent)
    ]
  }
}
