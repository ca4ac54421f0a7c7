import DNS
import Testing

@testable import Diagnosis

/// How long each resolver may go on with an old answer, at a fixed time.
@Suite struct ResolverWaitTests {
  private static let now = 1_795_248_000

  /// Answers of resolvers to one question, in a world that is right at its source.
  private func evidence(
    _ id: String, _ answers: [(address: String, after: Int, answer: Observation.Answer)]
  ) throws -> Evidence {
    var evidence = try Example().evidence()
    evidence.checkedAt = Self.now
    let record = try #require(evidence.expected.first { $0.id == id })
    evidence.observations.removeAll { $0.role == .resolver && $0.question == record.question }
    evidence.observations += answers.map { address, after, answer in
      Observation(
        question: record.question, server: nil, address: address, role: .resolver,
        at: Self.now + after, outcome: .answered(answer))
    }
    return evidence
  }

  private func denial(ttl: UInt32, minimum: UInt32) throws -> Observation.Answer {
    Observation.Answer(
      code: .nxDomain, isAuthoritative: false, records: [],
      denial: Observation.Denial(zone: try DNSName("example.com"), ttl: ttl, minimum: minimum))
  }

  private func text(_ value: String, ttl: UInt32) throws -> Observation.Answer {
    Observation.Answer(
      code: .noError, isAuthoritative: false,
      records: [
        ResourceRecord(
          name: try DNSName("example.com"), type: .txt, ttl: ttl, data: .txt([Array(value.utf8)]))
      ])
  }

  private func waits(_ id: FindingID, _ evidence: Evidence) throws -> [String] {
    let finding = try #require(Rule.named(id)?.findings(in: evidence).first)
    guard case .waits(let waits)? = finding.arguments["waits"] else { return [] }
    #expect(finding.waitSeconds == waits.map(\.seconds).max())
    #expect(finding.visibleOn == waits.map(\.endsOn).max())
    return waits.map { "\($0.resolver.description) \($0.seconds) \($0.endsOn - Self.now)" }
  }

  @Test func aNegativeAnswerStaysAsLongAsItsSOA() throws {
    let evidence = try evidence(
      "dmarc",
      [
        ("192.0.2.1", 0, denial(ttl: 440, minimum: 600)),
        ("192.0.2.2", 2, denial(ttl: 3600, minimum: 600)),
      ])
    #expect(
      try waits("answer-negative-cached", evidence) == ["192.0.2.1 440 440", "192.0.2.2 600 602"])
  }

  @Test func withoutAnSOATheZoneSaysHowLong() throws {
    let empty = Observation.Answer(code: .nxDomain, isAuthoritative: false, records: [])
    var evidence = try evidence("dmarc", [("192.0.2.1", 0, empty)])
    // The zone's servers were not asked for its SOA: the longest time that works well.
    evidence.observations.removeAll { $0.question.type == .soa }
    #expect(try waits("answer-negative-cached", evidence) == ["192.0.2.1 10800 10800"])
    // They say it: TTL 3600, MINIMUM 900.
    let zone = try DNSName("example.com")
    let soa = StartOfAuthority(
      primary: zone, mailbox: zone, serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 900)
    evidence.observations.append(
      Observation(
        question: Question(zone, .soa), server: zone, address: "192.0.2.53", role: .authoritative,
        at: Self.now,
        outcome: .answered(
          Observation.Answer(
            code: .noError, isAuthoritative: true,
            records: [ResourceRecord(name: zone, type: .soa, ttl: 3600, data: .soa(soa))]))))
    #expect(try waits("answer-negative-cached", evidence) == ["192.0.2.1 900 900"])
    #expect(Verdict(evidence).status == .waiting)
  }

  @Test func anOldValueStaysAsLongAsItsTTL() throws {
    let evidence = try evidence(
      "spf",
      [
        ("192.0.2.1", 0, text("v=spf1 -all", ttl: 300)),
        ("192.0.2.2", 1, text("v=spf1 include:qcloudmail.com ~all", ttl: 9999)),
      ])
    #expect(try waits("answer-stale-cached", evidence) == ["192.0.2.1 300 300"])
  }

  @Test func anAliasThatIsGoneStaysAsLongAsItsOwnTTL() throws {
    let name = try DNSName("example.com")
    var answer = try text("v=spf1 -all", ttl: 60)
    answer.records.insert(
      ResourceRecord(name: name, type: .cname, ttl: 500, data: .name(try DNSName("old.example"))),
      at: 0)
    #expect(
      try waits("answer-stale-cached", evidence("spf", [("192.0.2.1", 0, answer)]))
        == ["192.0.2.1 500 500"])
  }

  @Test func ofSeveralCachesBehindOneAddressTheLastCounts() throws {
    let evidence = try evidence(
      "spf",
      [
        ("192.0.2.1", 0, text("v=spf1 -all", ttl: 20)),
        ("192.0.2.1", 1, text("v=spf1 -all", ttl: 500)),
        ("192.0.2.1", 2, text("v=spf1 -all", ttl: 90)),
      ])
    #expect(try waits("answer-stale-cached", evidence) == ["192.0.2.1 500 501"])
  }

  @Test func aFailureIsForgottenAfterFiveMinutes() throws {
    let failure = Observation.Answer(code: .servFail, isAuthoritative: false, records: [])
    #expect(
      try waits("answer-failure-cached", evidence("mx", [("192.0.2.1", 3, failure)]))
        == ["192.0.2.1 300 303"])
  }

  /// RFC 2181 §8.
  @Test func aTTLWithItsHighestBitSetIsNone() throws {
    for ttl: UInt32 in [0, 0x8000_0000, .max] {
      let evidence = try evidence("spf", [("192.0.2.1", 0, text("v=spf1 -all", ttl: ttl))])
      #expect(try waits("answer-stale-cached", evidence) == ["192.0.2.1 0 0"])
    }
    let longest = try evidence("spf", [("192.0.2.1", 0, text("v=spf1 -all", ttl: 0x7FFF_FFFF))])
    #expect(
      try waits("answer-stale-cached", longest) == ["192.0.2.1 2147483647 2147483647"])
  }

  /// No wait cures what only a change can cure.
  @Test func whatAnotherFindingExplainsIsNotWaitedFor() throws {
    var world = Rule.dnssecStaleDS.broken
    world.resolver = .failing
    let verdict = Verdict(try world.evidence())
    #expect(verdict.findings.contains { $0.id == "answer-failure-cached" && $0.isConsequence })
    #expect(verdict.waitSeconds == nil)
    #expect(verdict.visibleOn == nil)
  }
}
