/// Makes scalars from UTF-8 that comes octet by octet.
///
/// What is not UTF-8 becomes U+FFFD, one for each longest piece that could have become a
/// character (Unicode 15, section 3.9).
struct ScalarDecoder {
  private var value: UInt32 = 0
  private var missing = 0
  /// The octets that may follow next: fewer after some first octets, so that overlong forms,
  /// surrogates and values above U+10FFFF cannot come about.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a character has begun and not ended.
  var isWithinCharacter: Bool { missing > 0 }

  /// Takes one octet and gives what is complete now: none, one or two scalars.
  mutating func decode(_ octet: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return begin(octet) }
    guard allowed.contains(octet) else {
      missing = 0
      return ["\u{FFFD}"] + begin(octet)
    }
    allowed = 0x80...0xBF
    value = value << 6 | UInt32(octet & 0x3F)
    missing -= 1
    return missing > 0 ? [] : [Unicode.Scalar(value) ?? "\u{FFFD}"]
  }

  /// Ends the input: U+FFFD if it ends within a character.
  mutating func end() -> [Unicode.Scalar] {
    defer { missing = 0 }
    return missing > 0 ? ["\u{FFFD}"] : []
  }

  /// RFC 3629 section 4.
  private mutating func begin(_ octet: UInt8) -> [Unicode.Scalar] {
    allowed = 0x80...0xBF
    switch octet {
    case 0x00...0x7F: return [Unicode.Scalar(octet)]
    case 0xC2...0xDF: (value, missing) = (UInt32(octet & 0x1F), 1)
    case 0xE0...0xEF:
      (value, missing) = (UInt32(octet & 0x0F), 2)
      if octet == 0xE0 { allowed = 0xA0...0xBF }
      if octet == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, missing) = (UInt32(octet & 0x07), 3)
      if octet == 0xF0 { allowed = 0x90...0xBF }
      if octet == 0xF4 { allowed = 0x80...0x8F }
    default: return ["\u{FFFD}"]
    }
    return []
  }
}
