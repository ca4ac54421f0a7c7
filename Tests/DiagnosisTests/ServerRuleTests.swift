import DNS
import Testing

@testable import Diagnosis

/// What the rules of the layers delegation and servers claim, and what they leave alone.
@Suite struct ServerRuleTests {
  private func finding(_ rule: Rule, _ evidence: Evidence) throws -> Finding {
    try #require(rule.findings(in: evidence).first)
  }

  /// Both servers with the fault of one.
  private func onBoth(_ example: Example) throws -> Evidence {
    var evidence = try example.evidence()
    let faulty = try #require(evidence.nameServers.last?.name)
    evidence.nameServers.removeAll { $0.name != faulty }
    evidence.observations.removeAll { $0.role == .authoritative && $0.server != faulty }
    return evidence
  }

  @Test(arguments: [Rule.serverLame, .serverSilent]) func oneServerThatWorksMakesItAWarning(
    rule: Rule
  ) throws {
    let evidence = try rule.broken.evidence()
    let one = try finding(rule, evidence)
    #expect(one.severity == .warning)
    #expect(one.arguments["workingCount"] == .count(1))
    #expect(Verdict(evidence).status == .verified)
    let all = try finding(rule, try onBoth(rule.broken))
    #expect(all.severity == .error)
    #expect(all.arguments["workingCount"] == .count(0))
  }

  @Test(arguments: [Rule.serverLame, .serverSilent])
  func withoutAnyServerTheRecordsAreAConsequence(rule: Rule) throws {
    let verdict = Verdict(try onBoth(rule.broken))
    #expect(verdict.status == .problems)
    let unknown = verdict.findings.filter { $0.id == "record-unknown" }
    #expect(unknown.count == 5)
    #expect(unknown.allSatisfy { $0.causes == [rule.id] })
  }

  @Test(arguments: [
    (ResponseCode.refused, true, "refused"), (.notImp, true, "refused"),
    (.servFail, true, "servfail"), (.noError, false, "notAuthoritative"),
  ]) func theKindOfLamenessIsTold(
    code: ResponseCode, isAuthoritative: Bool, kind: String
  ) throws {
    var evidence = try Example().evidence()
    evidence.replaceAnswers(to: .soa, server: "f1g1ns2.dnspod.net") { answer in
      answer.code = code
      answer.isAuthoritative = isAuthoritative
    }
    #expect(try finding(.serverLame, evidence).arguments["kind"] == .text(kind))
  }

  @Test func aReferralUpwardsIsLame() throws {
    var evidence = try Example().evidence()
    evidence.replaceAnswers(to: .soa, server: "f1g1ns2.dnspod.net") { answer in
      answer.isAuthoritative = false
      answer.referral = Observation.Referral(zone: .root, nameServers: [])
    }
    #expect(try finding(.serverLame, evidence).arguments["kind"] == .text("upwardReferral"))
  }

  @Test func differentKindsAreMixed() throws {
    var evidence = try Example(secondServer: .refusing).evidence()
    evidence.replaceAnswers(to: .soa, server: "f1g1ns1.dnspod.net") { $0.code = .servFail }
    #expect(try finding(.serverLame, evidence).arguments["kind"] == .text("mixed"))
  }

  @Test func anEmptyAnswerWithAuthorityIsNotLame() throws {
    var evidence = try Example().evidence()
    evidence.replaceAnswers(to: .soa, server: "f1g1ns2.dnspod.net") { $0.code = .nxDomain }
    #expect(Rule.serverLame.findings(in: evidence).isEmpty)
  }

  @Test(arguments: ["outOfTime", "cancelled", "noSocket", "malformed"])
  func whatWasNotFinishedIsNoSilence(reason: String) throws {
    var evidence = try Example(secondServer: .silent).evidence()
    for index in evidence.observations.indices
    where evidence.observations[index].outcome == .failed("timedOut") {
      evidence.observations[index].outcome = .failed(reason)
    }
    #expect(Rule.serverSilent.findings(in: evidence).isEmpty)
  }

