import DNS
import Diagnosis
import Practice
import Resolution
import Testing

@testable import Inspection

@Suite(.timeLimit(.minutes(1))) struct InspectorTests {
  static let missing = [
    "mx": "mx-missing", "spf": "spf-missing", "dkim": "dkim-missing", "dmarc": "dmarc-missing",
  ]

  @Test func withoutRecordsNoResolverIsAsked() async throws {
    let stage = try Stage("healthy", adding: [])
    let look = await stage.look()
    #expect(Set(look.causes) == Set(Self.missing.values))
    #expect(look.consequences.isEmpty)
    #expect(look.records == ["mx missing", "spf missing", "dkim missing", "dmarc missing"])
    #expect(look.verdict.status == .problems)
    #expect(look.askedOfResolvers.isEmpty)
  }

  @Test(arguments: ["mx", "dkim", "dmarc"])
  func aMissingRecordIsNotAskedOfResolvers(id: String) async throws {
    let present = Set(Self.missing.keys).subtracting([id])
    let stage = try Stage("healthy", adding: present)
    let look = await stage.look()
    #expect(look.causes == [Self.missing[id]])
    #expect(Set(look.askedOfResolvers) == present)
    #expect(look.askedOfResolvers.count == 6)
    // Added now, it is seen everywhere at once: nothing was planted in a cache.
    let all = try #require(Scenario(id: "healthy")).records
    #expect(stage.world.addRecords(all).isEmpty)
    let later = await stage.look()
    #expect(later.verdict.findings.isEmpty)
    #expect(later.verdict.status == .verified)
  }

  @Test(arguments: [
    "mail.example.co.id", "example.co.kr", "xn--r8jz45g.jp", "a.b.example.org",
  ]) func anyTopLevelDomainWillDo(domain: String) async throws {
    let stage = try Stage("healthy", domain: domain)
    let look = await stage.look()
    #expect(look.verdict.findings.isEmpty)
    #expect(look.verdict.status == .verified)
    #expect(look.evidence.zone == stage.registrable)
    #expect(look.evidence.nameServers.map(\.addresses.count) == [1, 1])
  }

  @Test(arguments: ["mail.example.co.id", "example.co.kr"])
  func aHoldIsSeenUnderAnyTopLevelDomain(domain: String) async throws {
    let stage = try Stage("registry-hold", domain: domain)
    let look = await stage.look()
    #expect(look.causes == ["registry-hold"])
    #expect(look.evidence.parent == stage.registrable.parent)
    #expect(look.records.allSatisfy { $0.hasSuffix("waiting") })
    #expect(look.askedOfResolvers.isEmpty)
  }

  @Test func withoutResolversTheSourceDecides() async throws {
    let look = try await Stage("negative-cache", resolvers: []).look()
    #expect(look.verdict.status == .verified)
    #expect(look.observations(.resolver).isEmpty)
  }

  @Test func aResolverThatIsNotThereIsNoProblem() async throws {
    let world = try World(scenario: try #require(Scenario(id: "healthy")))
    let closed = ServerAddress(world.resolver.address, port: world.port)
    world.close()
    let look = try await Stage("healthy", resolvers: [closed]).look()
    #expect(look.verdict.status == .verified)
    #expect(
      look.observations(.resolver).map(\.outcome)
        // Four records, and the domain's servers.
        == Array(
          repeating: .failed("portClosed"), count: 5))
  }

  @Test func withoutANetworkNothingIsSaid() async throws {
    let stage = try Stage("healthy")
    stage.world.close()
    let look = await stage.look()
    #expect(look.evidence.delegation == .unknown)
    #expect(look.causes == ["network-unreachable"])
    #expect(look.consequences == ["delegation-unknown"])
    #expect(look.records == ["mx unknown", "spf unknown", "dkim unknown", "dmarc unknown"])
    #expect(look.verdict.status == .unknown)
    #expect(look.observations(.parent).map(\.outcome) == [.failed("portClosed")])
    #expect(
      look.observations(.control).map(\.outcome) == [.failed("portClosed"), .failed("portClosed")])
    #expect(look.evidence.observations.count == 3)
  }

  @Test func withoutTimeNothingIsAsked() async throws {
    let stage = try Stage("healthy", timeout: .zero)
    let look = await stage.look()
    #expect(look.verdict.status == .unknown)
    #expect(look.queries == 0)
    #expect(look.evidence.observations.isEmpty)
  }

  @Test func equalQuestionsAreAskedOnce() async throws {
    let world = try World(scenario: try #require(Scenario(id: "healthy")))
    let domain = try DNSName("mail.example.com")
    try world.serve(domain)
    let settings = Inspector.Settings(
      resolvers: [],
      rootHints: RootHints(
        servers: world.rootServers.map { NameServer($0.name, addresses: [$0.address]) }),
      port: world.port, timeout: .seconds(30))
    let record = ExpectedRecord(
      id: "one", purpose: .other, name: domain, type: .txt, value: "one")
    var other = record
    other.id = "two"
    other.value = "two"
    let evidence = try await Inspector(settings: settings).evidence(
      of: domain, registrable: try DNSName("example.com"), expected: [record, other])
    let asked = evidence.observations.filter {
      $0.role == .authoritative && $0.question == record.question
    }
    #expect(asked.count == 2, "once at each of the two servers")
  }

  @Test func everyQueryIsCounted() async throws {
    let look = try await Stage("healthy").look()
    // All are seen but the root's referral. A query that is lost is sent once more.
    let least = look.evidence.observations.count + 1
    #expect((least...(2 * least)).contains(look.queries))
  }
}

/// Which records resolvers may be asked for.
@Suite struct SettledRecordTests {
  private enum Said { case match, mismatch, missing, silent }

  private func settled(_ said: [Said]) throws -> Bool {
    let domain = try DNSName("example.com")
    let record = ExpectedRecord(
      id: "dmarc", purpose: .other, name: domain, type: .txt, value: "right")
    var evidence = Evidence(
      domain: domain, registrableDomain: domain, checkedAt: 0, expected: [record],
      parent: .root, delegation: .present, zone: domain, nameServers: [])
    evidence.observations = said.map { said in
      let texts: [String] =
        switch said {
        case .match: ["right"]
        case .mismatch: ["wrong"]
        case .missing, .silent: []
        }
      let answer = Observation.Answer(
        code: .noError, isAuthoritative: true,
        records: texts.map {
          ResourceRecord(name: domain, type: .txt, ttl: 60, data: .txt([Array($0.utf8)]))
        }, denial: Observation.Denial(zone: domain, ttl: 60, minimum: 60))
      return Observation(
        question: record.question, server: nil, address: "192.0.2.1", role: .authoritative,
        at: 0, outcome: said == .silent ? .failed("timedOut") : .answered(answer))
    }
    return evidence.settled == [record]
  }

  @Test func aRecordThatIsRightIsSettled() throws {
    #expect(try settled([.match, .match]))
    #expect(try settled([.silent, .match]))
  }

  @Test func aRecordThatIsMissingOrWrongSomewhereIsNot() throws {
    #expect(try !settled([.mismatch]))
    #expect(try !settled([.missing, .match]))
    #expect(try !settled([.match, .mismatch]))
    #expect(try !settled([.missing, .missing]))
    #expect(try !settled([.missing, .silent]))
    #expect(try !settled([.silent, .missing]))
    #expect(try !settled([]))
  }

  @Test func silenceIsNoDenial() throws {
    #expect(try settled([.silent, .silent]))
  }
}
