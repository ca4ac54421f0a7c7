/// Base64 as DKIM keys are written: white space may stand anywhere (RFC 6376 §3.6.1, `p=`).
enum Base64Text {
  /// Where the text stops being base64.
  struct Fault: Error { let offset: Int }

  /// The octets of the sound groups of four at the beginning, whatever comes after them.
  static func soundBeginning(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    for octet in text where !octet.isFoldingSpace {
      guard value(of: octet) != nil else { break }
      digits.append(octet)
    }
    return (try? decode(digits.prefix(digits.count / 4 * 4))) ?? []
  }

  /// The text for octets, padded, without white space (RFC 4648 §4).
  static func encode(_ octets: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((octets.count + 2) / 3 * 4)
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 0x3F] : UInt8(ascii: "="))
      }
    }
    return text.text
  }

  /// Whether an octet is a digit of base64; padding is none.
  static func isDigit(_ octet: UInt8) -> Bool { value(of: octet) != nil }

  /// The octets that the text stands for; the offset of a fault is an index of the slice.
  static func decode(_ text: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for (index, octet) in zip(text.indices, text) where !octet.isFoldingSpace {
      if octet == UInt8(ascii: "=") {
        padding += 1
        // RFC 4648 §4: at most two, and only where a group of four lacks them.
        guard digits % 4 + padding <= 4, digits % 4 >= 2 else { throw Fault(offset: index) }
        continue
      }
      guard let value = value(of: octet), padding == 0 else { throw Fault(offset: index) }
      bits = bits << 6 | value
      digits += 1
      if digits % 4 == 0 {
        octets += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
        bits = 0
      }
    }
    guard (digits + padding) % 4 == 0 else { throw Fault(offset: text.endIndex) }
    switch digits % 4 {
    case 2: octets.append(UInt8(bits >> 4 & 0xFF))
    case 3: octets += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
    default: break
    }
    return octets
  }

  private static func value(of octet: UInt8) -> UInt32? {
    switch octet {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(octet) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(octet) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(octet) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
