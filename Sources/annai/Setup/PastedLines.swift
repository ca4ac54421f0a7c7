/// Tells the further lines of a pasted record value from the answer to the next question.
enum PastedLines {
  /// Longer values are not pasted by honest people.
  static let longest = 1 << 16

  /// Whether a value so far can have more lines.
  static func mayContinue(_ value: String) -> Bool {
    !value.trimmed.isEmpty && value.utf8.count < longest
  }

  /// Whether a line is a piece of the value before it.
  ///
  /// Inside an open quote or parenthesis every line is; otherwise a quoted string is, and a run of
  /// base64 of a length that no short answer has.
  static func isContinuation(_ line: String, of value: String) -> Bool {
    if isOpen(value) { return true }
    let piece = line.trimmed
    if piece == ")" || piece.hasPrefix("\"") { return true }
    return piece.count >= 4 && piece.allSatisfy(isBase64)
  }

  private static func isOpen(_ value: String) -> Bool {
    let quotes = value.count { $0 == "\"" }
    return quotes % 2 == 1 || value.count { $0 == "(" } > value.count { $0 == ")" }
  }

  private static func isBase64(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+/=".contains(character))
  }
}
