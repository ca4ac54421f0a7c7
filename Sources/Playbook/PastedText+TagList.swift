extension PastedText {
  /// A tag list (RFC 6376 §3.2) on one line, its key without the white space of wrapped lines.
  ///
  /// The order of the tags, one space after a semicolon and a semicolon at the end are kept as
  /// pasted: the service compares the record with its own text.
  func tagList(keyTag: String) throws(InputFault) -> String {
    let text = Self.withoutFrame(unquoted())
    if text.isEmpty { throw .missingTag(keyTag) }
    var value = ""
    var seen: Set<String> = []
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: { $0.scalar == ";" })
    {
      let trimmed = Self.trimmed(piece)
      if !value.isEmpty {
        value += piece.first?.scalar == " " && !trimmed.isEmpty ? "; " : ";"
      }
      guard let first = trimmed.first else { continue }
      guard let equals = trimmed.firstIndex(where: { $0.scalar == "=" }) else {
        throw .notATag(Self.string(trimmed), offset: first.offset)
      }
      let name = Self.string(Self.trimmed(trimmed[..<equals]))
      let rest = Self.trimmed(trimmed[(equals + 1)...])
      guard Self.isTagName(name) else { throw .notATag(name, offset: first.offset) }
      guard seen.insert(name).inserted else { throw .repeatedTag(name) }
      value += name + "="
      value += name == keyTag ? try Self.key(rest, tag: name) : Self.string(Self.oneSpaced(rest))
    }
    guard seen.contains(keyTag) else { throw .missingTag(keyTag) }
    while value.hasSuffix(";;") { value.removeLast() }
    return value
  }

  /// Leaves out what stands in front of the first tag (`name 600 IN TXT (`, a label and a colon)
  /// and brackets at the end.
  private static func withoutFrame(_ marks: [Mark]) -> ArraySlice<Mark> {
    var text = trimmed(marks[...])
    while let last = text.last, last.scalar == ")" || last.scalar == "'" {
      text = trimmed(text.dropLast())
    }
    guard let equals = text.firstIndex(where: { $0.scalar == "=" }) else { return [] }
    let front = trimmed(text[..<equals])
    let start = front.lastIndex { !isTagScalar($0.scalar) }.map { $0 + 1 } ?? front.startIndex
    return text[start...]
  }

  /// Base64 (RFC 4648 §4) with its white space taken out.
  private static func key(_ marks: ArraySlice<Mark>, tag: String) throws(InputFault) -> String {
    let key = marks.filter { $0.scalar != " " }
    if key.isEmpty { throw .emptyTag(tag) }
    let end = key.lastIndex { $0.scalar != "=" }.map { $0 + 1 } ?? 0
    for (index, mark) in key.enumerated() {
      let isPadding = index >= end && end > 0 && index < end + 2
      guard isPadding || isBase64(mark.scalar) else {
        throw .character(String(Character(mark.scalar)), offset: mark.offset)
      }
    }
    return string(key)
  }

  private static func isBase64(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "/": true
    default: false
    }
  }

  private static func isTagScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  /// RFC 6376 §3.2: a letter, then letters, digits and underscores.
  private static func isTagName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return name.unicodeScalars.allSatisfy(isTagScalar)
  }
}
