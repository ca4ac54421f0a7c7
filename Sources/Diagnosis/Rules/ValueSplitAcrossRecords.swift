import DNS

extension Rule {
  /// The parts of a long value stand in records of their own instead of in one record's strings.
  static let valueSplitAcrossRecords = Rule(
    "value-split-across-records", layer: .content, severity: .error,
    references: ["RFC 6376 3.6.2.2", "RFC 7208 3.3"],
    arguments: ["name", "values", "count", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage.union(["dkim-multiple"])),
    broken: Example(
      without: "_domainkey",
      adding: """
        qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\(Example.key.prefix(100))"
        qcloud._domainkey TXT "\(Example.key.dropFirst(100))"
        """), fixed: Example()
  ) { evidence in
    evidence.expected.filter { $0.type == .txt }.compactMap { record in
      let heard = evidence.authoritativeStates(of: record).filter { $0.state != .unknown }
      guard !heard.contains(where: { $0.state == .match }) else { return nil }
      let split = heard.map { ($0.observation, record.parts(among: $0.observation)) }
        .filter { !$0.1.isEmpty }
      guard let parts = split.first?.1 else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "values": .texts(parts), "count": .count(parts.count),
          "expected": .text(record.value.isEmpty ? parts.joined() : record.shownValue),
          "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: split.map(\.0))
    }
  }
}
