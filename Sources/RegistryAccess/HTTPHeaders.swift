import Foundation

/// The header fields above a body (RFC 9112 §5).
struct HTTPHeaders: Sendable {
  private let lines: [Substring]

  /// Reads the lines as they came; what is not a field is passed over.
  init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline)
  }

  /// The value of the first field of that name, in any letter case; nil when there is none.
  subscript(name: String) -> String? {
    for line in lines {
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].caseInsensitiveCompare(name) == .orderedSame
      else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
