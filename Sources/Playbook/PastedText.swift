/// A text as it came from a keyboard or a clipboard, made plain without losing where things stood.
///
/// Full-width ASCII, ideographic full stops and typographic quotes become ASCII, every kind of
/// white space becomes a space, invisible characters go, and quotes around the whole go too.
struct PastedText {
  /// One character that is left, and its place in what was typed.
  struct Mark: Equatable {
    let scalar: Unicode.Scalar
    /// Counts Unicode scalars of the typed text from 0.
    let offset: Int
  }

  var marks: [Mark]

  init(_ typed: String) {
    marks = []
    for (offset, scalar) in typed.unicodeScalars.enumerated() {
      if let plain = Self.plain(scalar) { marks.append(Mark(scalar: plain, offset: offset)) }
    }
    trimSpaces()
    while let first = marks.first?.scalar, marks.count > 1, Self.isQuote(first),
      marks.last?.scalar == first,
      !marks.dropFirst().dropLast().contains(where: { $0.scalar == first })
    {
      marks = Array(marks.dropFirst().dropLast())
      trimSpaces()
    }
  }

  var isEmpty: Bool { marks.isEmpty }
  var string: String { Self.string(marks) }

  static func string(_ marks: some Sequence<Mark>) -> String {
    var view = String.UnicodeScalarView()
    for mark in marks { view.append(mark.scalar) }
    return String(view)
  }

  static func trimmed(_ marks: ArraySlice<Mark>) -> ArraySlice<Mark> {
    let isSpace = { (mark: Mark) in mark.scalar == " " }
    guard let first = marks.firstIndex(where: { !isSpace($0) }),
      let last = marks.lastIndex(where: { !isSpace($0) })
    else { return marks.prefix(0) }
    return marks[first...last]
  }

  private mutating func trimSpaces() { marks = Array(Self.trimmed(marks[...])) }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "'" }

  /// The plain form of one scalar; nil when it has none to be seen.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.properties.isWhitespace { return " " }
    switch scalar {
    case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0)
    case "\u{3002}", "\u{FF61}": return "."
    case "\u{201C}"..."\u{201F}", "\u{300C}"..."\u{300F}", "\u{AB}", "\u{BB}": return "\""
    case "\u{2018}"..."\u{201B}", "`": return "'"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format: return nil
    default: return scalar
    }
  }
}
