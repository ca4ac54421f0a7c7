import Yams

/// Lets a document with repeated keys be read to its end.
///
/// Yams gives up at the first map that has a key twice, but every fault of a file is wanted at
/// once. So the first of the two keys is marked in the text with a private-use character, the text
/// is read again, and the mark is taken off the key and out of the columns.
struct RepeatedKeys {
  /// A character that no key of a playbook has.
  private static let mark: Unicode.Scalar = "\u{E000}"
  /// Each repetition reads the file again: so many times, and so many octets in all.
  private static let most = 32
  private static let mostOctets = 1 << 20

  /// Line to the original columns at which a mark was put in.
  private var columns: [Int: [Int]] = [:]
  private var count = 0

  /// The text with the key at `place` marked; nil when it cannot be.
  mutating func setApart(_ place: Mark, in text: String) -> String? {
    guard count < Self.most, (count + 1) * text.utf8.count <= Self.mostOctets else { return nil }
    var scalars = text.unicodeScalars
    guard var index = Self.index(of: place, in: scalars) else { return nil }
    switch scalars[index] {
    case "\"", "'": index = scalars.index(after: index)
    case "?", "|", ">", "!", "&", "*", "[", "{": return nil
    default: break
    }
    scalars.insert(Self.mark, at: index)
    count += 1
    columns[place.line, default: []].append(originalColumn(place.column, line: place.line))
    columns[place.line]?.sort()
    return String(scalars)
  }

  /// The key as the file has it.
  static func original(_ key: String) -> String {
    String(String.UnicodeScalarView(key.unicodeScalars.drop { $0 == mark }))
  }

  /// The column in the file of a column in the marked text.
  func originalColumn(_ column: Int, line: Int) -> Int {
    var column = column
    for marked in columns[line] ?? [] where column > marked { column -= 1 }
    return column
  }

  private static func index(
    of place: Mark, in scalars: String.UnicodeScalarView
  ) -> String.UnicodeScalarView.Index? {
    var line = 1
    var column = 1
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if line == place.line, column == place.column { return index }
      let next = scalars.index(after: index)
      column += 1
      if isBreak(scalars[index], before: next < scalars.endIndex ? scalars[next] : nil) {
        line += 1
        column = 1
      }
      index = next
    }
    return nil
  }

  /// The line breaks of YAML 1.1 §4.2; CR LF is one.
  private static func isBreak(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\r": next != "\n"
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
