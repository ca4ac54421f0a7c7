import DNS
import Synchronization
import Testing

@testable import Practice

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A world as a whole: its servers, its port, its end, and the domains it takes.
@Suite struct WorldTests {
  @Test func showsItsServers() throws {
    let world = try World(scenario: try scenario("healthy"))
    #expect(
      world.servers.map { "\($0.role.rawValue) \($0.name?.description ?? "-") \($0.address)" } == [
        "root a.root-servers.net. 127.53.0.1", "registry a.gtld-servers.net. 127.53.0.2",
        "dns-host f1g1ns1.dnspod.net. 127.53.0.3", "dns-host f1g1ns2.dnspod.net. 127.53.0.4",
        "old-host ns1.oldhost.example. 127.53.0.5",
        "stand-in failed-whois-verification.namecheap.com. 127.53.0.6", "resolver - 127.53.0.53",
        "resolver - 127.53.0.54",
      ])
    #expect(world.registryService == "http://127.53.0.43:\(world.port)/")
    #expect(world.rootServers.map(\.address) == [try address("127.53.0.1")])
    #expect(world.resolver.address == (try address("127.53.0.53")))
    #expect(world.secondResolver.address == (try address("127.53.0.54")))
    #expect(world.resolver.port == world.port)
    #expect(world.knownHosts.count == 2)
    #expect(world.now == 0)
    for server in world.servers {
      let dig = try Dig(server.address, port: world.port, arguments: ["+tcp", ".", "SOA"])
      #expect(["NOERROR", "REFUSED"].contains(dig.status))
    }
  }

  @Test func twoWorldsDoNotKnowOfEachOther() throws {
    let first = try world("healthy")
    let second = try world("registry-hold")
    #expect(first.port != second.port)
    #expect(try first.dig("127.53.0.53", "mail.example.com", "MX").status == "NOERROR")
    #expect(try second.dig("127.53.0.53", "mail.example.com", "MX").status == "NXDOMAIN")
    first.passTime(seconds: 100)
    #expect(second.now == 0)
  }

  @Test func aPortThatIsTakenIsSaid() throws {
    let first = try World(scenario: try scenario("healthy"))
    #expect(throws: PracticeError.noFreePort) {
      try World(scenario: try scenario("healthy"), port: first.port)
    }
    #expect(throws: PracticeError.self) {
      try Listeners([try address("198.51.100.1")], port: 0)
    }
  }

  @Test func closingFreesThePort() throws {
    let first = try world("healthy")
    let port = first.port
    let idle = try LoopbackSocket(.stream)
    #expect(idle.connect(try address("127.53.0.3"), port: port) == nil)
    #expect(try first.ask("127.53.0.53", "mail.example.com", .mx)?.answer.count == 1)
    first.close()
    first.close()
    #expect(try first.ask("127.53.0.53", "mail.example.com", .mx) == nil)
    let second = try World(scenario: try scenario("healthy"), port: port)
    #expect(second.port == port)
    second.close()
  }

  @Test func joiningWaitsForTheEnd() throws {
    let ended = Flag()
    let thread = try ServerThread {
      usleep(20_000)
      ended.value.store(true, ordering: .releasing)
    }
    thread.join()
    let hasEnded = ended.value.load(ordering: .acquiring)
    #expect(hasEnded)
    thread.join()
  }

  private final class Flag: Sendable {
    let value = Atomic(false)
  }

  @Test func lettingGoFreesThePort() throws {
    var port: UInt16 = 0
    do {
      let world = try World(scenario: try scenario("healthy"))
      port = world.port
      #expect(try world.ask("127.53.0.1", ".", .ns)?.answer.count == 1)
    }
    _ = try World(scenario: try scenario("healthy"), port: port)
  }

  @Test func manyWorldsLeaveNothingOpen() throws {
    let scenario = try scenario("healthy")
    for _ in 0..<200 { _ = try World(scenario: scenario) }
    // Left open, 200 worlds with 16 descriptors each would have used up thousands.
    let descriptor = dup(0)
    #expect(descriptor < 1000)
    close(descriptor)
  }

  @Test(arguments: [
    ("example.co.id", "example.co.id", ["id", "co.id"]),
    ("news.example.co.kr", "example.co.kr", ["kr", "co.kr"]),
    ("xn--r8jz45g.jp", "xn--r8jz45g.jp", ["jp"]),
    ("a.b.c.shop", "c.shop", ["shop"]),
    ("firma.unknowntld", "firma.unknowntld", ["unknowntld"]),
    ("mail.qq.com", "qq.com", ["com"]),
    ("nic.id", "nic.id", ["id"]),
    ("dnspod.net", "dnspod.net", ["net"]),
  ])
  func takesAnyDomain(sender: String, zone: String, suffixes: [String]) throws {
    let world = try World(scenario: try scenario("healthy"))
    let domain = try name(sender)
    try world.serve(domain)
    let records = try ZoneText.records(
      "@ TXT \"v=spf1 include:qcloudmail.com ~all\"\n_dmarc TXT \"v=DMARC1; p=none\"",
      origin: domain)
    #expect(world.addRecords(records).isEmpty)
    #expect(world.submit(expected: records) == .verified)
    for suffix in suffixes {
      let start = try world.dig("127.53.0.2", suffix, "SOA", "+norecurse")
      #expect(start.flags == ["qr", "aa"])
      #expect(start.answer.count == 1)
      #expect(try world.dig("127.53.0.53", suffix, "NS").answer.count == 1)
    }
    let parent = try world.dig("127.53.0.2", zone, "NS", "+norecurse")
    #expect(
      Set(parent.authority) == [
        "\(zone). 172800 IN NS f1g1ns1.dnspod.net.", "\(zone). 172800 IN NS f1g1ns2.dnspod.net.",
      ])
    // What the world needs for itself is still there.
    for (host, type) in [("mxbiz1.qq.com", "A"), ("f1g1ns1.dnspod.net", "A")] {
      #expect(try world.dig("127.53.0.53", host, type).answer.count == 1)
    }
  }

  @Test func otherRegistriesGiveNoGlue() throws {
    let world = try World(scenario: try scenario("healthy"))
    try world.serve(try name("example.co.id"))
    let referral = try world.dig("127.53.0.2", "example.co.id", "MX", "+norecurse")
    #expect(referral.authority.count == 2)
    #expect(referral.additional.isEmpty)
  }

  @Test func holdUnderAnySuffix() throws {
    let world = try World(scenario: try scenario("registry-hold"))
    try world.serve(try name("example.co.id"))
    let dig = try world.dig("127.53.0.2", "example.co.id", "NS", "+norecurse")
    #expect(dig.status == "NXDOMAIN")
    #expect(dig.authority.first?.hasPrefix("co.id. 900 IN SOA") == true)
    let host = try world.dig("127.53.0.3", "example.co.id", "SOA", "+norecurse")
    #expect(host.flags == ["qr", "aa"])
    world.nextRound()
    let lifted = try world.dig("127.53.0.2", "example.co.id", "NS", "+norecurse")
    #expect(lifted.authority.count == 2)
  }

  @Test func twoSendersInOneZone() throws {
    let world = try World(scenario: try scenario("spf-multiple"))
    for label in ["mail", "news", "mail"] { try world.serve(try name("\(label).example.com")) }
    for label in ["mail", "news"] {
      #expect(try world.seen("\(label).example.com", .txt).count == 1)
    }
  }

  @Test func namesThatNobodyCanRegister() throws {
    let world = try World(scenario: try scenario("healthy"))
    for text in [".", "com", "co.id"] {
      let suffix = try name(text)
      #expect(throws: PracticeError.notRegistrable(suffix)) { try world.serve(suffix) }
    }
  }

  @Test func domainsAndRecordsHaveALimit() throws {
    let world = try World(scenario: try scenario("healthy"))
    for number in 0..<World.mostDomains { try world.serve(try name("d\(number).com")) }
    try world.serve(try name("d0.com"))
    #expect(throws: PracticeError.tooManyDomains) { try world.serve(try name("other.com")) }
    let many = try (0..<(World.mostRecords + 10)).map { number in
      ResourceRecord(
        name: try name("r\(number).d0.com"), type: .txt, ttl: 1, data: .txt([[65]]))
    }
    #expect(world.addRecords(many).count == 10)
    let more = ResourceRecord(
      name: try name("more.d0.com"), type: .txt, ttl: 1, data: .txt([[65]]))
    #expect(world.addRecords([more]) == [more])
  }

  @Test func recordsThatNoZoneTakesComeBack() throws {
    let world = try world("healthy")
    let foreign = ResourceRecord(
      name: try name("mail.example.net"), type: .txt, ttl: 600, data: .txt([[65]]))
    let start = ResourceRecord(
      name: try name("example.com"), type: .soa, ttl: 600, data: .other([]))
    let meta = ResourceRecord(
      name: try name("example.com"), type: .opt, ttl: 600, data: .other([]))
    #expect(world.addRecords([foreign, start, meta]) == [foreign, start, meta])
    #expect(try world.dig("127.53.0.3", "example.com", "SOA", "+norecurse").answer.count == 1)
  }

  @Test func theClockDoesNotOverflow() throws {
    var state = WorldState(scenario: try scenario("healthy"), landscape: try Landscape())
    for _ in 0..<100 { state.passTime(.max) }
    #expect(state.clock == 100 * UInt64(UInt32.max))
  }
}