  @Test(arguments: ["portClosed", "unreachable"]) func aClosedPortIsSilence(reason: String) throws {
    var evidence = try Example(secondServer: .silent).evidence()
    for index in evidence.observations.indices
    where evidence.observations[index].outcome == .failed("timedOut") {
      evidence.observations[index].outcome = .failed(reason)
    }
    #expect(!Rule.serverSilent.findings(in: evidence).isEmpty)
  }

  @Test func anAddressThatWasNotFoundIsNoProofOfItsAbsence() throws {
    var evidence = try Example(secondServer: .withoutAddress).evidence()
    evidence.observations.removeAll { $0.role == .host }
    #expect(Rule.serverUnresolvable.findings(in: evidence).isEmpty)
  }

  @Test func oneLostPacketIsNotABrokenEDNS() throws {
    var evidence = try Example().evidence()
    evidence.replaceAnswers(to: .soa, server: "f1g1ns2.dnspod.net") { $0.edns = .unanswered }
    #expect(Rule.ednsBroken.findings(in: evidence).isEmpty)
  }

  @Test func equalServersInAnotherOrderAreNoMismatch() throws {
    let evidence = try Example(adding: "@ NS F1G1NS2.dnspod.net.\n@ NS f1g1ns1.dnspod.net.")
      .evidence()
    #expect(Rule.delegationMismatch.findings(in: evidence).isEmpty)
  }

  @Test func theServersOfEachSideAreNamed() throws {
    let arguments = try finding(
      .delegationMismatch, try Rule.delegationMismatch.broken.evidence()
    ).arguments
    #expect(arguments["onlyParent"] == .names([try DNSName("f1g1ns2.dnspod.net")]))
    #expect(arguments["onlyChild"] == .names([try DNSName("old.parked.example")]))
  }
}

/// What the rules about signatures claim.
@Suite struct DNSSECRuleTests {
  /// RFC 4034 §5.4: the key of dskey.example.com and the DS record made from it.
  private static let key = """
    DNSKEY 256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZ\
    DRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/\
    rljwvFw==
    """
  private static let ds = "DS 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"

  @Test func theTagIsThatOfTheStandard() throws {
    let text = "@ \(Self.key)\n@ \(Self.ds)"
    let records = try ZoneText.records(text, origin: try DNSName("dskey.example.com"))
    let key = try #require(records.compactMap(KeyTag.init(dnskey:)).first)
    #expect(key.tag == 60485)
    #expect(records.compactMap(KeyTag.init(ds:)) == [key])
  }

  @Test func aKeyThatTheZoneAboveKnowsIsFine() throws {
    let example = Example(adding: "@ \(Self.key)", parentRecords: "@ \(Self.ds)")
    #expect(Rule.dnssecStaleDS.findings(in: try example.evidence()).isEmpty)
  }

  @Test func noKeyAtAllIsTold() throws {
    let evidence = try Example(parentRecords: "@ 3600 \(Self.ds)").evidence()
    let finding = try #require(Rule.dnssecStaleDS.findings(in: evidence).first)
    #expect(finding.arguments["keyCount"] == .count(0))
    #expect(finding.arguments["dsTags"] == .texts(["60485"]))
    #expect(finding.arguments["ttl"] == .seconds(3600))
    #expect(finding.waitSeconds == nil, "only a change can cure it")
  }

  @Test func keysThatWereNotSeenProveNothing() throws {
    var evidence = try Example(parentRecords: "@ \(Self.ds)").evidence()
    for index in evidence.observations.indices
    where evidence.observations[index].question.type == .dnskey {
      evidence.observations[index].outcome = .failed("timedOut")
    }
    #expect(Rule.dnssecStaleDS.findings(in: evidence).isEmpty)
  }

  @Test func aStaleDSIsTheCauseOfRefusedSignatures() throws {
    let verdict = Verdict(
      try Example(parentRecords: "@ \(Self.ds)", resolver: .refusingSignatures).evidence())
    #expect(verdict.findings.filter { !$0.isConsequence }.map(\.id) == ["dnssec-stale-ds"])
    #expect(verdict.status == .problems)
  }

