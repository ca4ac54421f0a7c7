public import DNS

extension World {
  /// What a server of the world is for.
  public enum Role: String, Sendable, CaseIterable {
    /// The root of the name space.
    case root
    /// Every registry: the top-level domains and the suffixes below them.
    case registry
    /// The DNS host that the person uses: DNSPod.
    case dnsHost = "dns-host"
    /// A DNS host of former days, which knows nothing of the person's zones.
    case oldHost = "old-host"
    /// What a registrar puts in place of the owner's servers to suspend a domain.
    case standIn = "stand-in"
    /// A recursive resolver with a cache of its own.
    case resolver
  }

  /// One server of the world; it listens at `World.port`.
  public struct Server: Hashable, Sendable {
    /// What it is for.
    public let role: Role
    /// Its name in the DNS; resolvers have none.
    public let name: DNSName?
    /// Where it listens.
    public let address: IPAddress
  }

  /// The servers, from the root to the resolvers, for showing them.
  public var servers: [Server] {
    named(.root, [landscape.rootServer]) + named(.registry, [landscape.registryServer])
      + named(.dnsHost, landscape.dnsHostServers) + named(.oldHost, landscape.oldHostServers)
      + named(.standIn, landscape.standInServers)
      + landscape.resolvers.map { Server(role: .resolver, name: nil, address: $0) }
  }

  /// The address of the RDAP service of every registry.
  public var registryService: String { "http://\(landscape.registryService):\(port)/" }

  /// Where to begin instead of at the real root.
  public var rootServers: [(name: DNSName, address: IPAddress)] {
    servers.filter { $0.role == .root }.compactMap { server in
      server.name.map { ($0, server.address) }
    }
  }

  /// The resolver that the mail service asks too.
  public var resolver: (address: IPAddress, port: UInt16) { (landscape.resolver, port) }

  /// A second resolver, which remembers other things than the first.
  public var secondResolver: (address: IPAddress, port: UInt16) { (landscape.secondResolver, port) }

  /// Addresses of the DNS host's servers, known without asking anybody: a registry hold can be seen
  /// only by asking servers that no delegation names.
  public var knownHosts: [DNSName: [IPAddress]] {
    Dictionary(
      uniqueKeysWithValues: landscape.dnsHostServers.map { name in
        (name, landscape.hosts[name].map { [$0] } ?? [])
      })
  }

  private func named(_ role: Role, _ names: [DNSName]) -> [Server] {
    names.compactMap { name in
      landscape.hosts[name].map { Server(role: role, name: name, address: $0) }
    }
  }
}
