/// Octets as base64 (RFC 4648 §4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func text(_ octets: [UInt8]) -> String {
    stride(from: 0, to: octets.count, by: 3).map { start in
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let digits = [18, 12, 6, 0].prefix(group.count + 1).map { alphabet[bits >> $0 & 0x3F] }
      return String(digits) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }
}

/// Octets as base32 with the extended alphabet and no padding (RFC 4648 §7, RFC 5155 §3.3).
enum Base32 {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUV")

  static func text(_ octets: [UInt8]) -> String {
    var text = ""
    var bits = 0
    var count = 0
    for octet in octets {
      bits = (bits << 8 | Int(octet)) & 0xFFFF
      count += 8
      while count >= 5 {
        count -= 5
        text.append(alphabet[bits >> count & 0x1F])
      }
    }
    if count > 0 { text.append(alphabet[bits << (5 - count) & 0x1F]) }
    return text
  }
}
