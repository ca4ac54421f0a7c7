import DNS
import Practice
import Testing

@testable import Resolution

/// From the root down through the practice world.
@Suite(.timeLimit(.minutes(1))) struct TracerTests {
  private func world(_ id: String, serving domain: String) throws -> World {
    let world = try World(scenario: try #require(Scenario(id: id)))
    try world.serve(try name(domain))
    return world
  }

  private func tracer(_ world: World) throws -> (tracer: Tracer, client: Client) {
    let client = try Client.fresh()
    let hints = RootHints(
      servers: world.rootServers.map { NameServer($0.name, addresses: [$0.address]) })
    let panel = Panel(client: client, port: world.port, usesIPv6: false)
    return (Tracer(panel: panel, hints: hints), client)
  }

  private func trace(_ world: World, _ domain: String) async throws -> Delegation {
    try await tracer(world).tracer.trace(try name(domain), until: .patient)
  }

  private static let hosting = [
    "f1g1ns1.dnspod.net 127.53.0.3", "f1g1ns2.dnspod.net 127.53.0.4",
  ]

  private func text(_ servers: [NameServer]) -> [String] {
    servers.map { server in
      ([server.name.withoutFinalDot] + server.addresses.map(\.description))
        .joined(separator: " ")
    }.sorted()
  }

  @Test func aHealthyDomainIsDelegated() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let delegation = try await trace(world, "example.com")
    #expect(delegation.outcome == .delegated)
    #expect(delegation.zone == (try name("example.com")))
    #expect(delegation.parent == (try name("com")))
    #expect(text(delegation.nameServers) == Self.hosting)
    #expect(delegation.parentReplies.map(\.question) == [Question(try name("example.com"), .ns)])
    #expect(
      delegation.parentReplies.map(\.serverName) == [try name("a.gtld-servers.net")])
  }

  @Test(arguments: [
    ("mail.example.co.id", "example.co.id"), ("example.co.kr", "example.co.kr"),
    ("mail.xn--r8jz45g.jp", "xn--r8jz45g.jp"), ("example.org", "example.org"),
  ])
  func serversWithoutGlueAreLookedUp(domain: String, registrable: String) async throws {
    let world = try world("healthy", serving: domain)
    let delegation = try await trace(world, registrable)
    #expect(delegation.outcome == .delegated)
    #expect(delegation.zone == (try name(registrable)))
    #expect(text(delegation.nameServers) == Self.hosting)
    let referral = try #require(delegation.parentReplies.first?.referral)
    #expect(referral.servers.allSatisfy { $0.addresses.isEmpty }, "the world gives no glue here")
  }

  @Test(arguments: [
    ("mail.example.com", "example.com", "com"), ("mail.example.co.id", "example.co.id", "co.id"),
  ])
  func aHeldDomainIsAbsent(domain: String, registrable: String, parent: String) async throws {
    let world = try world("registry-hold", serving: domain)
    let delegation = try await trace(world, registrable)
    #expect(delegation.outcome == .absent)
    #expect(delegation.parent == (try name(parent)))
    #expect(delegation.parentReplies.first?.message?.responseCode == .nxDomain)
    world.nextRound()
    #expect(try await trace(world, registrable).outcome == .delegated)
  }

  @Test func theHostsServersAreFoundWithoutADelegation() async throws {
    let world = try world("registry-hold", serving: "mail.example.com")
    let names = world.knownHosts.keys.map { NameServer($0) }
    let servers = try await tracer(world).tracer.withAddresses(names, until: .patient)
    #expect(text(servers) == Self.hosting)
  }

  @Test func aNameThatDoesNotExistKeepsNoAddress() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let servers = [NameServer(try name("nothing.dnspod.net")), NameServer(try name("ns.nowhere"))]
    let found = try await tracer(world).tracer.withAddresses(servers, until: .patient)
    #expect(found == servers)
  }

  @Test func anUnregisteredDomainIsAbsent() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let delegation = try await trace(world, "nobody.com")
    #expect(delegation.outcome == .absent)
    #expect(delegation.parent == (try name("com")))
  }

  @Test func anUnknownTopLevelDomainIsDeniedByTheRoot() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let delegation = try await trace(world, "example.nowhere")
    #expect(delegation.outcome == .absent)
    #expect(delegation.parent == .root)
  }

  @Test func aSilentRootSaysNothingAboutTheDomain() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let (tracer, _) = try tracer(world)
    world.close()
    let delegation = await tracer.trace(try name("example.com"), until: .patient)
    #expect(delegation.outcome == .unknown)
    #expect(delegation.parentReplies.map(\.result.fault) == [.portClosed])
  }

  @Test func withoutTimeNothingIsKnownAndNobodyAsked() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let (tracer, client) = try tracer(world)
    let delegation = await tracer.trace(try name("example.com"), until: .now - .seconds(1))
    #expect(delegation.outcome == .unknown)
    #expect(client.counter.count == 0)
  }

  @Test func noNameIsLookedUpTwice() async throws {
    let world = try world("healthy", serving: "mail.example.org")
    let (tracer, client) = try tracer(world)
    let registrable = try name("example.org")
    _ = await tracer.trace(registrable, until: .patient)
    let first = client.counter.count
    _ = await tracer.trace(registrable, until: .patient)
    // Again: the question to the parent only.
    #expect(client.counter.count - first == 1)
  }

  // MARK: Aliases

  private func follow(_ world: World, _ text: String) async throws -> AliasChain {
    let question = Question(try name("alias.example.com"), .txt)
    let answer = try ZoneText.records(text, origin: question.name)
    return try await tracer(world).tracer.follow(question, answer: answer, until: .patient)
  }

  @Test func anAliasIntoAnotherZoneIsFollowed() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let chain = try await follow(world, "@ CNAME spf.mail.qq.com.")
    #expect(chain.names == [try name("alias.example.com"), try name("spf.mail.qq.com")])
    guard case .records(let records) = chain.ending else {
      Issue.record("\(chain.ending)")
      return
    }
    #expect(records.map(\.type) == [.txt])
  }

  @Test func anAliasToNothingEnds() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    #expect(try await follow(world, "@ CNAME no.qq.com.").ending == .nothing(.nxDomain))
    #expect(try await follow(world, "@ CNAME mxbiz1.qq.com.").ending == .nothing(.noError))
    // Nobody has registered the domain: the registry says that there is nothing.
    #expect(try await follow(world, "@ CNAME no.nobody.com.").ending == .nothing(.nxDomain))
  }

  @Test func anAliasWithoutTimeIsUnknown() async throws {
    let world = try world("healthy", serving: "mail.example.com")
    let question = Question(try name("alias.example.com"), .txt)
    let answer = try ZoneText.records("@ CNAME spf.mail.qq.com.", origin: question.name)
    let chain = try await tracer(world).tracer.follow(question, answer: answer, until: .now)
    #expect(chain.ending == .unknown)
  }
}
