/// A character outside ASCII in a published text, or an octet that is no part of UTF-8.
public struct PublishedCharacter: Hashable, Sendable {
  /// The scalar value; nil for an octet that is no part of UTF-8.
  public let codePoint: UInt32?
  /// The first octet.
  public let octet: UInt8
  /// Where it begins, in octets from 0.
  public let offset: Int

  /// A character from its parts.
  init(codePoint: UInt32?, octet: UInt8, offset: Int) {
    self.codePoint = codePoint
    self.octet = octet
    self.offset = offset
  }

  /// `U+200B ZERO WIDTH SPACE`, as the Unicode standard names it, or `0xE9` for a lone octet.
  public var description: String {
    guard let codePoint else { return "0x" + Self.hexadecimal(UInt32(octet), digits: 2) }
    let number = "U+" + Self.hexadecimal(codePoint, digits: 4)
    let properties = Unicode.Scalar(codePoint)?.properties
    guard let name = properties?.name ?? properties?.nameAlias ?? Self.controls[codePoint] else {
      return number
    }
    return "\(number) \(name)"
  }

  /// Control characters have no names but aliases (Unicode, NameAliases.txt), which Swift does not
  /// know everywhere.
  private static let controls: [UInt32: String] = [
    0x00: "NULL", 0x07: "ALERT", 0x08: "BACKSPACE", 0x09: "CHARACTER TABULATION",
    0x0A: "LINE FEED", 0x0B: "LINE TABULATION", 0x0C: "FORM FEED", 0x0D: "CARRIAGE RETURN",
    0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE",
  ]

  /// What stands for it in ASCII when it comes from a word processor, an input method or a web
  /// page: nothing for what is not seen, nil when it stands for nothing in particular.
  var plain: String? {
    guard let codePoint else { return nil }
    // The full-width forms are the ASCII characters, shifted (Unicode, block FF00).
    if (0xFF01...0xFF5E).contains(codePoint), let octet = UInt8(exactly: codePoint - 0xFEE0) {
      return String(UnicodeScalar(octet))
    }
    return Self.replacements.first { $0.range.contains(codePoint) }?.text
  }

  private static let replacements: [(range: ClosedRange<UInt32>, text: String)] = [
    (0x00A0...0x00A0, " "), (0x1680...0x1680, " "), (0x2000...0x200A, " "),
    (0x2028...0x2029, " "), (0x202F...0x202F, " "), (0x205F...0x205F, " "),
    (0x3000...0x3000, " "),
    // Soft hyphen, joiners, direction marks, byte order mark.
    (0x00AD...0x00AD, ""), (0x200B...0x200F, ""), (0x202A...0x202E, ""), (0x2060...0x2069, ""),
    (0xFEFF...0xFEFF, ""),
    // Quotes of all kinds.
    (0x00AB...0x00AB, "\""), (0x00BB...0x00BB, "\""), (0x2018...0x201F, "\""),
    (0x2032...0x2033, "\""), (0x2039...0x203A, "\""), (0x300C...0x300F, "\""),
    (0x301D...0x301F, "\""),
    (0x037E...0x037E, ";"), (0x2010...0x2015, "-"), (0x2212...0x2212, "-"),
    (0x2026...0x2026, "..."),
    (0x3001...0x3001, ","), (0x3002...0x3002, "."), (0xFF61...0xFF61, "."),
  ]

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
