/// Breaks text into lines: Japanese between characters, everything else at spaces.
public enum TextWrap {
  /// The lines of a text, each at most so many cells wide where that is possible.
  ///
  /// A line break in the text stays one. Nothing is broken inside a word, a host name, a Korean
  /// phrase or a span between backticks; what is longer than a line sticks out of it, so that it
  /// can be copied whole. Spaces at the start of a line stay and indent its continuation too.
  ///
  /// - Parameters:
  ///   - text: the text; control characters must be made visible before.
  ///   - columns: the cells of a line, the indent included.
  ///   - first: what stands before the first line.
  ///   - rest: what stands before all other lines.
  public static func lines(
    _ text: String, columns: Int, first: String = "", rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let margin = String(line.prefix { $0 == " " })
      append(
        pieces(line.dropFirst(margin.count)), columns: columns,
        first: (lines.isEmpty ? first : rest) + margin, rest: rest + margin, to: &lines)
    }
    return lines
  }

  private static func append(
    _ pieces: [String], columns: Int, first: String, rest: String, to lines: inout [String]
  ) {
    var prefix = first
    var line = ""
    var width = DisplayWidth.of(prefix)
    func end() { lines.append(withoutFinalSpaces(prefix + line)) }
    for piece in pieces {
      let pieceWidth = DisplayWidth.of(piece)
      // Spaces never start a line: they end the one before.
      if piece != " ", !line.isEmpty, width + pieceWidth > columns {
        end()
        prefix = rest
        line = ""
        width = DisplayWidth.of(prefix)
      }
      line += piece
      width += pieceWidth
    }
    end()
  }

  private static func withoutFinalSpaces(_ line: String) -> String {
    String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
  }

  /// The parts that stay whole; a space is a part of its own.
  private static func pieces(_ line: Substring) -> [String] {
    var pieces: [String] = []
    var before: Character?
    var isInSpan = false
    for index in line.indices {
      let character = line[index]
      if !isInSpan, mayBreak(before, character) {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
      if character == "`" {
        isInSpan = !isInSpan && line[line.index(after: index)...].contains("`")
      }
      before = character
    }
    return pieces
  }

  private static func mayBreak(_ before: Character?, _ after: Character) -> Bool {
    guard let before, before != " ", after != " " else { return true }
    if LineBreak.endsNoLine(before) || LineBreak.startsNoLine(after) { return false }
    // Korean keeps phrases together (keep-all): an eojeol and its particle are one.
    if LineBreak.isHangul(before) || LineBreak.isHangul(after) { return false }
    return DisplayWidth.of(before) > 1 || DisplayWidth.of(after) > 1
  }
}
