import DNS

/// A block of addresses, `104.16.0.0/13` (RFC 4632 §3.1, RFC 4291 §2.3).
struct AddressBlock: Hashable {
  private let first: IPAddress
  private let length: Int

  /// Reads an address, a slash and the number of leading bits that count.
  init?(_ text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let first = IPAddress(String(parts[0])), let length = Int(parts[1]),
      (0...(8 * first.octets.count)).contains(length)
    else { return nil }
    self.first = first
    self.length = length
  }

  /// Whether the address lies in the block.
  func contains(_ address: IPAddress) -> Bool {
    guard address.octets.count == first.octets.count else { return false }
    return zip(address.octets, first.octets).enumerated().allSatisfy { index, pair in
      let bits = min(8, max(0, length - 8 * index))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      return pair.0 & mask == pair.1 & mask
    }
  }
}
