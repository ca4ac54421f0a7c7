/// Text as Markdown (CommonMark 0.31): nothing in it becomes markup but its code marks.
enum Markdown {
  /// Sentences of the tables with their data, on one line; what stands between backticks is code.
  static func prose(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    // With an odd number of marks, one came with the data: then none of them is markup.
    guard parts.count % 2 == 1 else { return parts.map(escaped).joined(separator: "\\`") }
    return parts.enumerated().map { index, part in
      if index % 2 == 0 { return escaped(part) }
      return part.isEmpty ? "" : "`\(part)`"
    }.joined()
  }

  /// Backslashes before what could begin emphasis, a link, HTML, an entity, a heading or a list
  /// (CommonMark 0.31, section 2.4).
  static func escaped(_ text: Substring) -> String {
    let start = text.first.map { "-+".contains($0) } == true ? "\\" : ""
    return start + text.map { "\\*_<>[]&#~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// `RFC 7208 4.5` as a link to that section; anything else as it is.
  static func reference(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /RFC ([0-9]+)(?: ([0-9]+(?:\.[0-9]+)*))?/) else {
      return prose(text)
    }
    let section = match.2.map { "#section-\($0)" } ?? ""
    return "[\(text)](https://www.rfc-editor.org/rfc/rfc\(match.1)\(section))"
  }
}
