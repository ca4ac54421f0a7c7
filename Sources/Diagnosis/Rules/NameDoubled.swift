import DNS

extension Rule {
  /// The record stands at its full name with the zone behind it once more.
  ///
  /// A console that completes names (RFC 1035 §5.1) was given the full name without its final dot.
  static let nameDoubled = Rule(
    "name-doubled", layer: .records, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "type", "foundName", "zone", "host"],
    explains: .sameRecord(Rule.absences),
    broken: Example(
      without: "_domainkey",
      adding: #"qcloud._domainkey.example.com TXT "v=DKIM1; k=rsa; p=\#(Example.key)""#),
    fixed: Example()
  ) { evidence in
    evidence.expected(.missing).compactMap { record, _ in
      guard let doubled = evidence.doubledQuestion(for: record) else { return nil }
      let moved = record.moved(to: doubled)
      let found = evidence.authoritativeStates(of: moved).filter { $0.state == .match }
      guard !found.isEmpty else { return nil }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "foundName": .name(doubled.name), "zone": .name(evidence.zone),
          "host": .text(record.name.hostLabel(in: evidence.zone)),
        ], evidence: found.map(\.observation))
    }
  }
}
