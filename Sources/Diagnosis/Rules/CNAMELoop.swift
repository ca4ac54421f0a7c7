import DNS

extension Rule {
  /// The aliases at the record's name lead back to where they came from.
  static let cnameLoop = Rule(
    "cname-loop", layer: .records, severity: .error, references: ["RFC 1034 3.6.2"],
    arguments: ["name", "chain"],
    explains: .sameRecord(absences.union(["dkim-is-alias"])),
    broken: Example(
      without: "_dmarc",
      adding: """
        _dmarc CNAME policy
        policy CNAME _dmarc
        """), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let looping = evidence.observations(.authoritative, record.question).filter {
        $0.alias?.ending == .loop
      }
      guard let chain = looping.first?.alias?.names else { return nil }
      return Draft(
        record: record, arguments: ["name": .name(record.name), "chain": .names(chain)],
        evidence: looping)
    }
  }

  /// The findings that say in one way or another that a record is not there.
  static let absences: Set<FindingID> = [
    "record-missing", "spf-missing", "dkim-missing", "dmarc-missing", "mx-missing",
  ]
}
