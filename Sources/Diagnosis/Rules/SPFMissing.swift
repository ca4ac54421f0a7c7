extension Rule {
  /// No TXT record at the sender name is an SPF record.
  static let spfMissing = Rule(
    "spf-missing", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.5"],
    arguments: ["name", "type", "expected", "host"],
    broken: Example(without: "spf1"), fixed: Example()
  ) { evidence in
    evidence.missing(.spf).map { record, observations in
      Draft(
        record: record, arguments: record.additionArguments(in: evidence), evidence: observations)
    }
  }
}
