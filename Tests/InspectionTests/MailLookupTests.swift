import DNS
import Diagnosis
import Inspection
import Practice
import Testing

/// What mail records lead to is asked beside the rest, and of the right servers.
@Suite struct MailLookupTests {
  private func questions(_ look: Look, _ role: Observation.Role) -> Set<String> {
    Set(look.observations(role).map(\.question.description))
  }

  @Test func everythingThatRecordsLeadToIsAskedFor() async throws {
    let stage = try Stage("healthy")
    let look = await stage.look()
    #expect(look.causes == [] && look.evidence.openMailQuestions.isEmpty)
    let asked = questions(look, .lookup)
    #expect(
      asked.isSuperset(of: [
        "qcloudmail.com. TXT", "spf1.qcloudmail.com. TXT", "spf2.qcloudmail.com. TXT",
        "mxbiz1.qq.com. A", "mxbiz1.qq.com. AAAA", "_dmarc.com. TXT",
      ]), "\(asked)")
    // Each once: the resolvers are asked in turn, not all of them.
    #expect(look.observations(.lookup).count == asked.count)
  }

  /// A resolver that is asked for a name before it is there keeps the absence.
  @Test func namesOfTheDomainAreAskedOfItsOwnServersOnly() async throws {
    let stage = try Stage("healthy", adding: ["mx", "dkim"])
    stage.world.addRecords(
      try ZoneText.records(
        #"@ TXT "v=spf1 a:web.example.com include:gone.example.com include:qcloudmail.com ~all""#,
        origin: stage.domain))
    let look = await stage.look()
    let asked = questions(look, .lookup)
    #expect(!asked.contains { $0.contains("example.com.") }, "\(asked)")
    let own = questions(look, .authoritative)
    #expect(
      own.isSuperset(of: [
        "web.example.com. A", "gone.example.com. TXT", "_dmarc.example.com. TXT",
      ]), "\(own)")
    #expect(look.causes.contains("spf-include-broken"))
    #expect(look.causes.contains("spf-host-without-address"))
  }

  @Test func silentResolversAreNoFaultOfTheDomain() async throws {
    let stage = try Stage("healthy", resolvers: [])
    let look = await stage.look()
    #expect(look.causes == [])
    #expect(look.observations(.lookup).isEmpty)
  }
}
