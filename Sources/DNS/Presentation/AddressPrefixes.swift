/// The address prefixes of APL records (RFC 3123 §4).
enum AddressPrefixes {
  /// `1:192.0.2.0/24`, with `!` in front of an exception; nil when the octets are no prefixes.
  static func words(_ octets: [UInt8]) -> [String]? {
    var words: [String] = []
    var position = 0
    while position < octets.count {
      guard position + 4 <= octets.count else { return nil }
      let family = Int(octets[position]) << 8 | Int(octets[position + 1])
      let (isException, length) = (
        octets[position + 3] & 0x80 != 0, Int(octets[position + 3] & 127)
      )
      let size = family == 1 ? 4 : 16
      let start = position + 4
      guard family == 1 || family == 2, length <= size, start + length <= octets.count,
        Int(octets[position + 2]) <= size * 8,
        // Trailing zero octets are left out.
        let address = IPAddress(
          octets: octets[start..<(start + length)] + Array(repeating: 0, count: size - length))
      else { return nil }
      words.append("\(isException ? "!" : "")\(family):\(address)/\(octets[position + 2])")
      position = start + length
    }
    return words
  }
}
