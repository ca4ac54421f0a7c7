/// Reads the pieces of a template from left to right.
struct TemplateReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// The pieces up to the end, or up to the `]` that belongs to the `[` at `bracket`.
  mutating func read(after bracket: Int? = nil) throws(Template.Fault) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var literal = ""
    while position < scalars.count {
      let scalar = scalars[position]
      let isLiteral = !"{}[]".unicodeScalars.contains(scalar)
      if isLiteral || next == scalar {
        literal.unicodeScalars.append(scalar)
        position += isLiteral ? 1 : 2
        continue
      }
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
      switch scalar {
      case "{": pieces.append(.input(try name()))
      case "}": throw .strayBrace(offset: position)
      case "[":
        let start = position
        guard bracket == nil else { throw .strayBracket(offset: start) }
        position += 1
        pieces.append(.optional(try read(after: start)))
      default:
        guard let bracket else { throw .strayBracket(offset: position) }
        let hasInput = pieces.contains { if case .input = $0 { true } else { false } }
        guard hasInput else { throw .needlessBracket(offset: bracket) }
        position += 1
        return pieces
      }
    }
    if let bracket { throw .unclosedBracket(offset: bracket) }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  private var next: Unicode.Scalar? {
    position + 1 < scalars.count ? scalars[position + 1] : nil
  }

  private mutating func name() throws(Template.Fault) -> String {
    let start = position
    guard let end = scalars[start...].firstIndex(of: "}") else {
      throw .unclosedBrace(offset: start)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(start + 1)..<end])
    let name = String(view)
    guard Name.isIdentifier(name) else { throw .badName(name, offset: start) }
    position = end + 1
    return name
  }
}
