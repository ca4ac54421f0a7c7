import DNS

extension Rule {
  /// An expected record's answer is too long for UDP, and the server has no working TCP.
  static let tcpBroken = Rule(
    "tcp-broken", layer: .servers, severity: .error, references: ["RFC 7766 5"],
    arguments: ["zone", "servers", "count", "name", "type"],
    explains: .sameRecord(["record-unknown"]),
    broken: Example(secondServer: .withoutTCP), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let cut = evidence.observations(.authoritative, record.question).filter {
        $0.outcome == .failed("cutOff")
      }
      guard !cut.isEmpty else { return nil }
      return Draft(
        record: record,
        arguments: [
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "servers": .servers(cut.map(\.serverAsked)), "count": .count(cut.count),
          "name": .name(record.name), "type": .text(record.type.name),
        ], evidence: cut)
    }
  }
}
