extension DNSName: CustomStringConvertible {
  /// Reads the presentation form of RFC 1035 §5.1, with or without the final dot.
  ///
  /// `\DDD` and `\X` escapes are understood; characters outside ASCII stand for their UTF-8 octets.
  public init(_ presentation: String) throws(DNSNameError) {
    let octets = Array(presentation.utf8)
    if octets == [UInt8(ascii: ".")] {
      self = .root
      return
    }
    // A name of 255 octets has at most 4 * 255 characters when all are written as \DDD.
    if octets.count > 4 * Self.longestName { throw .nameTooLong }
    var labels: [[UInt8]] = []
    var label: [UInt8] = []
    var position = 0
    var endsWithDot = false
    while position < octets.count {
      endsWithDot = false
      switch octets[position] {
      case UInt8(ascii: "."):
        labels.append(label)
        label = []
        endsWithDot = true
        position += 1
      case UInt8(ascii: "\\"):
        let (octet, length) = try Self.escape(octets[(position + 1)...])
        label.append(octet)
        position += 1 + length
      default:
        label.append(octets[position])
        position += 1
      }
    }
    if !endsWithDot { labels.append(label) }
    try self.init(labels: labels)
  }

  private static func escape(
    _ rest: ArraySlice<UInt8>
  ) throws(DNSNameError) -> (octet: UInt8, length: Int) {
    guard let first = rest.first else { throw .badEscape }
    guard isDigit(first) else { return (first, 1) }
    let digits = rest.prefix(3)
    guard digits.count == 3, digits.allSatisfy(isDigit) else { throw .badEscape }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard let octet = UInt8(exactly: value) else { throw .badEscape }
    return (octet, 3)
  }

  private static func isDigit(_ octet: UInt8) -> Bool { (48...57).contains(octet) }

  /// The name with its final dot, special and unprintable octets escaped (RFC 1035 §5.1).
  public var description: String {
    wire[0] == 0 ? "." : labels.reduce(into: "") { $0 += Self.presentation($1) + "." }
  }

  /// The name as people write it, without the final dot.
  public var withoutFinalDot: String {
    wire[0] == 0 ? "." : labels.map(Self.presentation).joined(separator: ".")
  }

  /// One label, escaped as BIND and libldns escape it.
  public static func presentation(_ label: [UInt8]) -> String {
    var text = ""
    for octet in label {
      switch octet {
      case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ";"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "@"), UInt8(ascii: "$"):
        text += "\\" + String(UnicodeScalar(octet))
      case 0x21...0x7E:
        text.unicodeScalars.append(UnicodeScalar(octet))
      default:
        text += "\\" + decimal(octet)
      }
    }
    return text
  }

  private static func decimal(_ octet: UInt8) -> String {
    let digits = String(octet)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension DNSName: Codable {
  /// Decodes the presentation form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode(String.self))
    } catch is DNSNameError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "domain name")
    }
  }

  /// Encodes the presentation form with its final dot.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