  @Test func aResolverThatFailsAnywayIsNotAboutSignatures() throws {
    let evidence = try Example(resolver: .failing).evidence()
    #expect(Rule.dnssecBogus.findings(in: evidence).isEmpty)
    let verdict = Verdict(evidence)
    #expect(verdict.status == .waiting)
    #expect(verdict.waitSeconds == 300)
  }

  @Test func theReasonsOfTheResolverAreTold() throws {
    var evidence = try Example(resolver: .refusingSignatures).evidence()
    for index in evidence.observations.indices where evidence.observations[index].role == .resolver
    {
      guard var answer = evidence.observations[index].answer else { continue }
      let option = EDNSOption(code: EDNSOption.extendedError, data: [0, 7])
      answer.extendedErrors = [option].compactMap(ExtendedError.init)
      evidence.observations[index].outcome = .answered(answer)
    }
    let finding = try #require(Rule.dnssecBogus.findings(in: evidence).first)
    #expect(finding.arguments["errors"] == .texts(["7 Signature Expired"]))
  }
}

/// What the rules about names on the way to a record claim.
@Suite struct PathRuleTests {
  @Test func aZoneBelowExplainsTheMissingRecord() throws {
    let verdict = Verdict(try Rule.subzoneHidesRecord.broken.evidence())
    #expect(verdict.findings.filter { !$0.isConsequence }.map(\.id) == ["subzone-hides-record"])
    let finding = try #require(verdict.findings.first)
    #expect(finding.arguments["cut"] == .name(try DNSName("_domainkey.example.com")))
    #expect(finding.arguments["hostLabel"] == .text("qcloud"))
  }

  @Test func aRecordInTheZoneBelowIsFine() throws {
    var evidence = try Rule.subzoneHidesRecord.broken.evidence()
    let dkim = try #require(evidence.expected.first { $0.purpose == .dkim })
    let text = #"@ TXT "\#(dkim.value.prefix(200))" "\#(dkim.value.dropFirst(200))""#
    evidence.observations.append(
      Observation(
        question: dkim.question, server: try DNSName("f1g1ns2.dnspod.net"), address: "192.0.2.54",
        role: .authoritative, at: 0,
        outcome: .answered(
          Observation.Answer(
            code: .noError, isAuthoritative: true,
            records: try ZoneText.records(text, origin: dkim.name)))))
    #expect(Rule.subzoneHidesRecord.findings(in: evidence).isEmpty)
    #expect(evidence.authoritativeStates(of: dkim).map(\.state) == [.match])
  }

  /// Everybody follows the alias but, perhaps, the mail service.
  @Test func anAliasToTheRightTextIsWorthAWord() throws {
    let example = Example(
      without: "_dmarc", adding: "_dmarc CNAME policy\npolicy TXT \"v=DMARC1; p=none\"")
    let verdict = Verdict(try example.evidence())
    #expect(verdict.records.map(\.status) == Array(repeating: .match, count: 5))
    #expect(verdict.findings.map(\.id) == ["cname-blocks-record"])
    #expect(verdict.findings.map(\.severity) == [.info] && verdict.status == .verified)
  }

  @Test func aLoopExplainsTheMissingRecord() throws {
    let verdict = Verdict(try Rule.cnameLoop.broken.evidence())
    #expect(verdict.findings.filter { !$0.isConsequence }.map(\.id) == ["cname-loop"])
    #expect(verdict.findings.filter(\.isConsequence).map(\.id) == ["dmarc-missing"])
    let names = try ["_dmarc", "policy", "_dmarc"].map { try DNSName("\($0).example.com") }
    #expect(verdict.findings.first?.arguments["chain"] == .names(names))
  }
}

extension Evidence {
  /// Changes what a server of the zone answered to questions of a type.
  mutating func replaceAnswers(
    to type: RecordType, server: String, _ change: (inout Observation.Answer) -> Void
  ) {
    for index in observations.indices
    where observations[index].role == .authoritative && observations[index].question.type == type
      && observations[index].server?.withoutFinalDot == server
    {
      guard var answer = observations[index].answer else { continue }
      change(&answer)
      observations[index].outcome = .answered(answer)
    }
  }
}
