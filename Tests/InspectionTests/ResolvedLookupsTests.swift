import DNS
import MailAuth
import Practice
import Resolution
import Testing

@testable import Inspection

/// A judgement that asks real resolvers, those of the practice world.
@Suite struct ResolvedLookupsTests {
  private func resolver(_ stage: Stage) throws -> StubResolver {
    StubResolver(
      client: Client(readiness: try Readiness()),
      resolvers: [
        ServerAddress(stage.world.resolver.address, port: stage.world.port),
        ServerAddress(stage.world.secondResolver.address, port: stage.world.port),
      ])
  }

  private func records(_ text: String) throws -> [ResourceRecord] {
    try ZoneText.records(text, origin: DNSName("mail.example.com"))
  }

  private func evaluate(
    _ stage: Stage, _ domain: String, within limit: Duration = .seconds(30)
  ) async throws -> (SPFEvaluation, ResolvedLookups) {
    let address = try #require(IPAddress("198.51.100.7"))
    let query = SPFQuery(domain: domain, address: address, time: 0)
    var lookups = ResolvedLookups()
    let evaluation = await lookups.gather(from: try resolver(stage), until: .now + limit) {
      query.evaluate(in: $0)
    }
    return (evaluation, lookups)
  }

  @Test func anEvaluationAsksUntilItIsMade() async throws {
    let stage = try Stage("healthy")
    let (evaluation, _) = try await evaluate(stage, "mail.example.com")
    #expect(evaluation.result == .pass && evaluation.match?.term == "include:qcloudmail.com")
    let (none, _) = try await evaluate(stage, "gone.example.com")
    #expect(none.result == .none && none.problem?.reason == .noRecord)
  }

  @Test func aliasesAreFollowedToTheirEnd() async throws {
    let stage = try Stage("healthy")
    stage.world.addRecords(
      try records(
        """
        one CNAME two
        two CNAME three
        three TXT "v=spf1 ip4:198.51.100.7 -all"
        lost CNAME gone
        bare CNAME host
        host A 192.0.2.1
        """))
    let (evaluation, _) = try await evaluate(stage, "one.mail.example.com")
    #expect(evaluation.result == .pass)
    #expect(evaluation.trace.lookup?.aliases.count == 2)
    for name in ["lost", "bare"] {
      let (nothing, lookups) = try await evaluate(stage, "\(name).mail.example.com")
      #expect(nothing.result == .none)
      // The answer says how the last name stands: it is not asked for a second time.
      let end = name == "lost" ? "gone" : "host"
      let last = Question(try DNSName("\(end).mail.example.com"), .txt)
      #expect(lookups.answer(to: last) == (name == "lost" ? .nxDomain : .records([])))
    }
  }

  @Test func whatIsOpenAtTheDeadlineHasFailed() async throws {
    let stage = try Stage("healthy")
    let (evaluation, _) = try await evaluate(stage, "mail.example.com", within: .zero)
    #expect(evaluation.result == .tempError && evaluation.problem?.reason == .lookupFailed)
  }
}
