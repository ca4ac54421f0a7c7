extension MacroString {
  /// A part of a `macro-string`.
  enum Piece {
    /// Text that stands for itself.
    case literal(ArraySlice<UInt8>)
    /// A macro with a letter.
    case macro(Macro)

    /// The text of the piece; `value` knows the letters, in small, and nil is passed on.
    func expanded(_ value: (UInt8) -> [UInt8]?) -> ArraySlice<UInt8>? {
      switch self {
      case .literal(let text): text
      case .macro(let macro): value(macro.letter).map { macro.transform($0)[...] }
      }
    }
  }

  /// The pieces of a checked `macro-string`; it ends before the first fault (RFC 7208 §7.3).
  static func pieces(of octets: some Collection<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(octets)[...]
    while let first = rest.first {
      let literal = rest.prefix { $0 != UInt8(ascii: "%") }
      rest = rest.dropFirst(literal.count)
      if first != UInt8(ascii: "%") {
        pieces.append(.literal(literal))
        continue
      }
      rest.removeFirst()
      switch rest.popFirst() {
      case UInt8(ascii: "%"): pieces.append(.literal(Array("%".utf8)[...]))
      case UInt8(ascii: "_"): pieces.append(.literal(Array(" ".utf8)[...]))
      case UInt8(ascii: "-"): pieces.append(.literal(Array("%20".utf8)[...]))
      case UInt8(ascii: "{"):
        let body = rest.prefix { $0 != UInt8(ascii: "}") }
        guard let macro = Macro(body) else { return pieces }
        pieces.append(.macro(macro))
        rest = rest.dropFirst(body.count + 1)
      default: return pieces
      }
    }
    return pieces
  }

  /// Whether the text holds a macro with this letter, given in small.
  static func uses(_ letter: UInt8, in octets: some Collection<UInt8>) -> Bool {
    pieces(of: octets).contains { piece in
      if case .macro(let macro) = piece { macro.letter == letter } else { false }
    }
  }

  /// What stands between the braces of a macro (RFC 7208 §7.1, `macro-expand`).
  struct Macro {
    /// The letter, in small.
    let letter: UInt8
    /// A capital letter asks for URL escaping (RFC 7208 §7.3).
    private let isEscaped: Bool
    /// How many parts are kept, counted from the right; nil means all.
    private let count: Int?
    private let isReversed: Bool
    private let delimiters: [UInt8]

    init?(_ body: ArraySlice<UInt8>) {
      guard let first = body.first else { return nil }
      letter = first.folded
      isEscaped = first != first.folded
      let digits = body.dropFirst().prefix(while: \.isDigit)
      // RFC 7208 §7.3: more parts than there are mean all of them.
      count = digits.isEmpty ? nil : digits.reduce(0) { min($0 * 10 + Int($1 - 48), 65_535) }
      let tail = body.dropFirst(1 + digits.count)
      isReversed = tail.first?.folded == UInt8(ascii: "r")
      delimiters = Array(isReversed ? tail.dropFirst() : tail)
    }

    /// The value split, reversed, shortened, joined with dots and escaped, as the macro asks.
    func transform(_ value: [UInt8]) -> [UInt8] {
      var text = value
      if count != nil || isReversed || !delimiters.isEmpty {
        let dot = UInt8(ascii: ".")
        // RFC 7208 §7.3: consecutive delimiters have an empty part between them.
        var parts = value.split(omittingEmptySubsequences: false) { octet in
          delimiters.isEmpty ? octet == dot : delimiters.contains(octet)
        }
        if isReversed { parts.reverse() }
        text = Array(parts.suffix(count ?? parts.count).joined(separator: [dot]))
      }
      return isEscaped ? text.flatMap(Self.escape) : text
    }

    /// RFC 3986 §2.3: letters, digits and these four marks stay as they are.
    private static func escape(_ octet: UInt8) -> [UInt8] {
      if octet.isAlphanumeric || Array("-._~".utf8).contains(octet) { return [octet] }
      let digits = Array("0123456789ABCDEF".utf8)
      return [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
    }
  }
}
