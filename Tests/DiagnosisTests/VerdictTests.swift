import DNS
import Testing

@testable import Diagnosis

@Suite struct VerdictTests {
  private func ids(_ verdict: Verdict, consequences: Bool) -> [String] {
    verdict.findings.filter { $0.isConsequence == consequences }.map(\.id.rawValue)
  }

  @Test func aHealthyDomainHasNoFinding() throws {
    let verdict = Verdict(try Example().evidence())
    #expect(verdict.findings.isEmpty)
    #expect(verdict.records.map(\.status) == Array(repeating: .match, count: 5))
    #expect(verdict.status == .verified)
    #expect(verdict.waitSeconds == nil)
  }

  @Test func aMissingDelegationExplainsEveryMissingRecord() throws {
    let verdict = Verdict(
      try Example(without: "_domainkey", delegation: .absent).evidence())
    #expect(ids(verdict, consequences: false) == ["domain-not-delegated"])
    #expect(ids(verdict, consequences: true) == ["dkim-missing"])
    let states = verdict.records.map { "\($0.expected.id) \($0.status.rawValue)" }
    #expect(
      states == ["mx waiting", "spf waiting", "dkim missing", "dmarc waiting", "token waiting"])
    #expect(verdict.status == .problems)
  }

  @Test func serversOfTheHostThatStillAnswerAreNamed() throws {
    let finding = try #require(
      Rule.domainNotDelegated.findings(in: try Example(delegation: .absent).evidence()).first)
    #expect(finding.arguments["count"] == .count(2))
    var silent = try Example(delegation: .absent).evidence()
    silent.observations.removeAll { $0.role == .undelegated }
    let bare = try #require(Rule.domainNotDelegated.findings(in: silent).first)
    #expect(bare.arguments["count"] == .count(0))
  }

  @Test func aDoubledNameExplainsTheMissingRecord() throws {
    let verdict = Verdict(try Rule.nameDoubled.broken.evidence())
    #expect(ids(verdict, consequences: false) == ["name-doubled"])
    #expect(ids(verdict, consequences: true) == ["dkim-missing"])
  }

  @Test func twoIndependentFaultsAreTwoCauses() throws {
    let verdict = Verdict(
      try Example(
        without: "MX", adding: "@ TXT \"v=spf1 -all\"\n@ MX 5 mxbiz1.qq.com"
      ).evidence())
    #expect(ids(verdict, consequences: false) == ["target-missing-dot", "spf-multiple"])
    #expect(
      ids(verdict, consequences: true)
        == ["record-mismatch", "record-mismatch", "mx-target-unresolvable"])
  }

  /// Every rule's fault together with every fault of a later layer that leaves it in place.
  @Test(arguments: Rule.all.map(\.id)) func aLaterFaultNeverHidesAnEarlierCause(
    id: FindingID
  ) throws {
    let earlier = try #require(Rule.named(id))
    // Where its own example is explained by something more special, there is nothing to hide.
    guard ids(Verdict(try earlier.broken.evidence()), consequences: false).contains(id.rawValue)
    else { return }
    // What is wrong with this network is no fault of a domain: it decides what can be proven.
    let faults = Rule.all.filter { $0.layer > earlier.layer && !Self.ofThisNetwork.contains($0.id) }
    // A third of the pairs, each rule with its own.
    let first = Rule.all.firstIndex { $0.id == id } ?? 0
    for later in faults.enumerated().filter({ ($0.offset + first) % 3 == 0 }).map(\.element) {
      guard let both = earlier.broken.joined(with: later.broken) else { continue }
      let evidence = try both.evidence()
      // The later fault may be one that takes the evidence away, such as silence.
      guard !earlier.findings(in: evidence).isEmpty else { continue }
      let causes = ids(Verdict(evidence), consequences: false)
      #expect(causes.contains(id.rawValue), "\(id.rawValue) + \(later.id.rawValue): \(causes)")
    }
  }

  static let ofThisNetwork: Set<FindingID> = [
    "port53-blocked", "network-unreachable", "resolver-untrustworthy", "clock-wrong",
  ]

  @Test func mostPairsOfFaultsCanBeJoined() {
    let pairs = Rule.all.flatMap { earlier in
      Rule.all.filter { $0.layer > earlier.layer }.map { (earlier, $0) }
    }
    let joined = pairs.count { $0.broken.joined(with: $1.broken) != nil }
    #expect(joined * 2 > pairs.count, "\(joined) of \(pairs.count)")
  }

  @Test func waitingIsNoProblem() throws {
    let verdict = Verdict(try Rule.answerNegativeCached.broken.evidence())
    #expect(verdict.status == .waiting)
    #expect(verdict.waitSeconds == 440)
    #expect(verdict.records.filter { $0.status == .waiting }.map(\.expected.id) == ["dmarc"])
  }

  @Test func theMinimumFieldBoundsTheWait() throws {
    let cache = """
      @ 5000 SOA f1g1ns1.dnspod.net. hostmaster.example.com. 1 60 60 3600 600
      """
    let verdict = Verdict(try Example(cache: cache).evidence())
    // RFC 2308 §5: the smaller of the SOA's TTL and its MINIMUM field.
    #expect(verdict.waitSeconds == 600)
  }

  @Test func silenceIsUnknownAndNeverAProblem() throws {
    let verdict = Verdict(try Example(serversAnswer: false).evidence())
    #expect(verdict.status == .unknown)
    #expect(verdict.findings.allSatisfy { $0.severity == .info && $0.isUnknown })
    #expect(verdict.records.allSatisfy { $0.status == .unknown })
  }

  @Test func anEmptyAnswerWithoutProofIsNoAbsence() throws {
    var evidence = try Example(without: "_dmarc").evidence()
    evidence.observations = evidence.observations.map { observation in
      guard var answer = observation.answer, answer.records.isEmpty else { return observation }
      answer.denial = nil
      var changed = observation
      changed.outcome = .answered(answer)
      return changed
    }
    #expect(Verdict(evidence).findings.map(\.id) == ["record-unknown"])
  }

  @Test func disagreeingServersAreTheCause() throws {
    let verdict = Verdict(try Rule.serversDisagree.broken.evidence())
    #expect(ids(verdict, consequences: false) == Array(repeating: "servers-disagree", count: 5))
    #expect(verdict.records.allSatisfy { $0.status == .mismatch })
  }

  @Test func disagreeingServersAreShownWithAnswersAndSerials() throws {
    func soa(_ serial: Int) -> String {
      "@ SOA f1g1ns1.dnspod.net. h.example.com. \(serial) 1 1 1 1"
    }
    let evidence = try Example(
      adding: soa(7), second: "@ TXT \"v=spf1 -all\"\n@ TXT \"other\"\n" + soa(6)
    ).evidence()
    let spf = try #require(
      Rule.serversDisagree.findings(in: evidence).first { $0.record == "spf" }
    ).arguments
    let (first, second) = ("f1g1ns1.dnspod.net (192.0.2.53)", "f1g1ns2.dnspod.net (192.0.2.54)")
    #expect(
      spf["answers"]
        == .texts([
          "\(first): v=spf1 include:qcloudmail.com ~all", "\(second): v=spf1 -all | other",
        ]))
    #expect(spf["serials"] == .texts(["\(first): 7", "\(second): 6"]))
  }
}
