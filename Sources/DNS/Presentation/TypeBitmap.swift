/// The record types that exist at a name, as NSEC and NSEC3 list them (RFC 4034 §4.1.2).
enum TypeBitmap {
  /// The mnemonics; nil when the octets are no bitmap.
  static func names(_ octets: [UInt8]) -> [String]? {
    var names: [String] = []
    var position = 0
    while position < octets.count {
      guard position + 2 <= octets.count else { return nil }
      let window = Int(octets[position])
      let length = Int(octets[position + 1])
      position += 2
      guard (1...32).contains(length), position + length <= octets.count else { return nil }
      for (index, octet) in octets[position..<(position + length)].enumerated() {
        for bit in 0..<8 where octet & (0x80 >> bit) != 0 {
          names.append(RecordType(rawValue: UInt16(window * 256 + index * 8 + bit)).name)
        }
      }
      position += length
    }
    return names
  }
}
