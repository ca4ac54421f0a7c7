extension Rule {
  /// There is no key at the selector that the mail service signs with.
  static let dkimMissing = Rule(
    "dkim-missing", layer: .mailAuth, severity: .error, references: ["RFC 6376 6.1.2"],
    arguments: ["name", "type", "expected", "host"],
    broken: Example(without: "_domainkey"), fixed: Example()
  ) { evidence in
    evidence.missing(.dkim).map { record, observations in
      Draft(
        record: record, arguments: record.additionArguments(in: evidence), evidence: observations)
    }
  }
}
