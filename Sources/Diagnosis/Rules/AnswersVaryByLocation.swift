import DNS

extension Rule {
  /// A server answers otherwise on behalf of another place, so that the mail service may not see
  /// what is seen here.
  static let answersVaryByLocation = Rule(
    "answers-vary-by-location", layer: .servers, severity: .warning, references: ["RFC 7871 7.2.1"],
    arguments: ["name", "type", "answers", "line", "servers", "here"],
    broken: Example(distant: "@ TXT \"v=spf1 -all\""), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let near = evidence.observations(.authoritative, record.question)
      let apart = evidence.observations(.distant, record.question).filter { observation in
        let own = near.filter { $0.address == observation.address }
          .map { record.state(in: $0) }
        let there = record.state(in: observation)
        return there != .unknown && own.contains { $0 != .unknown && $0 != there }
      }
      guard !apart.isEmpty else { return nil }
      let here = near.first { observation in
        apart.contains { $0.address == observation.address }
      }
      let places = apart.compactMap(\.subnet).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let state = here.map { record.state(in: $0) } ?? .unknown
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "answers": .texts(apart.map { "\($0.subnet ?? ""): \($0.valuesText)" }),
          "line": .text(places.joined(separator: ", ")),
          "servers": .servers(
            apart.map(\.serverAsked).reduce(into: []) {
              if !$0.contains($1) { $0.append($1) }
            }),
          "here": .text(state == .match ? "right" : "wrong"),
        ], evidence: apart + [here].compactMap { $0 })
    }
  }
}
