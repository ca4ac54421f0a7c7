import DNS
import Diagnosis
import Inspection
import Practice
import Testing

/// Every scenario of the practice world, round by round, as the inspector sees it.
@Suite(.timeLimit(.minutes(1))) struct ScenarioTests {
  private static let allMatch = ["mx match", "spf match", "dkim match", "dmarc match"]
  private static let everyRecordTwice = [
    "mx", "mx", "spf", "spf", "dkim", "dkim", "dmarc", "dmarc",
  ]

  private func expectVerified(_ look: Look, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(look.verdict.findings.isEmpty, sourceLocation: sourceLocation)
    #expect(look.records == Self.allMatch, sourceLocation: sourceLocation)
    #expect(look.verdict.status == .verified, sourceLocation: sourceLocation)
    #expect(look.verdict.waitSeconds == nil, sourceLocation: sourceLocation)
  }

  @Test func everyScenarioHasATestHere() {
    #expect(
      Set(Scenario.all.map(\.id)) == [
        "healthy", "registry-hold", "registrar-hold", "hold-lifted", "expired", "not-registered",
        "suspended", "spf-multiple", "name-doubled", "negative-cache", "wrong-dns-host",
        "mx-missing-dot", "dkim-cut", "apex-mailbox", "third-level", "two-services",
        "dms-first-domain",
      ])
  }

  @Test func healthy() async throws {
    let stage = try Stage("healthy")
    let look = await stage.look()
    expectVerified(look)
    #expect(look.evidence.delegation == .present)
    #expect(look.evidence.zone == stage.registrable)
    #expect(look.evidence.parent == (try DNSName("com")))
    // NS and DS of the domain.
    #expect(look.observations(.parent).count == 2)
    // Four records, aliases at their three names, SOA and NS of the zone, NS of the sub-domain, the
    // name above the selector, the DMARC record of the domain above, at two servers.
    #expect(look.observations(.authoritative).count == 24)
    // The four records for two other places, at one server.
    #expect(look.observations(.distant).count == 8)
    #expect(look.observations(.sibling).isEmpty)
    #expect(look.observations(.authoritative).allSatisfy { $0.answer?.isAuthoritative == true })
    #expect(look.observations(.undelegated).isEmpty)
    #expect(look.askedOfResolvers == Self.everyRecordTwice)
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  @Test func registryHold() async throws {
    let stage = try Stage("registry-hold")
    let look = await stage.look()
    #expect(look.causes == ["registry-hold"])
    #expect(look.consequences.isEmpty)
    #expect(look.records == ["mx waiting", "spf waiting", "dkim waiting", "dmarc waiting"])
    #expect(look.verdict.status == .problems)
    #expect(look.verdict.waitSeconds == nil)
    #expect(look.evidence.delegation == .absent)
    #expect(look.evidence.parent == (try DNSName("com")))
    #expect(look.evidence.nameServers.isEmpty)
    #expect(look.observations(.undelegated).count == 8)
    #expect(look.askedOfResolvers.isEmpty)
    let finding = try #require(look.verdict.findings.first)
    #expect(finding.arguments["hostCount"] == .count(2))
    #expect(finding.arguments["identity"] == .text("chinese-real-name"))

    stage.world.nextRound()
    // The resolvers were never asked while the hold was on, so they remember nothing of it.
    expectVerified(await stage.look())
  }

  @Test func registryHoldAtAHostNobodyKnows() async throws {
    let stage = try Stage("registry-hold", knowsHost: false)
    let look = await stage.look()
    #expect(look.causes == ["registry-hold"])
    #expect(look.records == ["mx missing", "spf missing", "dkim missing", "dmarc missing"])
    #expect(look.observations(.undelegated).isEmpty)
    #expect(look.askedOfResolvers.isEmpty)
    #expect(look.verdict.findings.first?.arguments["hostCount"] == .count(0))
  }

  @Test func spfMultiple() async throws {
    let stage = try Stage("spf-multiple")
    let look = await stage.look()
    #expect(look.causes == ["spf-multiple"])
    #expect(look.consequences == ["record-mismatch"])
    #expect(look.records == ["mx match", "spf mismatch", "dkim match", "dmarc match"])
    #expect(look.verdict.status == .problems)
    let finding = try #require(look.verdict.findings.first)
    #expect(finding.arguments["count"] == .count(2))
    #expect(
      finding.arguments["merged"]
        == .text("v=spf1 include:amazonses.com include:qcloudmail.com ~all"))

    // A wrong record is not asked of resolvers, or they would keep it.
    #expect(!look.askedOfResolvers.contains("spf"))

    // Somebody else asks the resolvers; they keep the two records for their TTL.
    try await stage.askResolvers()
    stage.world.nextRound()
    let merged = await stage.look()
    #expect(merged.causes == ["answer-stale-cached"])
    #expect(merged.records == ["mx match", "spf waiting", "dkim match", "dmarc match"])
    #expect(merged.verdict.status == .waiting)
    #expect(merged.verdict.waitSeconds == 600)
    stage.world.passTime(seconds: 599)
    #expect(await stage.look().verdict.waitSeconds == 1)
    stage.world.passTime(seconds: 1)
    expectVerified(await stage.look())
  }

  @Test func nameDoubled() async throws {
    let stage = try Stage("name-doubled")
    let look = await stage.look()
    #expect(look.causes == ["name-doubled"])
    #expect(look.consequences == ["dkim-missing"])
    #expect(look.records == ["mx match", "spf match", "dkim missing", "dmarc match"])
    #expect(look.verdict.status == .problems)
    #expect(look.askedOfResolvers == ["mx", "mx", "spf", "spf", "dmarc", "dmarc"])
    let wrong = try DNSName("qcloud._domainkey.mail.example.com.example.com")
    #expect(look.verdict.findings.first?.arguments["foundName"] == .name(wrong))
    // Wrong places are looked at on both servers, for the missing record only, each once.
    let dkim = try #require(look.evidence.expected.first { $0.purpose == .dkim })
    let places = look.evidence.searchQuestions(for: dkim)
    let asked = look.observations(.authoritative).map(\.question)
    #expect(places.allSatisfy { place in asked.count { $0 == place } == 2 })
    // A random name beside the missing one, and one beside the sender, for TXT and A.
    #expect(look.observations(.sibling).count == 8)

    stage.world.nextRound()
    // No resolver was asked for the name too early, so none remembers its absence.
    let corrected = await stage.look()
    expectVerified(corrected)
    #expect(corrected.askedOfResolvers == Self.everyRecordTwice)
  }

  @Test func wrongDNSHost() async throws {
    let stage = try Stage("wrong-dns-host")
    let look = await stage.look()
    #expect(look.evidence.delegation == .present)
    #expect(look.evidence.nameServers.map(\.name) == [try DNSName("ns1.oldhost.example")])
    #expect(look.records == ["mx missing", "spf missing", "dkim missing", "dmarc missing"])
    #expect(look.verdict.status == .problems)
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  @Test func mxMissingDot() async throws {
    let stage = try Stage("mx-missing-dot")
    let look = await stage.look()
    #expect(look.causes.contains("target-missing-dot"))
    #expect(look.records == ["mx mismatch", "spf match", "dkim match", "dmarc match"])
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  @Test func dkimCut() async throws {
    let stage = try Stage("dkim-cut")
    let look = await stage.look()
    #expect(look.verdict.status == .problems)
    #expect(look.records == ["mx match", "spf match", "dkim mismatch", "dmarc match"])
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  @Test func apexMailbox() async throws {
    let stage = try Stage("apex-mailbox", domain: "example.com")
    let look = await stage.look()
    #expect(look.records == ["mx mismatch", "spf match", "dkim match", "dmarc match"])
    #expect(look.verdict.status == .problems)
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  /// The mailboxes of the company are at the registered domain only.
  @Test func aSubdomainIsFreeOfMailboxes() async throws {
    expectVerified(await (try Stage("apex-mailbox", domain: "news.example.com")).look())
  }

  @Test(arguments: ["third-level", "two-services", "dms-first-domain"])
  func nothingIsWrong(id: String) async throws {
    let domain = try #require(Scenario(id: id)?.domain.withoutFinalDot)
    let stage = try Stage(id, domain: domain)
    expectVerified(await stage.look())
    stage.world.nextRound()
    expectVerified(await stage.look())
  }

  @Test func negativeCache() async throws {
    let stage = try Stage("negative-cache")
    let look = await stage.look()
    #expect(look.causes == ["answer-negative-cached"])
    #expect(look.consequences.isEmpty)
    #expect(look.records == ["mx match", "spf match", "dkim waiting", "dmarc match"])
    #expect(look.verdict.status == .waiting)
    #expect(look.verdict.waitSeconds == 440)
    #expect(look.askedOfResolvers == Self.everyRecordTwice)

    stage.world.passTime(seconds: 40)
    #expect(await stage.look().verdict.waitSeconds == 400)
    stage.world.nextRound()
    stage.world.passTime(seconds: 399)
    #expect(await stage.look().verdict.waitSeconds == 1)
    stage.world.passTime(seconds: 1)
    expectVerified(await stage.look())
  }
}
