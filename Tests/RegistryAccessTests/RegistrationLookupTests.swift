import DNS
import Foundation
import Registration
import RegistryLab
import Testing

@testable import RegistryAccess

@Suite("A registry asked, on loopback")
struct RegistrationLookupTests {
  private func settings(
    rdap: LoopbackServer? = nil, whois: LoopbackServer? = nil
  ) -> RegistrationSettings {
    var settings = RegistrationSettings()
    if let rdap { settings.rdapBase = RDAPBase("http://127.0.0.1:\(rdap.port)/") }
    settings.whoisServer = whois.flatMap { WHOISServer("127.0.0.1#\($0.port)") }
    return settings
  }

  private func answers(_ name: String, _ settings: RegistrationSettings) async throws
    -> [RegistrationAnswer]
  {
    await RegistrationLookup(settings).answers(
      for: try DNSName(name), until: .now + .seconds(30))
  }

  @Test func sendsTheRegistrableDomainOnly() async throws {
    try await LoopbackServer.serving({ _ in HTTP.ok(RDAPFixtures.domain()) }) { server in
      let answers = try await answers("secret.mail.example.com", settings(rdap: server))
      #expect(answers.count == 1 && answers.first?.domain.withoutFinalDot == "example.com")
      #expect(server.asked.map(HTTP.path) == ["/domain/example.com"])
      #expect(!server.asked.joined().contains("secret"))
    }
  }

  @Test func asksNobodyAboutSuffixes() async throws {
    try await LoopbackServer.serving({ _ in HTTP.ok("") }) { server in
      let suffix = try await answers("co.id", settings(rdap: server))
      let root = try await answers(".", settings(rdap: server))
      #expect(suffix.isEmpty && root.isEmpty && server.asked.isEmpty)
    }
  }

  @Test func turnsToWHOISWhenRDAPFails() async throws {
    try await LoopbackServer.serving({ _ in [.reset] }) { rdap in
      try await LoopbackServer.serving({ _ in [.send(WHOISFixtures.pandi)] }) { whois in
        let settings = settings(rdap: rdap, whois: whois)
        let answers = try await answers("mail.contoh.co.id", settings)
        #expect(answers.map(\.source) == [.rdap, .whois])
        #expect(answers.first?.failure == .unreachable)
        #expect(answers.last?.data?.statuses.last == .serverHold)
        #expect(whois.asked == ["contoh.co.id\r\n"])
      }
    }
  }

  @Test func takes404AsTheEnd() async throws {
    try await LoopbackServer.serving({ _ in HTTP.answer("404 Not Found", "") }) { rdap in
      try await LoopbackServer.serving({ _ in [.send(WHOISFixtures.verisignHold)] }) { whois in
        let answers = try await answers("example.com", settings(rdap: rdap, whois: whois))
        #expect(answers.map(\.result) == [.notFound] && whois.asked.isEmpty)
      }
    }
  }

  /// A private registry's names must not reach the public ones.
  @Test func staysWithTheServersGiven() async throws {
    try await LoopbackServer.serving({ _ in [.reset] }) { server in
      let answers = try await answers("example.com", settings(rdap: server))
      #expect(answers.map(\.server) == ["127.0.0.1"] && answers.first?.failure == .unreachable)
    }
    try await LoopbackServer.serving({ _ in [] }) { server in
      let answers = try await answers("example.com", settings(whois: server))
      #expect(answers.map(\.source) == [.whois] && answers.first?.failure == .unreadable)
    }
  }

  @Test func asksTheRegistrarAboutHolds() async throws {
    let own = RDAPFixtures.domain(statuses: ["client hold"])
    try await LoopbackServer.serving({ _ in HTTP.ok(own) }) { registrar in
      let address = "http://127.0.0.1:\(registrar.port)/rdap/domain/EXAMPLE.COM"
      let held = RDAPFixtures.domain(
        statuses: ["client hold"], links: RDAPFixtures.related(address))
      try await LoopbackServer.serving({ _ in HTTP.ok(held) }) { registry in
        let answers = try await answers("example.com", settings(rdap: registry))
        #expect(answers.map(\.speaker) == [.registry, .registrar])
        #expect(registrar.asked.count == 1 && answers.last?.data != nil)
        var settings = settings(rdap: registry)
        settings.asksRegistrar = false
        let alone = try await self.answers("example.com", settings)
        #expect(alone.count == 1)
      }
      let fine = RDAPFixtures.domain(statuses: ["active"], links: RDAPFixtures.related(address))
      try await LoopbackServer.serving({ _ in HTTP.ok(fine) }) { registry in
        let answers = try await answers("example.com", settings(rdap: registry))
        #expect(answers.count == 1 && registrar.asked.count == 1)
      }
    }
  }

