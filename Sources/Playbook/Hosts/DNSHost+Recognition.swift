public import DNS

extension DNSHost {
  /// The host that all or most of these servers belong to; nil when none does.
  public static func recognise(_ servers: [DNSName], among hosts: [DNSHost]) -> DNSHost? {
    all(servers, among: hosts).first
  }

  /// Every host that one of these servers belongs to, the one with most of them first.
  ///
  /// More than one means that the answers depend on which server is asked.
  public static func all(_ servers: [DNSName], among hosts: [DNSHost]) -> [DNSHost] {
    let owners = servers.compactMap { owner(of: $0, among: hosts) }
    let counted = owners.map { owner in (owner, owners.count { $0 == owner }) }
    // The order of the servers decides between equals, so that a result does not change by itself.
    let sorted = counted.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }
    return sorted.map { hosts[$0.element.0] }
      .reduce(into: []) { found, host in if !found.contains(host) { found.append(host) } }
  }

  /// Whether a server's name fits one of the patterns.
  public func serves(_ server: DNSName) -> Bool { patterns.contains { $0.matches(server) } }

  /// The place of the host whose pattern says most about this name.
  private static func owner(of server: DNSName, among hosts: [DNSHost]) -> Int? {
    let labels = NameServerPattern.labels(of: server)
    let fitting = hosts.enumerated().compactMap { index, host in
      host.patterns.filter { $0.matches(labels) }.map(\.weight).max().map { (index, $0) }
    }
    return fitting.max { $0.1 < $1.1 }?.0
  }
}
