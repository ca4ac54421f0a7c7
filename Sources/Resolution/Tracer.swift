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
  /// What servers said of the addresses of name servers that came without glue.
  public private(set) var hostReplies: [ServerReply] = []

  /// A tracer that starts at `hints`.
  public init(panel: Panel, hints: RootHints) {
    self.panel = panel
    zones = [.root: hints.servers]
  }

  /// Finds whom the zone above a domain delegates it to.
  public func trace(
    _ domain: DNSName, until deadline: ContinuousClock.Instant
  ) async -> Delegation {
    var delegation = await descend(to: domain, until: deadline, detour: 0)
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
    await withAddresses(Array(servers.prefix(Self.mostServers)), until: deadline, detour: 0)
  }

  /// Follows the aliases that an answer begins with, from the root for each name in another zone.
  public func follow(
    _ question: Question, answer: [ResourceRecord], until deadline: ContinuousClock.Instant
  ) async -> AliasChain {
    var chain = AliasChain(question)
    var answer = answer
    while !chain.follow(answer), ContinuousClock.now < deadline {
      let next = Question(chain.last, question.type)
      let replies = await walk(next, until: deadline, detour: 0).replies
      guard let message = replies.lazy.compactMap(\.message).first(where: \.isAuthoritative) else {
        return chain
      }
      answer = message.answer
      if answer.isEmpty {
        chain.ending = .nothing(message.responseCode)
        return chain
      }
    }
    return chain
  }

  /// How far referrals led for one question, and what the last servers said.
  private struct Walk {
    var zone: DNSName
    var servers: [NameServer]
    var replies: [ServerReply] = []
    /// Addresses of the very name asked for, out of a referral's glue.
    var glue: [IPAddress] = []
  }

  /// Puts a question to the servers of one zone after the other, from the deepest known one down.
  ///
  /// Ends with the first replies that refer no further, or with a referral to the name itself.
  private func walk(
    _ question: Question, until deadline: ContinuousClock.Instant, detour: Int
  ) async -> Walk {
    var (zone, servers) = closestZone(to: question.name)
    var walk = Walk(zone: zone, servers: servers)
    for _ in 0..<Self.mostReferrals {
      servers = await withAddresses(servers, until: deadline, detour: detour)
      walk.replies = await panel.askUntilReferral(
        question, of: servers, width: Self.width, until: deadline)
      (walk.zone, walk.servers) = (zone, servers)
      guard let referral = walk.replies.lazy.compactMap(\.referral).first,
        referral.zone != zone, referral.zone.isSubdomain(of: zone)
      else { return walk }
      let glue = referral.servers.first { $0.name == question.name }?.addresses ?? []
      zone = referral.zone
      servers = Array(referral.servers.prefix(Self.mostServers))
      zones[zone] = servers
      if zone == question.name, question.type == .ns { return walk }
      if !glue.isEmpty, detour > 0 {
        walk.glue = glue
        return walk
      }
    }
    walk.replies = []
    return walk
  }

  private func descend(
    to name: DNSName, until deadline: ContinuousClock.Instant, detour: Int
  ) async -> Delegation {
    let walk = await walk(Question(name, .ns), until: deadline, detour: detour)
    var delegation = Delegation(zone: walk.zone, nameServers: walk.servers)
    delegation.parent = walk.zone
    delegation.parentServers = walk.servers
    delegation.parentReplies = walk.replies
    if let referral = walk.replies.lazy.compactMap(\.referral).first(where: { $0.zone == name }) {
      delegation.zone = name
      delegation.nameServers = Array(referral.servers.prefix(Self.mostServers))
      delegation.outcome = .delegated
      return delegation
    }
    return Self.conclude(delegation, name, walk.replies)
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
        delegation.nameServers = own.prefix(mostServers).compactMap { record in
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

  /// Keeps a denial of a server's name, which proves that it has no address, and an alias, which it
  /// must not be (RFC 2181 §10.3).
  private func remember(_ replies: [ServerReply]) {
    if let reply = replies.first(where: { $0.denyingZone != nil || $0.isAlias }) {
      hostReplies.append(reply)
    }
  }

  /// The addresses of a server's name; glue on the way is as good as the zone's own word, since
  /// both only say where to ask.
  private func addresses(
    of name: DNSName, until deadline: ContinuousClock.Instant, detour: Int
  ) async -> [IPAddress] {
    if let addresses = known[name] { return addresses }
    guard lookups < Self.mostLookups, ContinuousClock.now < deadline else { return [] }
    lookups += 1
    let types: [RecordType] = panel.usesIPv6 ? [.a, .aaaa] : [.a]
    let found = await withTaskGroup(of: (Int, [IPAddress]).self) { group in
      for (index, type) in types.enumerated() {
        group.addTask {
          let walk = await self.walk(Question(name, type), until: deadline, detour: detour)
          await self.remember(walk.replies)
          return (index, walk.glue + walk.replies.flatMap(\.addresses))
        }
      }
      var found: [(Int, [IPAddress])] = []
      for await addresses in group { found.append(addresses) }
      return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    // Several servers may have answered, each with the same addresses.
    let distinct = found.reduce(into: [IPAddress]()) { if !$0.contains($1) { $0.append($1) } }
    if !distinct.isEmpty { known[name] = distinct }
    return distinct
  }
}

extension ServerReply {
  /// Whether the answer begins with an alias of the name asked for.
  fileprivate var isAlias: Bool {
    message?.answer.contains { $0.type == .cname && $0.name == question.name } == true
  }

  /// The addresses in an answer to a question for them.
  fileprivate var addresses: [IPAddress] {
    (message?.answers(question) ?? []).compactMap { record in
      if case .address(let address) = record.data { address } else { nil }
    }
  }
}
