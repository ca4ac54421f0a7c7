import DNS

extension Rule {
  /// The answer for the record's name is that for any name beside it: a wildcard's.
  static let wildcardMasksRecord = Rule(
    "wildcard-masks-record", layer: .records, severity: .error,
    references: ["RFC 4592 2.2.1", "RFC 1034 4.3.3"],
    arguments: ["name", "type", "wildcard", "observed", "expected", "hostLabel"],
    explains: .sameRecord(
      consequencesOfDamage.union([
        "dkim-multiple", "dkim-is-alias", "cname-blocks-record", "cname-dangling",
        "value-of-other-record",
      ])),
    broken: Example(without: "_dmarc", adding: #"* TXT "v=spf1 -all""#), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let heard = evidence.authoritativeStates(of: record)
      guard !heard.contains(where: { $0.state == .match }) else { return nil }
      let masked = heard.map(\.observation).filter { evidence.wildcard(of: $0) != nil }
      guard let first = masked.first, let wildcard = evidence.wildcard(of: first) else {
        return nil
      }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "wildcard": .name(wildcard), "observed": .texts(first.ownRecords.map(RecordText.of)),
          "expected": .text(record.shownValue), "hostLabel": .text(record.hostLabel(in: evidence)),
        ], evidence: masked)
    }
  }
}
