import DNS

extension Rule {
  /// The backslashes of a zone file are part of the data.
  static let valueEscaped = Rule(
    "value-escaped", layer: .content, severity: .error, references: ["RFC 1035 5.1"],
    arguments: ["name", "observed", "offsets", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(without: "_dmarc", adding: #"_dmarc TXT "v=DMARC1\\; p=none""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight && !$0.text.escapes.isEmpty }.map { meant in
      evidence.draft(meant, ["offsets": .offsets(meant.text.escapes)])
    }
  }
}
