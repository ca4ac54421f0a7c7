/// Records written as a zone file writes them (RFC 1035 §5.1).
public enum ZoneText {
  /// The longest text that is read, in octets.
  public static let longest = 1 << 20

  /// Reads the records of a zone text; lines are read by libldns.
  ///
  /// Understood: comments, parentheses over several lines, `$ORIGIN` and `$TTL`, a blank owner that
  /// stands for the one before. Names without a final dot are completed with the origin.
  public static func records(
    _ text: String, origin: DNSName, ttl: UInt32 = 600
  ) throws(ZoneTextError) -> [ResourceRecord] {
    guard text.utf8.count <= longest else { throw ZoneTextError(line: 1, reason: .tooLong) }
    var records: [ResourceRecord] = []
    var origin = origin
    var ttl = ttl
    for entry in try entries(text) {
      let words = entry.text.split(whereSeparator: \.isWhitespace)
      if words.first == "$ORIGIN", words.count == 2,
        let name = Self.name(String(words[1]), below: origin)
      {
        origin = name
      } else if words.first == "$TTL", words.count == 2, let seconds = UInt32(words[1]) {
        ttl = seconds
      } else if words.first?.hasPrefix("$") == true {
        throw ZoneTextError(line: entry.line, reason: .unknownDirective)
      } else if !entry.text.utf8.contains(0), Self.isReadable(recordType(of: entry.text)),
        let record = ResourceRecord.read(
          line: entry.text, ttl: ttl, origin: origin, previous: records.last?.name)
      {
        records.append(record)
      } else {
        throw ZoneTextError(line: entry.line, reason: .unreadableRecord)
      }
    }
    return records
  }

  /// The type of a record: what stands behind its owner, TTL and class (RFC 1035 §5.1).
  private static func recordType(of entry: String) -> RecordType? {
    var previous: Unicode.Scalar = " "
    // As libldns sees it, a backslash keeps words together, even one that is itself escaped.
    let words = entry.unicodeScalars.split(maxSplits: 5) { scalar in
      defer { previous = scalar }
      return (scalar == " " || scalar == "\t") && previous != "\\"
    }.map { String($0).uppercased() }
    let isBlankOwner = entry.unicodeScalars.first.map { $0 == " " || $0 == "\t" } ?? true
    let type = words.dropFirst(isBlankOwner ? 0 : 1).drop { word in
      word.first?.isNumber == true || ["IN", "CH", "HS", "ANY", "NONE"].contains(word)
        || word.hasPrefix("CLASS")
    }.first
    return type.flatMap { RecordType(name: $0) }
  }

  /// libldns forgets to free wrong data of CERT (37) and IPSECKEY (45); neither is needed here.
  private static func isReadable(_ type: RecordType?) -> Bool {
    type.map { ![37, 45].contains($0.rawValue) } ?? false
  }

  /// A name of a directive, completed like any other when it has no final dot (RFC 1035 §5.1).
  private static func name(_ word: String, below origin: DNSName) -> DNSName? {
    let isAbsolute = word.hasSuffix(".") && !word.hasSuffix("\\.")
    return isAbsolute ? try? DNSName(word) : try? DNSName(word).appending(origin)
  }

  /// Joins what parentheses hold together and takes comments away.
  private static func entries(_ text: String) throws(ZoneTextError) -> [(line: Int, text: String)] {
    var entries: [(line: Int, text: String)] = []
    var current = String.UnicodeScalarView()
    var start = 1
    var line = 1
    var depth = 0
    var quoted = false
    var escaped = false
    var comment = false
    // Code points, not Characters: a combining mark must not hide the quote in front of it.
    for character in (text + "\n").unicodeScalars where character != "\r" {
      if character == "\n" {
        line += 1
        comment = false
        escaped = false
        if depth > 0 || quoted {
          current.append(" ")
          continue
        }
        if current.contains(where: { !$0.properties.isWhitespace }) {
          entries.append((start, String(current)))
        }
        current.removeAll()
        start = line
      } else if comment {
        continue
      } else if escaped {
        escaped = false
        current.append(character)
      } else if character == "\\" {
        escaped = true
        current.append(character)
      } else if character == "\"" {
        quoted.toggle()
        current.append(character)
      } else if quoted {
        current.append(character)
      } else if character == ";" {
        comment = true
      } else if character == "(" {
        depth += 1
        current.append(" ")
      } else if character == ")" {
        depth -= 1
        current.append(" ")
        if depth < 0 { throw ZoneTextError(line: line, reason: .unbalanced) }
      } else {
        current.append(character)
      }
    }
    if depth > 0 || quoted { throw ZoneTextError(line: start, reason: .unbalanced) }
    return entries
  }
}

/// Where a zone text cannot be read, and why.
public struct ZoneTextError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// Over `ZoneText.longest`.
    case tooLong
    /// A parenthesis or quote that is never closed or never opened.
    case unbalanced
    /// A `$` line other than `$ORIGIN` and `$TTL`.
    case unknownDirective
    /// libldns does not take the record.
    case unreadableRecord
  }

  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let reason: Reason
}
