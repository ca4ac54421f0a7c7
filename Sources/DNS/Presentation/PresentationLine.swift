/// The data of one record while they are written: words, and over several lines brackets.
struct PresentationLine {
  /// Where data begin when they take several lines.
  static let margin = "\n\t\t\t\t"

  let style: PresentationStyle
  private(set) var text = ""
  private var separator = ""
  private var bracket = Bracket.none

  private enum Bracket { case none, awaited(opening: String, separator: String), open }

  init(_ style: PresentationStyle) { self.style = style }

  mutating func add(_ word: String) {
    if case .awaited(let opening, let next) = bracket {
      text += (text.isEmpty ? "" : " ") + opening
      separator = next
      bracket = .open
    }
    text += separator + word
    separator = " "
  }

  /// Hexadecimal or base64, broken where `dig` breaks it.
  mutating func add(chunked digits: String) {
    guard style.chunkSize > 0 else {
      if !digits.isEmpty { add(digits) }
      return
    }
    var rest = digits[...]
    while !rest.isEmpty {
      add(String(rest.prefix(style.chunkSize)))
      rest = rest.dropFirst(style.chunkSize)
      if !rest.isEmpty { breakLine() }
    }
  }

  /// What follows stands on a line of its own.
  mutating func breakLine() {
    if style.isMultiline { separator = Self.margin }
  }

  /// A bracket in front of the next word, if there is one, which begins a line.
  mutating func open() { prepare("(", before: Self.margin) }

  /// A bracket in front of the next word, if there is one, on the same line.
  mutating func openHere() { prepare("(", before: " ") }

  /// A bracket that touches the next word behind two blanks, as BIND writes HHIT and BRID.
  mutating func openTight() { prepare(" (", before: "") }

  private mutating func prepare(_ opening: String, before separator: String) {
    guard style.isMultiline else { return }
    // The first word of the data has nothing in front of it.
    bracket = .awaited(opening: opening, separator: separator)
  }

  /// The end of the data: a bracket behind the last word, or on a line of its own.
  mutating func close(onOwnLine: Bool = false) {
    guard case .open = bracket else { return }
    text += (onOwnLine ? Self.margin : " ") + ")"
    bracket = .none
  }

  /// A remark behind the data, with whatever stands in front of it.
  mutating func append(_ remark: String) { text += remark }

  /// A bracket that touches the last word.
  mutating func closeTight() {
    guard case .open = bracket else { return }
    text += ")"
    bracket = .none
  }
}
