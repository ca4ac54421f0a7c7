public import DNS

extension Input {
  /// The answer in a text that has more in it, such as a whole table copied from a console; nil when
  /// there is none, or more than one.
  public func answer(within typed: String, domain: DNSName? = nil) -> String? {
    guard typed.utf8.count <= Self.longestAnswer else { return nil }
    let words = PastedText(typed).string.split(separator: " ").map(String.init)
    guard words.count > 2 else { return nil }
    let answers = pieces(of: words).compactMap { try? answer($0, domain: domain) }
    return Set(answers).count == 1 ? answers.first : nil
  }

  /// The words of a table that may be an answer.
  private func pieces(of words: [String]) -> [String] {
    switch kind {
    case .host:
      guard let ending = ending?.lowercased() else { return [] }
      return words.filter { $0.lowercased().contains(ending) }
    case .recordValue:
      return keyTag == nil ? [] : words.indices.compactMap { key(in: words[$0...]) }
    case .mailServer:
      return words.indices.dropLast().compactMap { index in
        guard words[index].uppercased() == "MX" else { return nil }
        // The priority may stand in between.
        return words[(index + 1)...].prefix(2).first { Int($0) == nil }
      }
    case .domain, .mailAddress, .label, .target, .choice: return []
    }
  }

  /// From `v=DKIM1` to the word with the key; a table ends it there.
  private func key(in words: ArraySlice<String>) -> String? {
    guard let keyTag, let first = words.first,
      first.drop(while: { $0 == "\"" }).hasPrefix("v=DKIM1"),
      // There are not more tags than that in front of a key (RFC 6376 §3.6.1).
      let end = words.prefix(8).firstIndex(where: { $0.contains("\(keyTag)=") })
    else { return nil }
    return words[...end].joined(separator: " ")
  }
}
