/// The strings that a text is made of in the DNS: at most 255 octets each (RFC 1035 §3.3).
public enum CharacterStrings {
  /// The most octets of one string.
  public static let longest = 255

  /// Octets in as few strings as possible; an empty text is one empty string (RFC 1035 §3.3.14).
  public static func cut(_ octets: [UInt8]) -> [[UInt8]] {
    if octets.isEmpty { return [[]] }
    return stride(from: 0, to: octets.count, by: longest).map { start in
      Array(octets[start..<min(start + longest, octets.count)])
    }
  }

  /// A text in pieces of at most 255 octets, cut between characters, for forms that want them.
  static func cut(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      if piece.utf8.count + character.utf8.count > longest, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + (piece.isEmpty && !pieces.isEmpty ? [] : [piece])
  }

  /// A text between double quotes, quotes and backslashes in it escaped (RFC 1035 §5.1).
  static func quoted(_ text: String) -> String {
    let escaped = text.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
