import DNS

/// Follows delegations from the root down and believes no cache.
public actor Tracer {
  /// Servers of one zone that are asked at the same time.
  static let width = 4
  /// Referrals followed for one name: more than any name has labels in practice.
  public static let mostReferrals = 24
  /// Name-server names that need a trace of their own to find an address, one in the other.
  static let deepestDetour = 4
  /// Servers of one zone that are made use of; the root has thirteen.
  static let mostServers = 16
  /// Look-ups of servers' addresses in the life of a tracer: each can lead to a zone that names
  /// many more such servers (NXNSAttack, CVE-2020-8616).
  static let mostLookups = 64

  private let panel: Panel
  private var zones: [DNSName: [NameServer]]
  private var known: [DNSName: [IPAddress]] = [:]
  private var lookups = 0

  /// A tracer that starts at `hints`.
  public init(panel: Panel, hints: RootHints) {
    self.panel = panel
    zones = [.root: hints.servers]
  }

  /// Finds the zone that `domain` lives in, and what the parent says of `registrable`.
  public func trace(
    _ domain: DNSName, registrable: DNSName, until deadline: ContinuousClock.Instant
  ) async -> Delegation {
    var delegation = await descend(to: registrable, until: deadline, detour: 0)
    if delegation.outcome == .delegated, domain != registrable {
      // A sub-domain may be a zone of its own; the parent's word on the registered domain stays.
      let below = await descend(to: domain, until: deadline, detour: 0)
      // Servers that the domain shares with its parent can only say that nothing is below it.
      if below.zone.isSubdomain(of: registrable) {
        delegation.zone = below.zone
        delegation.nameServers = below.nameServers
      }
    }
    if delegation.outcome == .delegated {
      delegation.nameServers = await withAddresses(
        delegation.nameServers, until: deadline, detour: 0)
    }
    return delegation
  }

  /// The addresses of host names, found from the root.
  public func withAddresses(
    _ servers: [NameServer], until deadline: ContinuousClock.Instant
  ) async -> [NameServer] {
    await withAddresses(servers, until: deadline, detour: 0)
  }

  private func descend(
    to name: DNSName, until deadline: ContinuousClock.Instant, detour: Int
  ) async -> Delegation {
    var (zone, servers) = closestZone(to: name)
    var delegation = Delegation(zone: zone, nameServers: servers)
    for _ in 0..<Self.mostReferrals {
      if zone == name { return delegation }
      servers = await withAddresses(servers, until: deadline, detour: detour)
      let question = Question(name, .ns)
      let replies = await panel.askUntilReferral(
        question, of: servers, width: Self.width, until: deadline)
      delegation.parent = zone
      delegation.parentReplies = replies
      if let referral = replies.lazy.compactMap(\.referral).first,
        referral.zone != zone, referral.zone.isSubdomain(of: zone)
      {
        zone = referral.zone
        servers = Array(referral.servers.prefix(Self.mostServers))
        zones[zone] = servers
        delegation.zone = zone
        delegation.nameServers = servers
        delegation.outcome = .delegated
        continue
      }
      return Self.conclude(delegation, name, replies)
    }
    delegation.outcome = .unknown
    return delegation
  }

  /// No referral came: the servers speak for the name themselves, deny it, or say nothing useful.
  private static func conclude(
    _ delegation: Delegation, _ name: DNSName, _ replies: [ServerReply]
  ) -> Delegation {
    var delegation = delegation
    for reply in replies {
      guard let message = reply.message, message.responseCode == .noError else { continue }
      let own = message.answers(Question(name, .ns))
      if !own.isEmpty {
        // Parent and child share their servers, so the child answers instead of a referral.
        delegation.zone = name
        delegation.nameServers = own.prefix(Self.mostServers).compactMap { record in
          if case .name(let server) = record.data { NameServer(server) } else { nil }
        }
        delegation.outcome = .delegated
        return delegation
      }
    }
    guard let denying = replies.lazy.compactMap(\.denyingZone).first else {
      delegation.outcome = .unknown
      return delegation
    }
    delegation.parent = denying
    delegation.outcome = .absent
    return delegation
  }

  private func closestZone(to name: DNSName) -> (DNSName, [NameServer]) {
    var candidate: DNSName? = name
    while let current = candidate {
      // Only zones above the name: its own servers are what the trace is to find.
      if current != name, let servers = zones[current] { return (current, servers) }
      candidate = current.parent
    }
    return (.root, zones[.root] ?? [])
  }

  /// Looks up servers that came without glue, all at once.
  private func withAddresses(
    _ servers: [NameServer], until deadline: ContinuousClock.Instant, detour: Int
  ) async -> [NameServer] {
    guard servers.contains(where: { $0.addresses.isEmpty }), detour < Self.deepestDetour
    else { return servers }
    return await withTaskGroup(of: (Int, [IPAddress]).self) { group in
      for (index, server) in servers.enumerated() where server.addresses.isEmpty {
        group.addTask {
          (index, await self.addresses(of: server.name, until: deadline, detour: detour + 1))
        }
      }
      var servers = servers
      for await (index, addresses) in group { servers[index].addresses = addresses }
      return servers
    }
  }

  private func addresses(
    of name: DNSName, until deadline: ContinuousClock.Instant, detour: Int
  ) async -> [IPAddress] {
    if let addresses = known[name] { return addresses }
    guard lookups < Self.mostLookups, ContinuousClock.now < deadline else { return [] }
    lookups += 1
    let delegation = await descend(to: name, until: deadline, detour: detour)
    let servers = await withAddresses(delegation.nameServers, until: deadline, detour: detour)
    let replies = await panel.askFirst(
      Question(name, .a), of: servers, width: Self.width, until: deadline)
    let addresses = replies.flatMap { reply in
      (reply.message?.answers(reply.question) ?? []).compactMap { record in
        if case .address(let address) = record.data { address } else { nil as IPAddress? }
      }
    }
    // Several servers may have answered, each with the same addresses.
    let distinct = addresses.reduce(into: [IPAddress]()) { if !$0.contains($1) { $0.append($1) } }
    if !distinct.isEmpty { known[name] = distinct }
    return distinct
  }
}
