import Foundation

/// What somebody types after a check.
enum CheckWish: Equatable {
  /// Enter: look again.
  case again
  /// The article about the finding with this number.
  case finding(Int)
  /// The list of findings.
  case findings
  /// Copy the value of the record with this number; nil when it is none.
  case copy(Int?)
  /// A text for a support ticket.
  case ticket
  /// No command.
  case unknown(String)

  /// The commands that begin with a colon, for the prompt to let through.
  static let commands: Set<String> = [":copy", ":ticket", ":findings"]

  /// Reads a typed line; an input method may give the full-width forms of letters and digits.
  init(_ typed: String) {
    switch RecordWish(typed) {
    case .done: self = .again
    case .card(let number): self = .finding(number)
    case .copy(let number): self = .copy(number)
    case .ticket: self = .ticket
    case .unknown(let line):
      let word = line.precomposedStringWithCompatibilityMapping.lowercased()
      self = ["f", ":findings"].contains(word) ? .findings : .unknown(line)
    case .zoneFile, .host, .export, .keepMail: self = .unknown(typed.trimmed)
    }
  }
}
