import DNS

extension Rule {
  /// The record stands at its name without the underscores, which some forms refuse.
  static let nameUnderscoreLost = Rule(
    "name-underscore-lost", layer: .records, severity: .error,
    references: ["RFC 8552 1.1", "RFC 6376 3.6.2.1"],
    arguments: ["name", "type", "foundName", "host", "hostLabel"],
    explains: .sameRecord(Rule.absences),
    broken: Example(without: "_dmarc", adding: #"dmarc TXT "v=DMARC1; p=none""#), fixed: Example()
  ) { evidence in
    evidence.misplaced(.underscoreLost).map { record, name, observations in
      evidence.misplacement(
        of: record, at: name, observations,
        ["host": .text(evidence.hostDomains.first ?? evidence.zone.withoutFinalDot)])
    }
  }
}