  /// The second server is this one again under another name; a third is never asked.
  @Test func followsOneReferralOfWHOIS() async throws {
    let text = WHOISFixtures.verisignHold
      .replacingOccurrences(of: "whois.dnspod.cn", with: "localhost")
    try await LoopbackServer.serving({ _ in [.send(text)] }) { server in
      let answers = try await answers("example.com", settings(whois: server))
      #expect(answers.map(\.server) == ["127.0.0.1", "localhost"])
      #expect(answers.map(\.speaker) == [.registry, .registrar])
      #expect(server.asked.count == 2)
    }
    for host in ["127.0.0.1", "a b", "local host", "localhost#1"] {
      let text = WHOISFixtures.verisignHold
        .replacingOccurrences(of: "whois.dnspod.cn", with: host)
      try await LoopbackServer.serving({ _ in [.send(text)] }) { server in
        let answers = try await answers("example.com", settings(whois: server))
        #expect(answers.count == 1, "\(host)")
      }
    }
  }

  @Test func keepsPublicServersAwayFromPrivateOnes() async throws {
    let registry = WHOISServer(host: "whois.registry.example")
    for host in ["127.0.0.1", "10.0.0.1", "::1", "localhost", "router", "printer.local", "1.2"] {
      let answer = await WHOISClient().answer(
        about: try DNSName("example.com"), referredTo: host, by: registry,
        until: .now + .seconds(5))
      #expect(answer == nil, "\(host)")
    }
  }

  @Test func fetchesAndKeepsIANAsList() async throws {
    let port = try ClosedPort().number
    let list = """
      {"version":"1.0","publication":"2026-11-20T17:00:02Z",
       "services":[[["elsewhere"],["https://localhost:\(port)/"]]]}
      """
    try await RDAPBootstrapCacheTests.inFolder { folder in
      try await LoopbackServer.serving({ _ in HTTP.ok(list) }) { server in
        var settings = RegistrationSettings()
        settings.cacheFolder = folder
        settings.bootstrapAddress = "http://127.0.0.1:\(server.port)/rdap/dns.json"
        settings.patience = .seconds(20)
        for _ in 0..<2 {
          let answers = try await answers("example.annai-test", settings)
          #expect(answers.map(\.failure) == [.noService])
        }
        #expect(server.asked.map(HTTP.path) == ["/rdap/dns.json"])
        let chosen = try await answers("example.elsewhere", settings)
        #expect(chosen.map(\.server) == ["localhost"] && chosen.first?.failure == .unreachable)
        #expect(server.asked.count == 1)
      }
    }
  }

  @Test func provesAHold() async throws {
    let dns = DelegationFacts(parentDenies: true, hostServersAnswer: true)
    func verdict(_ answers: [RegistrationAnswer]) throws -> RegistrationVerdict {
      let domain = try #require(answers.first?.domain)
      return RegistrationVerdict(domain: domain, answers: answers, dns: dns, now: Date())
    }
    let held = RDAPFixtures.domain(statuses: ["server hold", "client transfer prohibited"])
    try await LoopbackServer.serving({ _ in HTTP.ok(held) }) { server in
      let verdict = try verdict(try await answers("mail.example.com", settings(rdap: server)))
      #expect(verdict.status == .registryHold && verdict.source == .rdap)
      #expect(verdict.reasons.first == .realName && verdict.servers == ["127.0.0.1"])
    }
    let octets = WHOISFixtures.koreanEUC
    try await LoopbackServer.serving({ _ in [.octets(octets)] }) { server in
      let verdict = try verdict(try await answers("mail.example.kr", settings(whois: server)))
      #expect(verdict.status == .registryHold && verdict.source == .whois)
      #expect(!verdict.reasons.contains(.realName) && verdict.liftedBy == .registry)
    }
    let lost = RDAPFixtures.domain(
      statuses: ["redemption period", "pending delete"], expires: "2026-01-01T00:00:00Z")
    try await LoopbackServer.serving({ _ in HTTP.ok(lost) }) { server in
      let verdict = try verdict(try await answers("example.com", settings(rdap: server)))
      #expect(verdict.status == .expired && verdict.phase == .redemption)
      #expect(verdict.remedy?.window?.most == 30)
    }
  }

  @Test func livesWithABrokenList() async throws {
    try await RDAPBootstrapCacheTests.inFolder { folder in
      try await LoopbackServer.serving({ _ in HTTP.ok("{") }) { server in
        var settings = RegistrationSettings()
        settings.cacheFolder = folder
        settings.bootstrapAddress = "http://127.0.0.1:\(server.port)/rdap/dns.json"
        let answers = try await answers("example.annai-test", settings)
        #expect(answers.map(\.failure) == [.noService] && server.asked.count == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
      }
    }
  }

  @Test func endsInTime() async throws {
    try await LoopbackServer.serving({ _ in [.silence] }) { server in
      let settings = settings(rdap: server, whois: server)
      let answers = await RegistrationLookup(settings).answers(
        for: try DNSName("example.com"), until: .now + .milliseconds(200))
      #expect(answers.map(\.failure) == [.timeout, .timeout])
    }
  }
}
