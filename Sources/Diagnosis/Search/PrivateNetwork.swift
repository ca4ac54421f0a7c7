import DNS

/// A kind of network whose addresses nobody reaches from the Internet (RFC 6890 §2.2.2, §2.2.3).
enum PrivateNetwork: Hashable {
  /// `This host on this network` (RFC 1122 §3.2.1.3).
  case unspecified
  /// The machine itself.
  case loopback
  /// One cable.
  case linkLocal
  /// Private use (RFC 1918, RFC 4193).
  case privateUse
  /// Between a provider and its customers (RFC 6598).
  case shared

  /// The network of an address; nil when it is a public one.
  static func of(_ address: IPAddress) -> PrivateNetwork? {
    blocks.first { $0.block.contains(address) }?.network
  }

  private static let blocks: [(block: AddressBlock, network: PrivateNetwork)] = [
    ("0.0.0.0/8", .unspecified), ("::/128", .unspecified), ("127.0.0.0/8", .loopback),
    ("::1/128", .loopback), ("169.254.0.0/16", .linkLocal), ("fe80::/10", .linkLocal),
    ("10.0.0.0/8", .privateUse), ("172.16.0.0/12", .privateUse),
    ("192.168.0.0/16", .privateUse), ("fc00::/7", .privateUse), ("100.64.0.0/10", .shared),
  ].compactMap { text, network in AddressBlock(text).map { ($0, network) } }
}
