extension PastedText {
  /// The text of a TXT record, out of what consoles and zone files put around it.
  ///
  /// Character-strings in quotes are joined without a space (RFC 6376 §3.6.2.2), and what stands
  /// outside of them, such as `name IN TXT (`, is left out. Runs of white space become one space.
  func recordValue(start: String? = nil) throws(InputFault) -> String {
    let value = Self.string(Self.oneSpaced(Self.trimmed(unquoted()[...])))
    if value.isEmpty { throw .empty }
    if let start, !value.lowercased().hasPrefix(start.lowercased()) { throw .wrongStart(start) }
    return value
  }

  /// The inside of balanced quotes, else everything but the quotes; escapes undone.
  ///
  /// Of several quoted strings the first that counts is the one with `scalar`, such as the value
  /// behind its name in JSON, and the last is the one before other text.
  func unquoted(from scalar: Unicode.Scalar? = nil) -> [Mark] {
    let marks = withoutEscapedQuotes()
    let quotes = marks.indices.filter { marks[$0].scalar == "\"" }
    var strings: [Range<Int>] = []
    if quotes.count.isMultiple(of: 2) {
      strings = stride(from: 0, to: quotes.count, by: 2).map {
        (quotes[$0] + 1)..<quotes[$0 + 1]
      }
    }
    if let scalar { strings = Self.value(among: strings, in: marks, with: scalar) }
    let inside = strings.flatMap { marks[$0] }
    // An odd quote, or quotes around nothing, are noise and say nothing about what is inside.
    let isText = inside.contains { $0.scalar != " " }
    return Self.unescaped(isText ? inside : marks.filter { $0.scalar != "\"" })
  }

  /// The neighbouring strings from the first with `scalar` on: only white space, brackets, commas
  /// and plus signs stand between them, and none is the name of a further value.
  private static func value(
    among strings: [Range<Int>], in marks: [Mark], with scalar: Unicode.Scalar
  ) -> [Range<Int>] {
    let isJoint = { (mark: Mark) in [" ", "(", ")", "[", "]", ",", "+"].contains(mark.scalar) }
    var value: [Range<Int>] = []
    for string in strings.drop(while: { !marks[$0].contains { $0.scalar == scalar } }) {
      if let last = value.last {
        let gap = marks[(last.upperBound + 1)..<(string.lowerBound - 1)]
        let next = marks[(string.upperBound + 1)...].first { $0.scalar != " " }
        if !gap.allSatisfy(isJoint) || next?.scalar == ":" { break }
      }
      value.append(string)
    }
    return value
  }

  /// `\"` is a quote from a program's source or from JSON; no value of ours holds a real one.
  private func withoutEscapedQuotes() -> [Mark] {
    var kept: [Mark] = []
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1].scalar : nil
      if mark.scalar == "\\", next == "\"" { continue }
      kept.append(mark)
    }
    return kept
  }

  /// `\DDD` and `\X` of RFC 1035 §5.1, most often `\;`, also escaped more than once.
  ///
  /// No value of ours holds a real backslash or quote, so none is left that a second reading could
  /// take for another escape.
  private static func unescaped(_ marks: [Mark]) -> [Mark] {
    var plain: [Mark] = []
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      index += 1
      guard mark.scalar == "\\" else {
        plain.append(mark)
        continue
      }
      let digits = string(marks.dropFirst(index).prefix(3))
      guard digits.utf8.count == 3, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        let octet = UInt8(digits)
      else { continue }
      index += 3
      guard (0x20...0x7E).contains(octet), let scalar = self.plain(Unicode.Scalar(octet)),
        scalar != "\\", scalar != "\""
      else { continue }
      plain.append(Mark(scalar: scalar, offset: mark.offset))
    }
    return plain
  }

  static func oneSpaced(_ marks: ArraySlice<Mark>) -> [Mark] {
    var kept: [Mark] = []
    for mark in marks where mark.scalar != " " || kept.last?.scalar != " " { kept.append(mark) }
    return kept
  }
}
