/// A network on whose behalf a question is put, so that a server may answer as it would there
/// (RFC 7871).
public struct ClientSubnet: Hashable, Sendable {
  /// An address in the network; what lies behind the prefix is not sent.
  public let address: IPAddress
  /// How many leading bits count.
  public let prefixLength: UInt8

  /// A network; nil when the prefix is longer than the address.
  public init?(_ address: IPAddress, prefixLength: UInt8) {
    guard Int(prefixLength) <= 8 * address.octets.count else { return nil }
    self.address = address
    self.prefixLength = prefixLength
  }

  /// `203.0.113.0/24`
  public var description: String { "\(address)/\(prefixLength)" }

  /// The network as an EDNS option: family, prefix length, scope 0, and the octets that count
  /// (RFC 7871 §6).
  public var option: EDNSOption {
    let count = (Int(prefixLength) + 7) / 8
    var octets = Array(address.octets.prefix(count))
    let spare = count * 8 - Int(prefixLength)
    if let last = octets.indices.last { octets[last] &= UInt8(truncatingIfNeeded: 0xFF << spare) }
    return EDNSOption(
      code: EDNSOption.clientSubnet,
      data: [0, address.isIPv6 ? 2 : 1, prefixLength, 0] + octets)
  }
}
