import DNS

extension IPAddress {
  /// Whether the first `length` bits of both addresses are the same, and so is their family.
  func matches(_ network: IPAddress, prefixLength length: Int) -> Bool {
    guard octets.count == network.octets.count else { return false }
    let whole = min(max(length, 0) / 8, octets.count)
    guard octets.prefix(whole).elementsEqual(network.octets.prefix(whole)) else { return false }
    let bits = length - whole * 8
    guard (1...7).contains(bits), whole < octets.count else { return true }
    return (octets[whole] ^ network.octets[whole]) >> (8 - bits) == 0
  }

  /// The address with all bits behind the first `length` zero.
  func masked(to length: Int) -> IPAddress {
    let masked = octets.enumerated().map { index, octet in
      octet & ~(UInt8.max >> UInt8(min(max(length - index * 8, 0), 8)))
    }
    return IPAddress(octets: masked) ?? self
  }

  /// The address that counts: an IPv4-mapped one is IPv4 (RFC 7208 §5, RFC 4291 §2.5.5.2).
  var unmapped: IPAddress {
    guard isIPv6, octets.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]) else {
      return self
    }
    return IPAddress(octets: Array(octets.suffix(4))) ?? self
  }

  /// What the macro `i` stands for: dotted octets, or the dotted nibbles of IPv6 (RFC 7208 §7.3).
  var macroText: String {
    guard isIPv6 else { return description }
    return octets.flatMap { [String($0 >> 4, radix: 16), String($0 & 15, radix: 16)] }
      .joined(separator: ".")
  }
}
