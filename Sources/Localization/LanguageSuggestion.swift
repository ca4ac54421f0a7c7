/// What somebody may have meant by a language code that does not exist.
enum LanguageSuggestion {
  /// Country codes, ISO 639-2 codes, old codes and the languages' names.
  private static let names: [(code: String, names: [String])] = [
    ("en", ["eng", "us", "gb", "english", "inggris", "英語", "영어"]),
    ("id", ["in", "ind", "idn", "indonesian", "bahasa", "インドネシア語", "인도네시아어"]),
    ("ja", ["jp", "jpn", "japanese", "nihongo", "jepang", "日本語", "일본어"]),
    ("ko", ["kr", "kor", "korean", "hangugeo", "korea", "韓国語", "한국어"]),
  ]

  /// An exact other name first, then the start of a name or a name with one or two slips.
  static func nearest(to typed: String, in available: [Language]) -> Language? {
    let whole = LocaleName(typed.lowercased())
    let word = whole.language?.base.code ?? String(typed.lowercased().prefix(40))
    if let regional = available.first(where: { $0.base.code == word }) { return regional }
    let known = names.compactMap { entry in
      Language(entry.code).flatMap { available.contains($0) ? ($0, entry.names) : nil }
    }
    if let exact = known.first(where: { $0.1.contains(word) }) { return exact.0 }
    // Shorter words are near to too many names: `jav` (Javanese) is no slip for Japanese.
    guard word.count >= 4 else { return nil }
    return known.first { $0.1.contains { $0.hasPrefix(word) || isSlip(word, of: $0) } }?.0
  }

  private static func isSlip(_ word: String, of name: String) -> Bool {
    name.count >= 5 && distance(Array(word), Array(name)) <= (name.count >= 6 ? 2 : 1)
  }

  /// Levenshtein distance; both words are short (40 characters at most).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
