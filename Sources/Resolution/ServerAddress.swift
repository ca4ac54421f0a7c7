import DNS

/// Where a DNS server listens: an address and a port, UDP and TCP alike.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address.
  public let address: IPAddress
  /// The port, 53 unless somebody says otherwise.
  public let port: UInt16

  /// RFC 1035 §4.2.
  public static let standardPort: UInt16 = 53

  /// A server at an address and a port.
  public init(_ address: IPAddress, port: UInt16 = standardPort) {
    self.address = address
    self.port = port
  }

  /// Reads `ADDRESS` or `ADDRESS#PORT`, the notation of BIND and Unbound.
  public init?(_ text: String, defaultPort: UInt16 = standardPort) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
    guard parts.count == 2 else {
      self.init(address, port: defaultPort)
      return
    }
    guard let port = UInt16(parts[1]), port > 0 else { return nil }
    self.init(address, port: port)
  }

  /// The address, with `#PORT` unless the port is 53.
  public var description: String {
    port == Self.standardPort ? address.description : "\(address)#\(port)"
  }
}
