import DNS

/// Names that somebody may have meant who typed one that is not registered.
///
/// They are made by changing the spelling; nobody is asked about them.
enum NearNames {
  /// More would be a guessing game.
  static let most = 4

  /// Names near `domain`, the likeliest first: one with an ending that exists, then those under the
  /// same suffix.
  static func of(_ domain: DNSName) -> [DNSName] {
    guard let first = domain.labels.first else { return [] }
    let label = String(decoding: first, as: UTF8.self).lowercased()
    let suffix = Array(domain.labels.dropFirst())
    let others = variants(label).reduce(into: [String]()) { names, name in
      let isLabel = !name.isEmpty && !name.hasPrefix("-") && !name.hasSuffix("-")
      if isLabel, name != label, !names.contains(name) { names.append(name) }
    }.compactMap { try? DNSName(labels: [Array($0.utf8)] + suffix) }
    let corrected = NearName.of(domain.withoutFinalDot).map { [$0] } ?? []
    return Array((corrected + others).prefix(most))
  }

  /// `wwwexample`, `examp1e`, `exam-ple` and `exammple` for `example`: typing errors that
  /// can be undone without a dictionary.
  private static func variants(_ label: String) -> [String] {
    // The name of a web server without its first dot is surely meant without it.
    if label.hasPrefix("www") { return [String(label.dropFirst(3).drop { $0 == "-" })] }
    var variants = [
      label.map { lookAlikes[$0].map(String.init) ?? String($0) }.joined(),
      label.filter { $0 != "-" },
    ]
    // Letters that were typed twice, one pair at a time.
    let letters = Array(label)
    for index in letters.indices.dropFirst() where letters[index] == letters[index - 1] {
      var fewer = letters
      fewer.remove(at: index)
      variants.append(String(fewer))
    }
    return variants
  }

  private static let lookAlikes: [Character: Character] = ["0": "o", "1": "l", "5": "s"]
}
