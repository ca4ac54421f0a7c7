import DNS

extension Rule {
  /// The quotes of a zone file are part of the data: around the text, or between its strings.
  ///
  /// A console that quotes by itself was given a text with quotes.
  static let valueQuoted = Rule(
    "value-quoted", layer: .content, severity: .error,
    references: ["RFC 1035 5.1", "RFC 6376 3.2"],
    arguments: ["name", "observed", "offsets", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(
      without: "spf1", adding: #"@ TXT "\"v=spf1 include:qcloudmail.com ~all\"""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight && !$0.text.quotes.isEmpty }.map { meant in
      evidence.draft(meant, ["offsets": .offsets(meant.text.quotes)])
    }
  }
}
