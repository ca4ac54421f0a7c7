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

  /// A network as `dig` takes it: an address, or the beginning of one, and how many bits of it
  /// count; all of them when nothing is said. Nil when it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let written = parts.first.map(String.init), !written.hasPrefix(".") else { return nil }
    let length = parts.count == 2 ? Self.bits(parts[1]) : 128
    // `192.0/16` means 192.0.0.0/16; without a length that would be a guess.
    let endings = parts.count == 2 ? ["", ".0", ".0.0", ".0.0.0"] : [""]
    guard let length, let address = endings.lazy.compactMap({ IPAddress(written + $0) }).first
    else { return nil }
    self.init(address, prefixLength: min(length, UInt8(8 * address.octets.count)))
  }

  /// A number of bits up to 128, in digits alone.
  private static func bits(_ text: Substring) -> UInt8? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return UInt8(text).flatMap { $0 <= 128 ? $0 : nil }
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

  /// The option that names no network, so that nobody adds one either (RFC 7871 §7.1.2).
  public static let noNetwork = EDNSOption(code: EDNSOption.clientSubnet, data: [0, 0, 0, 0])
}
