/// A text as it was published, and the value that somebody meant by it.
///
/// Consoles and clipboards add signs that do not belong to a value: quotes, backslashes, labels,
/// spaces, look-alikes of ASCII. Here they are told apart from the value, with their places.
struct MeantText: Hashable, Sendable {
  /// The octets as published, the strings of the record joined.
  let octets: [UInt8]
  /// The value without what does not belong to it.
  private(set) var value = ""
  /// Places of `"` that are data: around the value, or between parts of it.
  private(set) var quotes: [Int] = []
  /// Places of `\` in front of `;` or `"`.
  private(set) var escapes: [Int] = []
  /// Characters outside ASCII.
  private(set) var foreign: [PublishedCharacter] = []
  /// What stands in front of the value, such as `TXT` or `Value:`.
  private(set) var label: Label?
  /// Places of white space in front of everything.
  private(set) var leadingSpaces: [Int] = []
  /// Places of white space behind everything.
  private(set) var trailingSpaces: [Int] = []
  /// Places of tabs and line breaks inside, and of any white space inside a key.
  private(set) var innerSpaces: [Int] = []

  /// A text in front of the value.
  struct Label: Hashable, Sendable {
    let text: String
    /// Where the value begins behind it.
    let end: Int
  }

  /// One sign of the text in ASCII, with its place in the published octets.
  struct Sign: Hashable {
    let octet: UInt8
    let offset: Int

    var isSpace: Bool { octet == 0x20 || isBreak }
    /// A tab or a line break.
    var isBreak: Bool { (0x09...0x0D).contains(octet) }
    var isQuote: Bool { octet == UInt8(ascii: "\"") }
  }

  /// The longest label that is taken for one: beyond it, the text is about something else.
  static let longestLabel = 64

  /// Reads a text; nil when the value that `marker` recognises is not in it.
  init?(_ octets: [UInt8], _ marker: ValueMarker) {
    self.octets = octets
    var signs = read()
    takeOuterSpaces(&signs)
    takeEscapes(&signs)
    guard let start = marker.start(in: signs), start <= Self.longestLabel else { return nil }
    takeBeginning(&signs, start)
    takeEnd(&signs)
    takeInnerQuotes(&signs)
    takeInnerSpaces(&signs, marker)
    value = String(decoding: signs.map(\.octet), as: UTF8.self)
  }

  /// Whether anything had to be taken away.
  var isDamaged: Bool {
    !(quotes.isEmpty && escapes.isEmpty && foreign.isEmpty && leadingSpaces.isEmpty
      && trailingSpaces.isEmpty && innerSpaces.isEmpty && label == nil)
  }

  /// The signs of the text, look-alikes replaced.
  private mutating func read() -> [Sign] {
    var signs: [Sign] = []
    var parser = Unicode.UTF8.ForwardParser()
    var rest = octets.makeIterator()
    var offset = 0
    while offset < octets.count {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if scalar.isASCII {
          signs.append(Sign(octet: octets[offset], offset: offset))
        } else {
          let character = PublishedCharacter(
            codePoint: scalar.value, octet: octets[offset], offset: offset)
          foreign.append(character)
          signs += (character.plain ?? "").utf8.map { Sign(octet: $0, offset: offset) }
        }
        offset += encoded.count
      case .error(let length):
        for place in offset..<min(offset + length, octets.count) {
          foreign.append(PublishedCharacter(codePoint: nil, octet: octets[place], offset: place))
        }
        offset += length
      case .emptyInput: return signs
      }
    }
    return signs
  }

  private mutating func takeOuterSpaces(_ signs: inout [Sign]) {
    let leading = signs.prefix(while: \.isSpace)
    signs.removeFirst(leading.count)
    let trailing = signs.reversed().prefix(while: \.isSpace).reversed()
    signs.removeLast(trailing.count)
    leadingSpaces = leading.filter(isSpaceAsPublished).map(\.offset)
    trailingSpaces = trailing.filter(isSpaceAsPublished).map(\.offset)
  }

  private mutating func takeEscapes(_ signs: inout [Sign]) {
    var kept: [Sign] = []
    for (index, sign) in signs.enumerated() {
      let next = index + 1 < signs.count ? signs[index + 1].octet : 0
      if sign.octet == UInt8(ascii: "\\"), next == UInt8(ascii: ";") || next == UInt8(ascii: "\"") {
        escapes.append(sign.offset)
      } else {
        kept.append(sign)
      }
    }
    signs = kept
  }

  /// Takes quotes and a label away that stand in front of the value.
  private mutating func takeBeginning(_ signs: inout [Sign], _ start: Int) {
    let beginning = signs.prefix(start)
    quotes += beginning.filter { $0.isQuote && isPublished($0) }.map(\.offset)
    let words = beginning.filter { !$0.isQuote && !$0.isSpace }
    if let first = words.first, let last = words.last, start < signs.count {
      let text = octets[first.offset...last.offset]
      label = Label(text: RecordText.plain(Array(text)), end: signs[start].offset)
    } else {
      // Space between a quote and the value is as harmful as space in front of everything.
      leadingSpaces += beginning.filter { $0.isSpace && isSpaceAsPublished($0) }.map(\.offset)
    }
    signs.removeFirst(start)
  }

  private mutating func takeEnd(_ signs: inout [Sign]) {
    while let last = signs.last, last.isQuote || last.isSpace {
      if last.isQuote, isPublished(last) { quotes.append(last.offset) }
      if last.isSpace, isSpaceAsPublished(last) { trailingSpaces.append(last.offset) }
      signs.removeLast()
    }
  }

  /// Takes `" "` away, which a zone file has between two strings of one record.
  private mutating func takeInnerQuotes(_ signs: inout [Sign]) {
    var kept: [Sign] = []
    var index = 0
    while index < signs.count {
      let behind = signs[index...].dropFirst().drop(while: \.isSpace)
      if signs[index].isQuote, let second = behind.first, second.isQuote {
        quotes += [signs[index], second].filter(isPublished).map(\.offset)
        index = behind.startIndex + 1
      } else {
        kept.append(signs[index])
        index += 1
      }
    }
    signs = kept
    quotes.sort()
  }

  private mutating func takeInnerSpaces(_ signs: inout [Sign], _ marker: ValueMarker) {
    let key = marker.keyRange(in: signs)
    let inner = signs.indices.filter { index in
      signs[index].isBreak || (key.contains(index) && signs[index].isSpace)
    }
    innerSpaces = inner.map { signs[$0] }.filter(isSpaceAsPublished).map(\.offset)
    let places = Set(inner)
    signs = signs.enumerated().compactMap { index, sign in
      guard places.contains(index) else { return sign }
      if key.contains(index) || marker.allowsNoSpaceAtAll { return nil }
      return Sign(octet: 0x20, offset: sign.offset)
    }
  }

  /// Whether the sign is an octet of the text and no replacement.
  private func isPublished(_ sign: Sign) -> Bool { octets[sign.offset] == sign.octet }

  private func isSpaceAsPublished(_ sign: Sign) -> Bool { octets[sign.offset] < 0x80 }
}
