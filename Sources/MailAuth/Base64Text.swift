/// Base64 as DKIM keys are written: white space may stand anywhere (RFC 6376 §3.6.1, `p=`).
enum Base64Text {
  /// Where the text stops being base64.
  struct Fault: Error { let offset: Int }

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
