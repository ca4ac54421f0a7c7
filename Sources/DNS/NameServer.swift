/// A server of a zone: its name, and its addresses as far as they are known.
public struct NameServer: Hashable, Sendable, Codable {
  /// The name in the NS record.
  public var name: DNSName
  /// The addresses, from glue or looked up; empty when none was found.
  public var addresses: [IPAddress]

  /// A server by name and addresses.
  public init(_ name: DNSName, addresses: [IPAddress] = []) {
    self.name = name
    self.addresses = addresses
  }
}
