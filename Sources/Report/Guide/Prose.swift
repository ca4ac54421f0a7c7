/// A sentence of the tables taken apart: plain text, code between backticks, web addresses.
enum Prose {
  /// A piece of a sentence.
  enum Piece: Hashable {
    case text(String)
    case code(String)
    case address(String)
  }

  /// The pieces of a text on one line.
  ///
  /// With an odd number of backticks, one came with the data: then none of them is markup.
  static func pieces(_ text: String) -> [Piece] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return addresses(in: line[...]) }
    return parts.enumerated().flatMap { index, part -> [Piece] in
      if index % 2 == 0 { return addresses(in: part) }
      return part.isEmpty ? [] : [.code(String(part))]
    }
  }

  private static func addresses(in text: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text
    while let start = rest.firstRange(of: "https://")?.lowerBound {
      var address = rest[start...].prefix(while: isPart)
      // A full stop or a bracket behind an address belongs to the sentence.
      while let last = address.last, ".,;:!?)".contains(last) { address.removeLast() }
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      pieces.append(.address(String(address)))
      rest = rest[address.endIndex...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// What RFC 3986 lets stand in an address, without what would end one in HTML or Markdown.
  private static func isPart(_ character: Character) -> Bool {
    guard let octet = character.asciiValue, (0x21...0x7E).contains(octet) else { return false }
    return !"<>\"'`\\^{|}".contains(character)
  }
}
