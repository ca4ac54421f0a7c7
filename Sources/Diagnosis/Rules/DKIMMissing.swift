extension Rule {
  /// There is no key at the selector that the mail service signs with.
  static let dkimMissing = Rule(
    "dkim-missing", layer: .mailAuth, severity: .error, references: ["RFC 6376 6.1.2"],
    arguments: ["name", "type", "expected", "host", "selector", "domain"],
    broken: Example(without: "_domainkey"), fixed: Example()
  ) { evidence in
    evidence.missing(.dkim).map { record, observations in
      var arguments = record.additionArguments(in: evidence)
      arguments["selector"] = .text(record.name.selector)
      arguments["domain"] = .name(record.name.signingDomain)
      return Draft(record: record, arguments: arguments, evidence: observations)
    }
  }
}
