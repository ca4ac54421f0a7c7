import DNS
import Registration
import Testing

@testable import Diagnosis

/// What the rules about delegations, servers and this machine's network claim, and what they leave
/// alone.
@Suite struct DeliveryRuleTests {
  private func causes(_ example: Example) throws -> [String] {
    Verdict(try example.evidence()).findings.filter { !$0.isConsequence }.map(\.id.rawValue)
  }

  @Test func recordsElsewhereExplainThatTheyAreMissing() throws {
    let verdict = Verdict(try Rule.delegationElsewhere.broken.evidence())
    #expect(verdict.findings.map(\.id) == ["delegation-elsewhere", "dmarc-missing"])
    let arguments = try #require(verdict.findings.first).arguments
    #expect(arguments["editedHost"] == .text("edited.example"))
    #expect(arguments["delegatedHost"] == .text("dnspod.net"))
    #expect(
      arguments["foundThere"] == .records([Question(try DNSName("_dmarc.example.com"), .txt)]))
  }

  @Test func aZoneLeftAtAnotherHostIsNoFault() throws {
    #expect(try causes(Example(elsewhere: Example.healthyZone)).isEmpty)
    #expect(try causes(Example(without: "_dmarc", elsewhere: "@ TXT \"a\"")) == ["dmarc-missing"])
  }

  @Test func theServersThatTheConsoleShowsAreCompared() throws {
    #expect(
      try causes(Example(editedServers: ["f1g1ns7.dnspod.net."])) == ["delegation-other-account"])
    // One of them is enough, and another host is not another account.
    #expect(try causes(Example(editedServers: ["f1g1ns1.dnspod.net.", "a.dnspod.net."])).isEmpty)
    #expect(try causes(Example(editedServers: ["ada.ns.cloudflare.com."])).isEmpty)
    #expect(try causes(Example(editedServers: [])).isEmpty)
  }

  @Test func theServersOfOneHostAreRecognisedUnderManyDomains() throws {
    let edited = EditedZone(nameServers: [try DNSName("ns-5.awsdns-12.org")])
    #expect(edited.isServedByOthers(than: [try DNSName("ns-1.awsdns-33.co.uk")]))
    #expect(!edited.isServedByOthers(than: [try DNSName("ns-5.awsdns-12.org")]))
    #expect(!edited.isServedByOthers(than: [try DNSName("ns1.dnspod.net")]))
  }

  @Test func anotherAccountIsAnErrorOnlyWhenSomethingIsNotRight() throws {
    func severity(_ example: Example) throws -> Severity? {
      Rule.delegationOtherAccount.findings(in: try example.evidence()).first?.severity
    }
    let others = ["f1g1ns7.dnspod.net."]
    #expect(try severity(Example(without: "_dmarc", editedServers: others)) == .error)
    #expect(try severity(Example(editedServers: others)) == .warning)
  }

  @Test func anOldDelegationInACacheNeedsTime() throws {
    let verdict = Verdict(try Rule.delegationChanging.broken.evidence())
    #expect(verdict.findings.map(\.id) == ["delegation-changing"])
    #expect(verdict.waitSeconds == 7200)
  }

  @Test func theZonesOwnListInACacheIsNoOldDelegation() throws {
    let own = "@ NS f1g1ns1.dnspod.net.\n@ NS third.example.net.\n"
    let example = Example(adding: own, cache: Example.healthyZone + "\n" + own)
    #expect(try causes(example) == ["delegation-mismatch"])
    let same = "\n@ NS F1G1NS1.dnspod.net.\n@ NS f1g1ns2.dnspod.net."
    #expect(try causes(Example(cache: Example.healthyZone + same)).isEmpty)
  }

  @Test(arguments: [
    "10.0.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "169.254.9.9", "100.64.0.1",
    "0.0.0.0",
    "::1", "::", "fe80::1", "fd00::1",
  ]) func addressesThatNobodyReaches(address: String) throws {
    let address = try #require(IPAddress(address))
    #expect(PrivateNetwork.of(address) != nil)
  }

  @Test(arguments: [
    "9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.1", "192.167.0.1", "100.128.0.1",
    "128.0.0.1", "2001:db8::1", "fec0::1", "::2",
  ]) func addressesThatEverybodyReaches(address: String) throws {
    #expect(PrivateNetwork.of(try #require(IPAddress(address))) == nil)
  }

  @Test func inANetworkOfItsOwnEveryServerIsThere() throws {
    var evidence = try Rule.serverAddressPrivate.broken.evidence()
    #expect(!Rule.serverAddressPrivate.findings(in: evidence).isEmpty)
    for index in evidence.observations.indices where evidence.observations[index].role == .parent {
      evidence.observations[index].address = "10.9.9.9#5300"
    }
    #expect(Rule.serverAddressPrivate.findings(in: evidence).isEmpty)
  }

  @Test func withoutAnotherServerAPrivateAddressIsAnError() throws {
    var evidence = try Rule.serverAddressPrivate.broken.evidence()
    let one = try #require(Rule.serverAddressPrivate.findings(in: evidence).first)
    #expect(one.severity == .warning)
    evidence.nameServers.removeFirst()
    let only = try #require(Rule.serverAddressPrivate.findings(in: evidence).first)
    #expect(only.severity == .error)
  }

  @Test func otherAnswersInOtherPlacesAreTold() throws {
    let evidence = try Rule.answersVaryByLocation.broken.evidence()
    let findings = Rule.answersVaryByLocation.findings(in: evidence)
    #expect(findings.count == 5)
    #expect(findings.allSatisfy { $0.arguments["here"] == .text("right") })
    #expect(try causes(Example(distant: Example.healthyZone)).isEmpty)
    // More senders in another place are as good.
    let more = Example.healthyZone.replacing("~all", with: "include:a.example ~all")
    #expect(try causes(Example(distant: more)).isEmpty)
  }

  @Test func silenceInAnotherWayProvesNothing() throws {
    var evidence = try Rule.answersVaryByLocation.broken.evidence()
    for index in evidence.observations.indices where evidence.observations[index].role == .distant {
      evidence.observations[index].outcome = .failed("timedOut")
    }
    #expect(Rule.answersVaryByLocation.findings(in: evidence).isEmpty)
  }

  @Test func onlySilenceLosesLargeAnswers() throws {
    var evidence = try Rule.largeAnswersLost.broken.evidence()
    for index in evidence.observations.indices where evidence.observations[index].role == .large {
      evidence.observations[index].outcome = .failed("outOfTime")
    }
    #expect(Rule.largeAnswersLost.findings(in: evidence).isEmpty)
    // Without a large answer there is nothing to lose.
    #expect(try causes(Example(secondServer: .losingLargeAnswers)).isEmpty)
  }

  @Test func oneSoundSignatureIsEnough() throws {
    let rule = Rule.dnssecSignatureExpired
    var evidence = try rule.broken.evidence()
    let finding = try #require(rule.findings(in: evidence).first)
    #expect(finding.arguments["kind"] == .text("ended"))
    #expect(finding.arguments["expirationOn"] == .moment(Example.moment - 86_400))
    let sound = try rule.fixed.evidence().observations.filter { $0.role == .signed }
    for index in evidence.observations.indices where evidence.observations[index].role == .signed {
      let question = evidence.observations[index].question
      guard var answer = evidence.observations[index].answer,
        let other = sound.first(where: { $0.question == question })?.answer
      else { continue }
      answer.records += other.records.filter { $0.type == .rrsig }
      evidence.observations[index].outcome = .answered(answer)
    }
    #expect(rule.findings(in: evidence).isEmpty)
  }

  @Test func aSignatureThatHasNotBegunIsNotValid() throws {
    let rule = Rule.dnssecSignatureExpired
    var evidence = try rule.fixed.evidence()
    evidence.checkedAt = -3 * 86_400
    #expect(rule.findings(in: evidence).first?.arguments["kind"] == .text("early"))
  }

  @Test func timesOfSignaturesAreThoseNearestToNow() throws {
    func record(_ end: UInt32, _ start: UInt32) throws -> ResourceRecord {
      func octets(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
      }
      return ResourceRecord(
        name: try DNSName("example.com"), type: .rrsig, ttl: 1,
        data: .other([0, 16, 13, 2, 0, 0, 0, 60] + octets(end) + octets(start) + [0, 1, 0]))
    }
    // 2106-02-07: the 32 bits begin anew.
    let turn = 4_294_967_296
    let period = try #require(
      SignaturePeriod(
        rrsig: try record(100, 4_294_967_196), covering: .txt, near: turn))
    #expect(period.inception == turn - 100)
    #expect(period.expiration == turn + 100)
    #expect(period.contains(turn) && !period.contains(turn + 101))
    #expect(SignaturePeriod(rrsig: try record(1, 0), covering: .mx, near: 0) == nil)
    // The end before the beginning is never.
    let never = try #require(
      SignaturePeriod(rrsig: try record(10, 20), covering: .txt, near: 15))
    #expect(!never.contains(15))
  }

  @Test func anEmptyNameIsNotDeniedByHonestServers() throws {
    let evidence = try Example().evidence()
    let dkim = try #require(evidence.expected.first { $0.purpose == .dkim })
    let dmarc = try #require(evidence.expected.first { $0.purpose == .dmarc })
    #expect(
      evidence.emptyName(above: dkim) == Question(try DNSName("_domainkey.example.com"), .txt))
    #expect(evidence.emptyName(above: dmarc) == nil)
    // Where the record does not exist, neither does the name above it.
    #expect(
      try causes(Example(without: "_domainkey", secondServer: .denyingEmptyNames))
        == ["dkim-missing"])
  }

  @Test func aResolverThatIsNotBelievedDoesNotCount() throws {
    var example = Rule.resolverUntrustworthy.broken
    example.cache = "@ TXT \"v=spf1 -all\""
    let verdict = Verdict(try example.evidence())
    #expect(verdict.findings.map(\.id) == ["resolver-untrustworthy"])
    #expect(verdict.records.map(\.status) == Array(repeating: .match, count: 5))
    #expect(verdict.status == .verified)
  }

  @Test func aResolverWithAZoneOfItsOwnIsNotBelieved() throws {
    var evidence = try Example(cache: "@ TXT \"v=spf1 -all\"").evidence()
    #expect(Rule.resolverUntrustworthy.findings(in: evidence).isEmpty)
    for index in evidence.observations.indices where evidence.observations[index].role == .resolver
    {
      guard var answer = evidence.observations[index].answer else { continue }
      answer.isAuthoritative = true
      evidence.observations[index].outcome = .answered(answer)
    }
    let finding = try #require(Rule.resolverUntrustworthy.findings(in: evidence).first)
    #expect(finding.arguments["kind"] == .text("splitView"))
  }

  @Test func aNameThatEverybodyAnswersIsNoInvention() throws {
    var evidence = try Rule.resolverUntrustworthy.broken.evidence()
    let own = try #require(
      evidence.observations.first { $0.role == .control && $0.address == "192.0.2.153" })
    for index in evidence.observations.indices where evidence.observations[index].role == .control {
      evidence.observations[index].outcome = own.outcome
    }
    #expect(Rule.resolverUntrustworthy.findings(in: evidence).isEmpty)
  }

  @Test func conditionsOfTheNetworkAreNoFaultOfTheDomain() throws {
    for example in [Rule.port53Blocked.broken, Rule.networkUnreachable.broken] {
      let verdict = Verdict(try example.evidence())
      #expect(verdict.status == .unknown)
      #expect(verdict.findings.allSatisfy { $0.isUnknown && $0.severity == .info })
      #expect(verdict.findings.last?.id == "delegation-unknown")
      #expect(verdict.findings.last?.isConsequence == true)
    }
  }

  @Test func oneAnswerFromOutsideMeansThatThePortIsOpen() throws {
    var evidence = try Rule.port53Blocked.broken.evidence()
    for index in evidence.observations.indices where evidence.observations[index].role == .control {
      evidence.observations[index].outcome = .answered(
        Observation.Answer(code: .noError, isAuthoritative: false, records: []))
    }
    #expect(Verdict(evidence).findings.map(\.id) == ["delegation-unknown"])
  }

  @Test func aRegistryThatAnswersShowsThatThereIsANetwork() throws {
    var evidence = try Rule.networkUnreachable.broken.evidence()
    let domain = evidence.registrableDomain
    func ids() -> [FindingID] { Verdict(evidence).findings.map(\.id) }
    evidence.registration = Example.Registry.failure(.timeout).answers(about: domain)
    #expect(ids().contains("network-unreachable") && !ids().contains("port53-blocked"))
    evidence.registration = Example.Registry.active.answers(about: domain)
    #expect(ids() == ["port53-blocked", "delegation-unknown"])
    #expect(Verdict(evidence).findings.first?.arguments["fallback"] == .text("none"))
    // An error that a service sends is an answer too.
    evidence.registration = Example.Registry.failure(.serverError).answers(about: domain)
    evidence.registration?[0].clockOffset = 0
    #expect(ids().contains("port53-blocked"))
    // Where nobody but one zone's servers was asked, the port may be open.
    evidence.observations.removeAll { $0.role == .control }
    #expect(ids() == ["registration-unknown", "delegation-unknown"])
  }

  @Test(arguments: [(301, "ahead"), (-301, "behind")]) func aClockThatIsOff(
    offset: Int, direction: String
  ) throws {
    let finding = try #require(
      Rule.clockWrong.findings(in: try Example(clockOffset: offset).evidence()).first)
    #expect(finding.arguments["direction"] == .text(direction))
    #expect(finding.arguments["offsetSeconds"] == .seconds(301))
    for small in [300, -300, 0] {
      #expect(Rule.clockWrong.findings(in: try Example(clockOffset: small).evidence()).isEmpty)
    }
  }

  @Test func ofTwoRegistriesTheOneThatAgreesIsBelieved() throws {
    var evidence = try Example(clockOffset: 7200).evidence()
    let first = try #require(evidence.registration?.first)
    var second = first
    second.clockOffset = 2
    evidence.registration = [first, second]
    #expect(Rule.clockWrong.findings(in: evidence).isEmpty)
    second.clockOffset = nil
    evidence.registration = [first, second]
    #expect(Rule.clockWrong.findings(in: evidence).count == 1)
  }

  /// The clock is two days after the end of a signature that a resolver accepts, or one.
  @Test(arguments: [(2, true), (1, false)]) func anAcceptedSignatureTellsTheTime(
    days: Int, isWrong: Bool
  ) throws {
    var evidence = try Example(signature: .expired).evidence()
    evidence.checkedAt += (days - 1) * 86_400
    #expect(Verdict(evidence).findings.contains { $0.id == "dnssec-signature-expired" })
    #expect(!Verdict(evidence).findings.contains { $0.id == "clock-wrong" })
    for index in evidence.observations.indices where evidence.observations[index].role == .resolver
    {
      guard var answer = evidence.observations[index].answer else { continue }
      answer.isValidated = true
      evidence.observations[index].outcome = .answered(answer)
    }
    let causes = Verdict(evidence).findings.filter { !$0.isConsequence }.map(\.id)
    #expect(Set(causes) == [isWrong ? "clock-wrong" : "dnssec-signature-expired"])
  }
}
