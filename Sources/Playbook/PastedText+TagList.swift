extension PastedText {
  /// A tag list (RFC 6376 §3.2) on one line, its key without the white space of wrapped lines.
  ///
  /// The order of the tags, one space after a semicolon and a semicolon at the end are kept as
  /// pasted: the service compares the record with its own text.
  func tagList(keyTag: String) throws(InputFault) -> String {
    let text = Self.withoutFrame(unquoted(from: "="))
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
    if let version = versionStart(in: text) { return text[version...] }
    guard let equals = text.firstIndex(where: { $0.scalar == "=" }) else { return [] }
    let front = trimmed(text[..<equals])
    let start = front.lastIndex { !isTagScalar($0.scalar) }.map { $0 + 1 } ?? front.startIndex
    // A semicolon in what was left out may have hidden the version.
    return text[(versionStart(in: text[start...]) ?? start)...]
  }

  /// Where `v=DKIM1` begins; whatever stands in front of it up to there is no tag, since `v` is
  /// the first (RFC 6376 §3.6.1). Nil when a semicolon says that tags stand there.
  private static func versionStart(in text: ArraySlice<Mark>) -> Int? {
    let front = text.prefix { $0.scalar != ";" }
    let version = Array("v=DKIM1".unicodeScalars)
    let plain = front.filter { $0.scalar != " " }
    guard plain.count > version.count, plain.suffix(version.count).map(\.scalar) == version else {
      return nil
    }
    let first = plain[plain.count - version.count].offset
    let start = front.firstIndex { $0.offset == first }
    // `TTL=600 v=DKIM1`, not `rev=DKIM1`.
    guard let start, start > front.startIndex, !isTagScalar(front[start - 1].scalar) else {
      return nil
    }
    return start
  }

  /// Base64 (RFC 4648 §4) with its white space taken out.
  private static func key(_ marks: ArraySlice<Mark>, tag: String) throws(InputFault) -> String {
    let key = try keyAlone(marks)
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
