import DNS

/// A zone with the servers that are named for it.
public struct ServedZone: Hashable, Sendable, Codable {
  /// The zone.
  public var name: DNSName
  /// Its servers, as the zone above lists them.
  public var nameServers: [NameServer]

  /// A zone and its servers.
  public init(_ name: DNSName, nameServers: [NameServer]) {
    self.name = name
    self.nameServers = nameServers
  }
}
