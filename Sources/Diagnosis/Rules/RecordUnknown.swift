import DNS

extension Rule {
  /// No server of the zone gave an answer that counts, so nothing is said of the record.
  static let recordUnknown = Rule(
    "record-unknown", layer: .records, severity: .info, isUnknown: true, references: [],
    arguments: ["name", "type", "servers", "rcodes"],
    broken: Example(serversAnswer: false), fixed: Example()
  ) { evidence in
    guard evidence.delegation == .present else { return [] }
    return evidence.expected.compactMap { record in
      let states = evidence.authoritativeStates(of: record)
      guard states.allSatisfy({ $0.state == .unknown }) else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "servers": .servers(
            states.isEmpty
              ? evidence.nameServers.map { Server(name: $0.name) }
              : states.map(\.observation.serverAsked)),
          "rcodes": .texts(Set(states.compactMap(\.observation.answer?.code.name)).sorted()),
        ], evidence: evidence.observations(.authoritative, record.question))
    }
  }
}
