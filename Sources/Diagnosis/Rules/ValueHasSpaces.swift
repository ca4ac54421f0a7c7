import DNS

extension Rule {
  /// White space came along with the value: around it, or inside where a long line was wrapped.
  static let valueHasSpaces = Rule(
    "value-has-spaces", layer: .content, severity: .error,
    references: ["RFC 7208 4.5", "RFC 7208 4.6.1", "RFC 6376 3.6.1"],
    arguments: [
      "name", "places", "place", "offsets", "count", "observed", "expected", "hostLabel",
    ],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(
      without: "spf1", adding: #"@ TXT " v=spf1 include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().compactMap { meant in
      let text = meant.text
      let inner = (text.innerSpaces + meant.record.spareSpaces(in: text, meant.isRight)).sorted()
      let found = [
        ("leading", text.leadingSpaces), ("inner", inner), ("trailing", text.trailingSpaces),
      ].filter { !$0.1.isEmpty }
      guard let first = found.first else { return nil }
      let offsets = found.flatMap(\.1)
      return evidence.draft(
        meant,
        [
          "places": .texts(found.map(\.0)),
          "place": .text(found.count == 1 ? first.0 : "several"),
          "offsets": .offsets(offsets), "count": .count(offsets.count),
        ],
        // What every reader passes over is not right, but works.
        severity: meant.isRight ? .warning : .error)
    }
  }
}

extension ExpectedRecord {
  /// Places of spaces inside a text that the expected value does not have, when they are all that
  /// spoils it.
  fileprivate func spareSpaces(in text: MeantText, _ isRight: Bool) -> [Int] {
    guard !isRight, state(ofTexts: [Array(text.value.utf8)]) != .match,
      text.value.withoutSpaces.lowercased() == value.withoutSpaces.lowercased()
    else { return [] }
    // Both have the same signs but for the spaces, so that the places can be counted off.
    var wanted = Array(value.utf8)[...]
    var spare: [Int] = []
    for (offset, octet) in text.octets.enumerated() {
      if octet == 0x20 {
        if wanted.first == 0x20 { wanted.removeFirst() } else { spare.append(offset) }
      } else if octet < 0x80 {
        while wanted.first == 0x20 { wanted.removeFirst() }
        wanted = wanted.dropFirst()
      }
    }
    return spare.filter { !text.leadingSpaces.contains($0) && !text.trailingSpaces.contains($0) }
  }
}
