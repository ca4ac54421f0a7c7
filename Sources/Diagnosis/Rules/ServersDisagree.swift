import DNS

extension Rule {
  /// Servers of one delegation give different answers, so what a receiver sees is a matter of luck.
  static let serversDisagree = Rule(
    "servers-disagree", layer: .servers, severity: .error,
    references: ["RFC 1034 4.3.5"],
    arguments: ["name", "type", "zone", "servers", "otherServers", "missingOn"],
    explains: .sameRecord([
      "record-mismatch", "spf-multiple", "target-missing-dot", "answer-stale-cached",
    ]),
    broken: Example(second: "@ TXT \"v=spf1 -all\""), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let heard = evidence.authoritativeStates(of: record).filter { $0.state != .unknown }
      let best: RecordState = heard.contains { $0.state == .match } ? .match : .mismatch
      let right = heard.filter { $0.state == best }.map(\.observation)
      let wrong = heard.filter { $0.state != best }.map(\.observation)
      let without = heard.filter { $0.state == .missing }.map(\.observation)
      guard !right.isEmpty, !wrong.isEmpty else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "missingOn": .servers(without.map(\.serverAsked)),
          "servers": .servers(right.map(\.serverAsked)),
          "otherServers": .servers(wrong.map(\.serverAsked)),
        ], evidence: right + wrong)
    }
  }
}
