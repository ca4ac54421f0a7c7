extension Rule {
  /// No TXT record at `_dmarc` below the sender name is a DMARC record.
  static let dmarcMissing = Rule(
    "dmarc-missing", layer: .mailAuth, severity: .error, references: ["RFC 9989 4.10"],
    arguments: ["name", "type", "expected", "host"],
    broken: Example(without: "_dmarc"), fixed: Example()
  ) { evidence in
    evidence.missing(.dmarc).map { record, observations in
      Draft(
        record: record, arguments: record.additionArguments(in: evidence), evidence: observations)
    }
  }
}
