import DNS

/// What is known of the zone that the person edits at the DNS host, as the host's console shows it.
public struct EditedZone: Hashable, Sendable, Codable {
  /// The name servers that the console shows for the zone.
  public var nameServers: [DNSName]

  /// A zone as far as it is known.
  public init(nameServers: [DNSName]) { self.nameServers = nameServers }

  /// Whether the console shows servers of the same DNS host and none of those delegated to.
  ///
  /// A host whose servers are the same for every customer cannot be judged that way, and is not: its
  /// console shows the servers that are delegated to.
  func isServedByOthers(than delegated: [DNSName]) -> Bool {
    !nameServers.isEmpty && Set(nameServers).isDisjoint(with: delegated)
      && !Set(nameServers.map(Self.brand)).isDisjoint(with: delegated.map(Self.brand))
  }

  /// What the server names of one DNS host have in common: `awsdns` of `ns-1.awsdns-12.org`.
  private static func brand(_ server: DNSName) -> String {
    let domain = PublicSuffixList.registrableDomain(of: server) ?? server
    let label = domain.labels.first.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    return String(label.prefix { $0.isLetter })
  }
}
