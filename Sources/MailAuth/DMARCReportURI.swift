import DNS

/// Where reports are sent to (RFC 9989 §4.6).
public struct DMARCReportURI: Hashable, Sendable {
  /// The URI as written, without an obsolete size limit.
  public let text: String
  /// The address of a `mailto:` URI, percent-decoded; nil for other schemes, which readers ignore.
  public let mailbox: String?
  /// The domain of that address.
  public let domain: DNSName?
  /// The size limit that RFC 7489 §6.2 allowed, such as `10m`; nil without one.
  public let obsoleteSize: String?

  /// Reads one URI of a list; nil when it is none.
  init?(_ octets: ArraySlice<UInt8>) {
    var uri = octets
    var size: String?
    // RFC 9989 §4.8: an exclamation point that belongs to the URI is encoded.
    if let mark = uri.lastIndex(of: UInt8(ascii: "!")) {
      let digits = uri[(mark + 1)...].prefix(while: \.isDigit)
      let unit = uri[digits.endIndex...]
      guard !digits.isEmpty,
        unit.isEmpty || unit.count == 1 && Array("kmgt".utf8).contains(unit.first?.folded ?? 0)
      else { return nil }
      size = uri[(mark + 1)...].text
      uri = uri[..<mark]
    }
    // RFC 3986 §3.1: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
    guard let colon = uri.firstIndex(of: UInt8(ascii: ":")), let first = uri.first, first.isLetter,
      uri[..<colon].allSatisfy({ $0.isAlphanumeric || Array("+-.".utf8).contains($0) }),
      uri.count > uri[...colon].count, uri.allSatisfy(\.isVisible)
    else { return nil }
    if uri[..<colon].foldedText == "mailto" {
      // RFC 6068 §2: header fields may follow a question mark.
      let encoded = uri[(colon + 1)...].prefix { $0 != UInt8(ascii: "?") }
      guard let decoded = Self.percentDecoded(encoded),
        let at = decoded.lastIndex(of: UInt8(ascii: "@")), at > 0,
        let mailbox = String(validating: decoded, as: UTF8.self),
        decoded.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
        let domain = try? DNSName(decoded[(at + 1)...].text), domain != .root
      else { return nil }
      self.mailbox = mailbox
      self.domain = domain
    } else {
      mailbox = nil
      domain = nil
    }
    text = uri.text
    obsoleteSize = size
  }

  private static func percentDecoded(_ encoded: ArraySlice<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    var rest = encoded
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        decoded.append(octet)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ $0.isAlphanumeric }),
        let value = UInt8(digits.text, radix: 16)
      else { return nil }
      decoded.append(value)
      rest = rest.dropFirst(2)
    }
    return decoded
  }
}
