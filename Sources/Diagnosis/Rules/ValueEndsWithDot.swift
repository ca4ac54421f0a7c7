import DNS

extension Rule {
  /// A dot ends the text, as it ends a host name: the value would be right without it.
  static let valueEndsWithDot = Rule(
    "value-ends-with-dot", layer: .content, severity: .error, references: [],
    arguments: ["name", "expected", "observed", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(without: "_dmarc", adding: #"_dmarc TXT "v=DMARC1; p=none.""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight }.compactMap { meant in
      let value = meant.text.value
      guard value.hasSuffix("."),
        meant.record.state(ofTexts: [Array(value.dropLast().utf8)]) == .match
      else { return nil }
      return evidence.draft(meant, [:])
    }
  }
}
