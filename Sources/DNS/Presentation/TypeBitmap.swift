/// The record types that exist at a name, as NSEC and NSEC3 list them (RFC 4034 §4.1.2).
enum TypeBitmap {
  /// The mnemonics, window by window; nil when the octets are no bitmap.
  static func windows(_ octets: [UInt8]) -> [[String]]? {
    var windows: [[String]] = []
    var position = 0
    while position < octets.count {
      guard position + 2 <= octets.count else { return nil }
      let window = Int(octets[position])
      let length = Int(octets[position + 1])
      position += 2
      guard (1...32).contains(length), position + length <= octets.count else { return nil }
      windows.append(
        octets[position..<(position + length)].enumerated().flatMap { index, octet in
          (0..<8).filter { octet & (0x80 >> $0) != 0 }
            .map { RecordType(rawValue: UInt16(window * 256 + index * 8 + $0)).name }
        })
      position += length
    }
    return windows
  }

  /// The mnemonics of the first 128 types in one bitmap, as NXT lists them (RFC 2535 §5.2); nil when
  /// the octets are none: the first bit and trailing zeros have no meaning.
  static func namesOfFirst(_ octets: [UInt8]) -> [String]? {
    guard octets.count <= 16, (octets.first ?? 0) & 0x80 == 0, octets.last != 0 else { return nil }
    return octets.enumerated().flatMap { index, octet in
      (0..<8).filter { octet & (0x80 >> $0) != 0 }
        .map { RecordType(rawValue: UInt16(index * 8 + $0)).mnemonicOrNumber }
    }
  }
}
