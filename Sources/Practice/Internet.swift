import DNS

/// All authoritative servers of the world with the zones on them: a pure value, built anew after
/// each change.
struct Internet: Sendable {
  private var authorities: [IPAddress: Authority] = [:]
  private let rootAddress: IPAddress?

  /// TTL of a delegation as registries publish it, in seconds (com and the root: two days).
  private static let delegationTTL: UInt32 = 172_800
  /// TTL of a name server's address, in seconds.
  private static let hostTTL: UInt32 = 86400

  /// Hosts the sender zones and everything above them; `held` origins are not delegated to the DNS
  /// host, but to the servers of `standIns` where there is one.
  init(
    landscape: Landscape, senderZones: [HostedZone] = [], held: Set<DNSName> = [],
    standIns: [HostedZone] = []
  ) {
    var hosts = landscape.hosts
    var zones: [DNSName: HostedZone] = [:]
    for zone in landscape.zones { zones[zone.origin] = zone }
    let above = senderZones.flatMap { Self.ancestors(of: $0.origin) }
    for suffix in landscape.topLevelDomains + above where zones[suffix] == nil {
      let (zone, server) = landscape.registryZone(suffix)
      zones[suffix] = zone
      hosts[server] = hosts[server] ?? landscape.registryAddress
    }
    for var zone in senderZones {
      zone.records += zones[zone.origin]?.records ?? []
      zones[zone.origin] = zone
    }
    rootAddress = hosts[landscape.rootServer]
    authorities = Dictionary(uniqueKeysWithValues: Set(hosts.values).map { ($0, Authority()) })
    let addresses = hosts.mapValues { RecordData.address($0) }
    let origins = Set(zones.keys)
    var extra: [DNSName: [ResourceRecord]] = [:]
    for (host, address) in addresses {
      guard let origin = Self.closest(to: host, in: origins) else { continue }
      extra[origin, default: []].append(
        ResourceRecord(name: host, type: .a, ttl: Self.hostTTL, data: address))
    }
    for zone in zones.values {
      extra[zone.origin, default: []] += Self.nameServers(zone, ttl: HostedZone.nameServerTTL)
      guard let above = zone.origin.parent, !held.contains(zone.origin),
        let parent = Self.closest(to: above, in: origins)
      else { continue }
      extra[parent, default: []] += Self.nameServers(zone, ttl: Self.delegationTTL)
    }
    for zone in standIns {
      guard let above = zone.origin.parent, let parent = Self.closest(to: above, in: origins)
      else { continue }
      extra[parent, default: []] += Self.nameServers(zone, ttl: Self.delegationTTL)
    }
    for hosted in zones.values {
      guard let start = hosted.start else { continue }
      var glue: [DNSName: [ResourceRecord]] = [:]
      for (host, address) in addresses where landscape.hasGlue(hosted.origin, for: host) {
        glue[host] = [
          ResourceRecord(name: host, type: .a, ttl: Self.delegationTTL, data: address)
        ]
      }
      let zone = Zone(
        origin: hosted.origin, start: start, startTTL: hosted.absenceTTL,
        records: hosted.records + (extra[hosted.origin] ?? []), glue: glue)
      for server in hosted.nameServers {
        if let address = hosts[server] { authorities[address]?.zones[zone.origin] = zone }
      }
    }
    for hosted in standIns {
      guard let start = hosted.start else { continue }
      let zone = Zone(
        origin: hosted.origin, start: start, startTTL: hosted.absenceTTL,
        records: hosted.records + Self.nameServers(hosted, ttl: HostedZone.nameServerTTL),
        glue: [:])
      for server in hosted.nameServers {
        if let address = hosts[server] { authorities[address]?.zones[zone.origin] = zone }
      }
    }
  }

  /// Where a resolver begins.
  var root: [IPAddress] { rootAddress.map { [$0] } ?? [] }

  /// What the server at `address` says; nil when nobody serves there.
  func ask(_ question: Question, at address: IPAddress) -> Answer? {
    authorities[address]?.answer(question)
  }

  private static func nameServers(_ zone: HostedZone, ttl: UInt32) -> [ResourceRecord] {
    zone.nameServers.map {
      ResourceRecord(name: zone.origin, type: .ns, ttl: ttl, data: .name($0))
    }
  }

  /// Every name above `name`, without the root.
  private static func ancestors(of name: DNSName) -> [DNSName] {
    Array(sequence(first: name, next: \.parent).dropFirst().dropLast())
  }

  /// The origin of the zone that holds `name`.
  private static func closest(to name: DNSName, in origins: Set<DNSName>) -> DNSName? {
    sequence(first: name, next: \.parent).first { origins.contains($0) }
  }
}
