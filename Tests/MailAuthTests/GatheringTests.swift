import DNS
import MailAuth
import Testing

@Suite("Judgements over hostile answers")
struct GatheringTests {
  /// A resolver that answers each question at random, once and for all.
  private struct Chaos: LookupSource {
    var answers: [Question: LookupAnswer] = [:]
    var random: SeededGenerator

    func answer(to question: Question) -> LookupAnswer? { answers[question] }

    mutating func ask(_ questions: [Question]) throws {
      for question in questions { answers[question] = try make(question) }
    }

    private mutating func make(_ question: Question) throws -> LookupAnswer {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return .nxDomain
      case 1: return .failed
      case 2: return .records([])
      case 3:
        let targets = ["a.test", "b.test", "_dmarc.a.test", question.name.withoutFinalDot]
        return .records([
          ResourceRecord(
            name: question.name, type: .cname, ttl: 1,
            data: .name(try DNSName(random.pick(targets))))
        ])
      default:
        return .records(
          try (0..<random.pick([1, 1, 1, 2, 5])).map { _ in
            ResourceRecord(
              name: question.name, type: question.type, ttl: 1, data: try data(question.type))
          })
      }
    }

    private mutating func data(_ type: RecordType) throws -> RecordData {
      switch type {
      case .mx:
        let hosts = [".", "a.test", "b.test", "192.0.2.1", "a_b.test", "\\000.test"]
        return .mx(
          preference: .random(in: 0...20, using: &random),
          exchange: try DNSName(random.pick(hosts)))
      case .txt:
        let text =
          random.oneIn(3)
          ? "v=DKIM1; k=rsa; p=" + SampleKey.appendixC : DMARCText.any(using: &random)
        var octets = Array(text.utf8)
        for _ in 0..<random.pick([0, 0, 1, 3]) {
          octets[Int.random(in: 0..<octets.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        return .txt([octets])
      default:
        return .address(try #require(IPAddress(octets: [192, 0, 2, 1])))
      }
    }
  }

  /// Asks until the judgement is made; the number of rounds.
  private func rounds<Outcome>(
    _ chaos: inout Chaos, _ judge: (Chaos) -> Gathering<Outcome>
  ) throws -> Int {
    for round in 0..<40 {
      switch judge(chaos) {
      case .done: return round
      case .needs(let questions):
        #expect(!questions.isEmpty && questions.count <= 300)
        #expect(Set(questions).count == questions.count)
        #expect(questions.allSatisfy { chaos.answers[$0] == nil })
        try chaos.ask(questions)
      }
    }
    Issue.record("no end")
    return 40
  }

  @Test func everyJudgementEnds() throws {
    let domain = try DNSName("x.y.mail.example.com")
    let service = try DNSName("service.test")
    let selector = try DNSName("s1._domainkey.example.com")
    var most = 0
    for seed in 1...300 {
      var chaos = Chaos(random: SeededGenerator(seed: UInt64(seed)))
      let record = try DMARCRecord(parsing: DMARCText.any(using: &chaos.random))
      let expected = Array(("v=DKIM1; k=rsa; p=" + SampleKey.appendixC).utf8)
      most = max(
        most, try rounds(&chaos) { DKIMKeyVerdict.judge(at: selector, expected: expected, in: $0) },
        try rounds(&chaos) { DMARCDiscovery.judge(domain, in: $0) },
        try rounds(&chaos) { MXVerdict.judge(domain, in: $0) },
        try rounds(&chaos) { DMARCReportDestination.judge(record, at: domain, in: $0) },
        try rounds(&chaos) {
          DMARCAlignmentVerdict.judge(
            domain, dkim: service, returnPath: domain.parent, under: record, in: $0)
        })
    }
    // Aliases alone lead to further rounds.
    #expect(most > 1 && most <= 16)
  }
}
