extension DMARCRecord {
  /// Reads a record; throws only when it is none.
  public init(parsing text: String) throws(DMARCRecordError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads a record from the joined strings of a TXT, which need not be UTF-8.
  public init(parsing octets: [UInt8]) throws(DMARCRecordError) {
    // RFC 1035 §3.2.1: RDLENGTH has 16 bits.
    if octets.count > 65_535 { throw .tooLong }
    if let offset = Self.versionFault(in: octets) { throw .version(offset: offset) }
    spacedVersionOffset = octets.prefix { $0 != UInt8(ascii: ";") }.firstIndex(
      where: \.isFoldingSpace)
    let list = TagList(octets)
    issues = list.faults.map {
      DMARCIssue(
        reason: Self.reason($0.reason), tag: $0.tag.map { Array($0.utf8).foldedText },
        offset: $0.offset,
        observed: octets[$0.offset...].prefix { $0 != UInt8(ascii: ";") }.text)
    }
    var seen: Set<String> = []
    for tag in list.tags {
      // RFC 7489 §6.4 writes tag names as ABNF strings, so either case is read.
      let name = Array(tag.name.utf8).foldedText
      tagNames.append(name)
      tagOffsets.append(tag.offset)
      if seen.insert(name).inserted {
        read(tag, name: name)
      } else {
        note(.repeatedTag, name, at: tag.offset, tag.value)
      }
    }
    issues.sort { $0.offset < $1.offset }
  }

  /// Where the text departs from `dmarc-version` and a separator or the end; nil when it does not.
  ///
  /// RFC 9989 §4.8: `dmarc-version = "v" equals %s"DMARC1"`; only the value is case-sensitive, and
  /// white space may stand around `=` and before the semicolon.
  static func versionFault(in octets: [UInt8]) -> Int? {
    let isSpace = { (octet: UInt8) in octet == 0x20 || octet == 0x09 }
    var rest = octets[...]
    guard rest.first?.folded == UInt8(ascii: "v") else { return 0 }
    rest = rest.dropFirst().drop(while: isSpace)
    guard rest.first == UInt8(ascii: "=") else { return rest.startIndex }
    rest = rest.dropFirst().drop(while: isSpace)
    for expected in "DMARC1".utf8 {
      guard rest.first == expected else { return rest.startIndex }
      rest.removeFirst()
    }
    rest = rest.drop(while: isSpace)
    return rest.first.map { $0 == UInt8(ascii: ";") } ?? true ? nil : rest.startIndex
  }

  private mutating func read(_ tag: TagList.Tag, name: String) {
    switch name {
    case "v": break
    case "p": policy = value(of: tag, name)
    case "sp": subdomainPolicy = value(of: tag, name)
    case "np": nonexistentPolicy = value(of: tag, name)
    case "adkim": dkimAlignment = value(of: tag, name) ?? dkimAlignment
    case "aspf": spfAlignment = value(of: tag, name) ?? spfAlignment
    case "psd": publicSuffix = value(of: tag, name) ?? publicSuffix
    case "t":
      switch tag.value.foldedText {
      case "y": isTest = true
      case "n": break
      default: note(.value, name, at: tag.value.startIndex, tag.value)
      }
    case "fo": failureOptions = options(of: tag) ?? failureOptions
    case "rua": aggregateReports = addresses(of: tag, name)
    case "ruf": failureReports = addresses(of: tag, name)
    // Tags of RFC 7489 §6.3 that RFC 9989 §4.7 no longer has, so §4.8 has them ignored.
    case "pct", "rf", "ri": note(.obsoleteTag, name, at: tag.offset, tag.value)
    default: note(.unknownTag, name, at: tag.offset, tag.value)
    }
  }

  /// The value among the tag's words; RFC 9989 §4.8 writes them as ABNF strings, in either case.
  private mutating func value<Word: RawRepresentable<String>>(
    of tag: TagList.Tag, _ name: String
  ) -> Word? {
    if let word = Word(rawValue: tag.value.foldedText) { return word }
    note(.value, name, at: tag.value.startIndex, tag.value)
    return nil
  }

  /// RFC 9989 §4.7: options are separated by colons, and `0` and `1` exclude each other.
  private mutating func options(of tag: TagList.Tag) -> [DMARCFailureOption]? {
    let words = tag.value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let options = words.compactMap { DMARCFailureOption(rawValue: $0.trimmed.foldedText) }
    let isSound =
      options.count == words.count && Set(options).count == options.count
      && !Set(options).isSuperset(of: [.allFailed, .anyFailed])
    if !isSound { note(.value, "fo", at: tag.value.startIndex, tag.value) }
    return isSound ? options : nil
  }

  private mutating func addresses(of tag: TagList.Tag, _ name: String) -> [DMARCReportURI] {
    var sound: [DMARCReportURI] = []
    for part in tag.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let octets = part.trimmed
      guard let address = DMARCReportURI(octets) else {
        note(.reportAddress, name, at: octets.startIndex, octets)
        continue
      }
      if address.obsoleteSize != nil { note(.obsoleteSize, name, at: octets.startIndex, octets) }
      sound.append(address)
    }
    return sound
  }

  private mutating func note(
    _ reason: DMARCIssue.Reason, _ tag: String, at offset: Int, _ observed: ArraySlice<UInt8>
  ) {
    var issue = DMARCIssue(reason: reason, tag: tag, offset: offset, observed: observed.text)
    if [.value, .reportAddress].contains(reason), let place = Self.tagStart(in: observed) {
      issue = DMARCIssue(
        reason: .missingSemicolon, tag: tag, offset: place, observed: observed[place...].text)
    }
    issues.append(issue)
  }

  /// Where a known tag begins after white space inside a value, as in `p=none rua=...`.
  private static func tagStart(in value: ArraySlice<UInt8>) -> Int? {
    let known: Set = [
      "p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "t", "psd", "pct", "rf", "ri",
    ]
    for equals in value.indices where value[equals] == UInt8(ascii: "=") {
      let front = value[..<equals].trimmed
      let start = front.lastIndex { !$0.isLetter }.map { $0 + 1 } ?? front.startIndex
      // Tag names are short, and one of them is behind white space.
      guard start > value.startIndex, value[start - 1].isFoldingSpace, front.endIndex - start <= 5
      else { continue }
      if known.contains(front[start...].foldedText) { return start }
    }
    return nil
  }

  private static func reason(_ fault: TagList.Fault.Reason) -> DMARCIssue.Reason {
    switch fault {
    case .emptyTag: .emptyTag
    case .missingEquals: .missingEquals
    case .tagName: .tagName
    case .character: .character
    }
  }
}
