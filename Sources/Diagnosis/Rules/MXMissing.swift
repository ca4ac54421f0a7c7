extension Rule {
  /// There is no MX record at the sender name.
  static let mxMissing = Rule(
    "mx-missing", layer: .mailAuth, severity: .error, references: ["RFC 5321 5.1"],
    arguments: ["name", "type", "expected", "host"],
    broken: Example(without: "MX"), fixed: Example()
  ) { evidence in
    evidence.missing(.mx).map { record, observations in
      Draft(
        record: record, arguments: record.additionArguments(in: evidence), evidence: observations)
    }
  }
}
