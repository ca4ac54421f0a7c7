/// Reads the text of a message; see `MessagePattern` for the rules.
struct MessageParser {
  private static let deepestNesting = 4
  private static let mostBranches = 32

  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func message() throws(MessageFault) -> [MessagePattern.Piece] {
    let pieces = try pieces(depth: 0, insidePlural: false)
    if index < bytes.count { throw fault(.strayBrace) }
    return pieces
  }

  /// Up to the end, or up to a `}` that is left for the caller.
  private mutating func pieces(
    depth: Int, insidePlural: Bool
  ) throws(MessageFault) -> [MessagePattern.Piece] {
    var pieces: [MessagePattern.Piece] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal.removeAll()
    }
    while let byte = peek, byte != UInt8(ascii: "}") {
      if let quoted = quotedSyntax(insidePlural: insidePlural) {
        literal.append(quoted)
        index += 3
      } else if byte == UInt8(ascii: "{") {
        flush()
        pieces.append(try argument(depth: depth, insidePlural: insidePlural))
      } else if byte == UInt8(ascii: "#"), insidePlural {
        flush()
        pieces.append(.number)
        index += 1
      } else {
        literal.append(byte)
        index += 1
      }
    }
    flush()
    return pieces
  }

  /// The middle of `'{'`, `'}'` or `'#'` at the index.
  private func quotedSyntax(insidePlural: Bool) -> UInt8? {
    let quote = UInt8(ascii: "'")
    guard index + 2 < bytes.count, bytes[index] == quote, bytes[index + 2] == quote else {
      return nil
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"): return bytes[index + 1]
    case UInt8(ascii: "#") where insidePlural: return bytes[index + 1]
    default: return nil
    }
  }

  private mutating func argument(
    depth: Int, insidePlural: Bool
  ) throws(MessageFault) -> MessagePattern.Piece {
    let start = index
    index += 1
    let name = word()
    if name.isEmpty { throw fault(peek == nil ? .unclosedBrace : .badName, at: start) }
    if take("}") { return .placeholder(name) }
    guard take(",") else { throw fault(peek == nil ? .unclosedBrace : .badName, at: start) }
    let format = index
    let kind = word()
    guard ["plural", "select"].contains(kind), take(",") else {
      throw fault(.unknownFormat, at: format)
    }
    let isPlural = kind == "plural"
    if depth == Self.deepestNesting { throw fault(.nestedTooDeeply, at: start) }
    var branches: [MessagePattern.Branch] = []
    while !take("}") {
      if peek == nil { throw fault(.unclosedBrace, at: start) }
      let place = index
      if branches.count == Self.mostBranches { throw fault(.tooManyBranches, at: place) }
      let selector = try isPlural ? pluralSelector() : wordSelector()
      if branches.contains(where: { $0.selector == selector }) {
        throw fault(.duplicateBranch, at: place)
      }
      guard take("{") else { throw fault(.badBranch, at: place) }
      let inner = try pieces(depth: depth + 1, insidePlural: insidePlural || isPlural)
      guard peek != nil else { throw fault(.unclosedBrace, at: place) }
      index += 1
      branches.append(.init(selector: selector, pieces: inner))
    }
    return isPlural ? .plural(name, branches) : .select(name, branches)
  }

  private mutating func wordSelector() throws(MessageFault) -> MessagePattern.Selector {
    let place = index
    let name = word()
    if name.isEmpty { throw fault(.badBranch, at: place) }
    return .word(name)
  }

  private mutating func pluralSelector() throws(MessageFault) -> MessagePattern.Selector {
    let place = index
    let isExact = take("=")
    let name = word()
    if isExact, let number = Int(name) { return .exactly(number) }
    if !isExact, let category = PluralCategory(rawValue: name) { return .category(category) }
    throw fault(.badBranch, at: place)
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A { index += 1 }
  }

  /// A name with the space around it; empty if there is none.
  private mutating func word() -> String {
    skipSpace()
    let start = index
    while let byte = peek,
      byte.isASCIILetter || byte.isASCIIDigit || "_-.".utf8.contains(byte)
    { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    skipSpace()
    return word
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private func fault(_ code: MessageFault.Code, at offset: Int? = nil) -> MessageFault {
    MessageFault(code: code, offset: offset ?? index)
  }
}
