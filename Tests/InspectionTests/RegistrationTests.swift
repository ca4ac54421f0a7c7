import DNS
import Diagnosis
import Inspection
import Practice
import Registration
import RegistryAccess
import RegistryLab
import Resolution
import Testing

/// When the registry is asked, and what comes of it; every registry is on loopback.
@Suite(.timeLimit(.minutes(2))) struct RegistrationTests {
  /// A scenario, what it leads to at first, and what it is after that.
  struct Story: Sendable, CustomTestStringConvertible {
    let id: String
    let finding: String
    let status: RegistrationStatus
    var consequences: [String] = []
    var testDescription: String { id }
  }

  static let stories = [
    Story(id: "registry-hold", finding: "registry-hold", status: .registryHold),
    Story(id: "registrar-hold", finding: "registrar-hold", status: .registrarHold),
    Story(id: "expired", finding: "domain-expired", status: .expired),
    Story(id: "not-registered", finding: "domain-not-registered", status: .notRegistered),
    Story(
      id: "suspended", finding: "domain-suspended-by-nameservers", status: .suspended,
      consequences: ["spf-missing", "dkim-missing", "dmarc-missing", "mx-missing"]),
  ]

  @Test(
    arguments: stories, ["mail.example.com", "held.example", "news.contoh.co.id", "example.kr"])
  func everyScenarioHasOneCause(_ story: Story, _ domain: String) async throws {
    let stage = try Stage(story.id, domain: domain)
    let look = await stage.look()
    #expect(look.causes == [story.finding])
    #expect(look.consequences == story.consequences)
    #expect(look.verdict.status == .problems)
    #expect(look.evidence.registrationStatus == story.status)
    let answers = try #require(look.evidence.registration)
    #expect(answers.map(\.domain) == [stage.registrable])
    #expect(answers.map(\.server) == ["127.53.0.43"])
    // Nothing is asked of resolvers that would plant an absence there.
    #expect(look.askedOfResolvers.isEmpty)

    stage.world.nextRound()
    let later = await stage.look()
    #expect(later.causes.isEmpty && later.verdict.status == .verified)
  }

  @Test func afterAHoldTheRestOfTheWaitIsTold() async throws {
    let stage = try Stage("hold-lifted", registration: .always)
    let look = await stage.look()
    // One wait, told once for all four records.
    #expect(look.causes == ["answer-negative-cached"])
    #expect(look.verdict.findings.first?.arguments["count"] == .count(4))
    #expect(look.records == ["mx waiting", "spf waiting", "dkim waiting", "dmarc waiting"])
    // The registry's zone has 900 seconds; the questions came 160 seconds ago.
    #expect(look.verdict.status == .waiting && look.verdict.waitSeconds == 740)
    #expect(look.evidence.registrationStatus == .active)
    let finding = try #require(look.verdict.findings.first)
    #expect(finding.arguments["deniedBy"] == .name(try DNSName("com")))
    #expect(finding.arguments["wholeDomain"] == .flag(true))
    stage.world.passTime(seconds: 739)
    #expect(await stage.look().verdict.waitSeconds == 1)
    stage.world.passTime(seconds: 1)
    #expect(await stage.look().verdict.status == .verified)
  }

  @Test func theRegistryIsAskedWhenTheDNSGivesAReason() async throws {
    let healthy = await (try Stage("healthy")).look()
    #expect(healthy.evidence.registration == nil)
    #expect(healthy.evidence.registrationVerdict.source == .dns)
    let always = await (try Stage("healthy", registration: .always)).look()
    #expect(always.evidence.registration?.first?.data?.registrar?.ianaID == 1697)
    #expect(always.causes.isEmpty && always.evidence.registrationStatus == .active)
    let never = await (try Stage("registry-hold", registration: .never)).look()
    #expect(never.evidence.registration == nil)
    #expect(never.causes == ["domain-not-delegated"])
  }

  /// Where the zone above says nothing, neither does anything ask the registry.
  @Test func silenceAboveIsNoReason() async throws {
    let stage = try Stage("registry-hold", timeout: .milliseconds(1))
    #expect(await stage.look().evidence.registration == nil)
  }

  /// The registry answers only after the servers of the zone above were asked: with `always` both
  /// questions are under way at once, so that neither waits for the other.
  @Test func alwaysAsksBesideTheDNS() async throws {
    let stage = try Stage("healthy")
    try await LoopbackServer.serving({ _ in HTTP.ok(RDAPFixtures.domain()) }) { server in
      var settings = stage.settings
      settings.registration = RegistrationInquiry(.always, settings: Self.services(server))
      // Nobody answers here, so the look at the DNS takes its whole time.
      settings.rootHints = RootHints(
        servers: [
          NameServer(try DNSName("a.root"), addresses: [try #require(IPAddress("127.53.0.43"))])
        ])
      settings.timeout = .seconds(2)
      let inspector = try Inspector(settings: settings)
      async let evidence = inspector.evidence(
        of: stage.domain, registrable: stage.registrable, expected: stage.expected)
      while server.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      let seen = await evidence
      #expect(seen.delegation == .unknown)
      #expect(seen.registration?.first?.data != nil)
      #expect(server.asked.map(HTTP.path) == ["/domain/example.com"])
    }
  }

  static func services(_ server: LoopbackServer) -> RegistrationSettings {
    var services = RegistrationSettings()
    services.rdapBase = RDAPBase("http://127.0.0.1:\(server.port)/")
    return services
  }

  /// How an answer begins that ends with the connection.
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rdap+json\r\n\r\n"

  /// What services do instead of answering, and what is said of it.
  static let failures: [(name: String, steps: [Step], reason: String)] = [
    ("drip", [.send(head), .drip], "timeout"), ("silence", [.silence], "timeout"),
    ("reset", [.reset], "unreachable"),
    ("429", HTTP.answer("429 Too Many Requests", headers: ["Retry-After: 90"], ""), "rateLimited"),
    ("503", HTTP.answer("503 Service Unavailable", ""), "serverError"),
    ("403", HTTP.answer("403 Forbidden", ""), "refused"),
    ("loop", HTTP.redirect("/domain/example.com"), "redirects"),
    ("page", HTTP.answer("200 OK", type: "text/html", "<html>"), "unreadable"),
    (
      "10 MB",
      [.send(head), .flood(10 << 20)],
      "tooLarge"
    ),
  ]

  @Test(arguments: failures.indices)
  func aFailureIsNamedAndNothingIsGuessed(_ index: Int) async throws {
    let failure = Self.failures[index]
    let stage = try Stage("registry-hold")
    try await LoopbackServer.serving({ _ in failure.steps }) { server in
      var settings = stage.settings
      settings.registration = RegistrationInquiry(.auto, settings: Self.services(server))
      settings.timeout = .seconds(20)
      if failure.reason == "timeout" { settings.registration.settings.patience = .seconds(1) }
      let look = try await stage.look(settings)
      #expect(look.causes == ["registration-unknown", "domain-not-delegated"])
      #expect(look.verdict.findings.first?.arguments["reason"] == .text(failure.reason))
      #expect(look.evidence.registrationVerdict.status == .unknown)
      #expect(look.verdict.status == .problems)
    }
  }

  @Test func aCertificateThatNobodyVouchesForIsNoAnswer() async throws {
    let stage = try Stage("registry-hold")
    let answer = HTTP.ok(RDAPFixtures.domain(statuses: ["server hold"]))
    try await LoopbackServer.serving(tls: true, { _ in answer }) { server in
      var settings = stage.settings
      settings.registration = RegistrationInquiry(.auto, settings: Self.services(server))
      settings.registration.settings.rdapBase = RDAPBase("https://localhost:\(server.port)/")
      let look = try await stage.look(settings)
      #expect(look.causes == ["registration-unknown", "domain-not-delegated"])
      #expect(look.verdict.findings.first?.arguments["reason"] == .text("tls"))
      #expect(server.asked.isEmpty)
    }
  }
}
