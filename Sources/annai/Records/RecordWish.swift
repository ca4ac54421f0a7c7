import Foundation

/// What somebody types where the records are shown.
enum RecordWish: Equatable {
  /// Enter: the records are added.
  case done
  /// Copy the value of the record with this number; nil when it is none.
  case copy(Int?)
  /// The card of the record with this number once more.
  case card(Int)
  /// Every record as in a zone file.
  case zoneFile
  /// Another DNS host; nil for the list.
  case host(String?)
  /// A file for another tool; nil for the list of formats, and to show it instead of writing it.
  case export(format: String?, file: String?)
  /// Take over the mail servers that are there.
  case keepMail
  /// A text for a support ticket.
  case ticket
  /// No command.
  case unknown(String)

  /// The commands that begin with a colon, for the prompt to let through.
  static let commands: Set<String> = [":copy", ":zone", ":host", ":export", ":mx", ":ticket"]

  /// Reads a typed line; an input method may give the full-width forms of letters and digits.
  init(_ typed: String) {
    let line = typed.trimmed
    let words = line.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else {
      self = .done
      return
    }
    let second = words.count > 1 ? Self.narrowed(words[1]) : nil
    switch Self.narrowed(first).lowercased() {
    case "c", ":copy": self = .copy(second.flatMap { Int($0) })
    case "z" where words.count == 1, ":zone": self = .zoneFile
    case ":host": self = .host(second?.lowercased())
    case ":export":
      self = .export(
        format: second?.lowercased(), file: words.count > 2 ? Self.path(words[2]) : nil)
    case ":mx": self = .keepMail
    case ":ticket": self = .ticket
    case let word where words.count == 1 && Int(word) != nil: self = .card(Int(word) ?? 0)
    // `c1` without a space.
    case let word where word.hasPrefix("c") && Int(word.dropFirst()) != nil:
      self = .copy(Int(word.dropFirst()))
    default: self = .unknown(line)
    }
  }

  private static func narrowed(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping
  }

  /// A path as shells take it: without quotes around it, `~/` for the home folder.
  private static func path(_ typed: String) -> String {
    var path = typed.trimmed
    for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    return path.hasPrefix("~/") ? NSHomeDirectory() + path.dropFirst() : path
  }
}
