/// A message that was read: the subset of ICU MessageFormat that the tables use.
///
/// - `{name}` is a placeholder. A name is ASCII letters, digits, `_`, `-` and `.`.
/// - `{n, plural, =0{none} one{# record} other{# records}}`; inside a branch `#` is the number, and
///   placeholders, plurals and selects may be nested.
/// - `{kind, select, refused{...} other{...}}` picks by the word that a text argument is.
/// - The three characters `'{'`, `'}'` and, inside a plural, `'#'` stand for a literal brace or
///   hash. Every other apostrophe is itself: there is no other quoting.
package struct MessagePattern: Equatable {
  indirect enum Piece: Equatable {
    case text(String)
    case placeholder(String)
    case number
    case plural(String, [Branch])
    case select(String, [Branch])
  }

  struct Branch: Equatable {
    let selector: Selector
    let pieces: [Piece]
  }

  enum Selector: Hashable {
    case exactly(Int)
    case category(PluralCategory)
    case word(String)
  }

  /// What is said when no other branch of a select fits.
  static let otherWord = "other"

  let pieces: [Piece]

  package init(_ text: String) throws(MessageFault) {
    // Most messages have no syntax in them at all.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      pieces = text.isEmpty ? [] : [.text(text)]
      return
    }
    var parser = MessageParser(text)
    pieces = try parser.message()
  }
}
