import DNS

extension Rule {
  /// Something stands in front of the value that was copied along with it: `TXT`, `Value:`.
  static let valueHasLabel = Rule(
    "value-has-label", layer: .content, severity: .error,
    references: ["RFC 7208 4.5", "RFC 6376 3.6.1", "RFC 9989 4.8"],
    arguments: ["name", "label", "offset", "observed", "expected", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(
      without: "spf1", adding: #"@ TXT "Value: v=spf1 include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight }.compactMap { meant in
      guard let label = meant.text.label else { return nil }
      return evidence.draft(
        meant, ["label": .text(label.text), "offset": .offset(label.end)])
    }
  }
}
