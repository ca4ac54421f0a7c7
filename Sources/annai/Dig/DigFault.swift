import Localization

/// What is wrong with the words of a `dig` command line.
enum DigFault: Error, Equatable {
  /// A `+` or `-` word that `dig` does not have either.
  case unknown(String)
  /// Something that `dig` can do and annai cannot.
  case unsupported(String)
  /// An option that stands alone and needs a value; one that would do.
  case missing(option: String, example: String)
  /// A value that is no number, or none that the option takes.
  case number(String, option: String, ClosedRange<Int>)
  /// A value that the option cannot use; one that it can.
  case value(String, option: String, example: String)
  case type(String)
  /// What stands behind `-x`.
  case address(String)
  /// What stands behind `@`.
  case server(String)
  case name(String)
  /// `-4` and `-6` together.
  case bothFamilies
  case tooMany(limit: Int)
}

extension Failure {
  /// One sentence that says what to do.
  init(_ fault: DigFault) {
    switch fault {
    case .unknown(let option):
      self.init(.usage, "error.dig-option", ["option": Self.shown(option)])
    case .unsupported(let word):
      self.init(.usage, "error.dig-unsupported", ["option": Self.shown(word)])
    case .missing(let option, let example):
      self.init(
        .usage, "error.dig-missing", ["option": Self.shown(option), "example": .text(example)])
    case .number(let value, let option, let range):
      self.init(
        .usage, "error.dig-number",
        [
          "value": Self.shown(value), "option": Self.shown(option),
          "low": .integer(range.lowerBound), "high": .integer(range.upperBound),
        ])
    case .value(let value, let option, let example):
      self.init(
        .usage, "error.dig-value",
        ["value": Self.shown(value), "option": Self.shown(option), "example": .text(example)])
    case .type(let text): self.init(.usage, "error.dig-type", ["value": Self.shown(text)])
    case .address(let text): self.init(.usage, "error.dig-address", ["value": Self.shown(text)])
    case .server(let text): self.init(.usage, "error.dig-server", ["value": Self.shown(text)])
    case .name(let text): self.init(.usage, "error.dig-name", ["name": Self.shown(text)])
    case .bothFamilies: self.init(.usage, "error.dig-families")
    case .tooMany(let limit): self.init(.usage, "error.dig-many", ["limit": .integer(limit)])
    }
  }

  /// No longer than a message that can still be read.
  private static func shown(_ word: String) -> Argument {
    let scalars = word.unicodeScalars
    return .text(
      scalars.count <= 260 ? word : String(String.UnicodeScalarView(scalars.prefix(80))) + "...")
  }
}
