import DNS

extension Rule {
  /// The text holds characters that no record of its kind has: curly quotes, full-width forms,
  /// spaces that are not seen.
  static let valueHasForeignCharacters = Rule(
    "value-has-foreign-characters", layer: .content, severity: .error,
    references: ["RFC 7208 4.5", "RFC 7208 12", "RFC 9989 4.8"],
    arguments: ["name", "characters", "count", "observed", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(
      without: "_dmarc", adding: "_dmarc TXT \"v=DMARC1\u{FF1B} p=none\u{200B}\""),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().compactMap { meant in
      let characters = meant.text.foreign
      // An expected value may have such characters itself.
      let isExpected = meant.record.value.unicodeScalars.contains { !$0.isASCII }
      guard !characters.isEmpty, !isExpected else { return nil }
      return evidence.draft(
        meant, ["characters": .characters(characters), "count": .count(characters.count)])
    }
  }
}
