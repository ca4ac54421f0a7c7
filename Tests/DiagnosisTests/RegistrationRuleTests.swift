import DNS
import Foundation
import Registration
import Testing

@testable import Diagnosis

/// The layer registration: which finding a registry's answer comes to, and what it explains.
@Suite struct RegistrationRuleTests {
  /// What the registry of a domain says.
  private func answers(
    _ statuses: [String], domain: String = "example.com", expires: String? = "2046-01-01",
    registered: String? = nil, servers: [String] = ["f1g1ns1.dnspod.net"],
    registrar: Registrar? = nil
  ) throws -> [RegistrationAnswer] {
    var data = RegistrationData(domain: try DNSName(domain))
    data.statuses = statuses.map { EPPStatus($0) }
    let dates = [(RegistrationEvent.Action.expiration, expires), (.registration, registered)]
    data.events = dates.compactMap { action, text in
      text.flatMap { RegistrationDate($0) }.map { RegistrationEvent(action, $0) }
    }
    data.nameServers = try servers.map { try DNSName($0) }
    data.registrar = registrar
    return [
      RegistrationAnswer(
        domain: data.domain, source: .whois, server: "whois.example",
        askedAt: Date(timeIntervalSince1970: Double(Example.moment + 60)), result: .found(data))
    ]
  }

  private func evidence(
    _ answers: [RegistrationAnswer]?, _ delegation: Evidence.Delegation = .absent,
    without missing: String? = nil, domain: String? = nil
  ) throws -> Evidence {
    var evidence = try Example(without: missing, delegation: delegation).evidence()
    evidence.registration = answers
    if let domain { evidence.registrableDomain = try DNSName(domain) }
    return evidence
  }

  private func failed(_ failure: RegistrationFailure) throws -> [RegistrationAnswer] {
    [
      RegistrationAnswer(
        domain: try DNSName("example.com"), source: .rdap, server: "rdap.example",
        askedAt: Date(timeIntervalSince1970: Double(Example.moment + 60)), result: .failed(failure))
    ]
  }

  private func ids(_ evidence: Evidence, consequences: Bool = false) -> [String] {
    Verdict(evidence).findings.filter { $0.isConsequence == consequences }.map(\.id.rawValue)
  }

  private func finding(_ evidence: Evidence) throws -> Finding {
    try #require(Verdict(evidence).findings.first)
  }

  @Test(arguments: [
    (["serverHold"], "registry-hold"), (["clientHold", "serverHold"], "registry-hold"),
    (["clientHold"], "registrar-hold"), (["redemptionPeriod", "pendingDelete"], "domain-expired"),
    (["pendingDelete"], "domain-expired"), (["pendingRestore"], "domain-expired"),
    (["pendingCreate"], "registration-pending"), (["pendingVerification"], "registration-pending"),
    (["inactive"], "domain-not-delegated"), (["ok"], "domain-not-delegated"),
    (["clientTransferProhibited"], "domain-not-delegated"),
  ])
  func oneCauseWithoutADelegation(_ statuses: [String], _ id: String) throws {
    let evidence = try evidence(try answers(statuses), without: "_domainkey")
    #expect(ids(evidence) == [id])
    // What the zone at the DNS host lacks is no cause while nobody can see the zone.
    #expect(ids(evidence, consequences: true) == ["dkim-missing"])
    #expect(Verdict(evidence).status == .problems)
    let finding = try finding(evidence)
    #expect(finding.arguments["status"] == .texts(statuses))
    #expect(finding.arguments["source"] == .text("WHOIS"))
    #expect(finding.arguments["registry"] == .optional("whois.example"))
    #expect(finding.arguments["askedAt"] == .moment(60))
    #expect(finding.answers == evidence.registration)
  }

  @Test func aFreeNameNeedsTheRegistryAndTheZoneAbove() throws {
    var answers = try answers([])
    answers[0].result = .notFound
    #expect(ids(try evidence(answers)) == ["domain-not-registered"])
    // A service that does not know what the zone above lists is not the one to believe.
    let listed = try evidence(answers, .present)
    #expect(ids(listed) == ["registration-unknown"])
    #expect(try finding(listed).arguments["reason"] == .text("notFound"))
    #expect(ids(try evidence(answers, .unknown)) == ["delegation-unknown"])
  }

  @Test func nearNamesAreProposed() throws {
    func near(_ name: String) throws -> [String] {
      NearNames.of(try DNSName(name)).map(\.withoutFinalDot)
    }
    #expect(try near("wwwexample.co.id") == ["example.co.id"])
    #expect(try near("examp1e.com") == ["example.com"])
    #expect(try near("exam-ple.com") == ["example.com"])
    #expect(try near("exammplee.com") == ["examplee.com", "exammple.com"])
    #expect(try near("example.com").isEmpty)
    #expect(try near("www.com").isEmpty && near("w.com").isEmpty)
    #expect(try near(String(repeating: "a", count: 63) + ".com").count == 1)
    #expect(NearNames.of(.root).isEmpty)
  }

  @Test func aHoldThatTheDNSDoesNotShowIsAWarning() throws {
    for (status, id) in [("serverHold", "registry-hold"), ("clientHold", "registrar-hold")] {
      let evidence = try evidence(try answers([status]), .present, without: "_domainkey")
      #expect(ids(evidence) == [id, "dkim-missing"])
      #expect(try finding(evidence).severity == .warning)
      #expect(try finding(evidence).arguments["delegation"] == .text("present"))
      let alone = try self.evidence(try answers([status]), .present)
      #expect(Verdict(alone).status == .verified)
    }
    let unseen = try evidence(try answers(["serverHold"]), .unknown)
    #expect(ids(unseen) == ["registry-hold"])
    #expect(ids(unseen, consequences: true) == ["delegation-unknown"])
  }

  static let duties: [(domain: String, registrar: Registrar?, word: String, reason: String)] = [
    ("example.com", Registrar(name: "DNSPod", ianaID: 1697), "chinese-real-name", "realName"),
    ("example.top", Registrar(name: "DNSPod", ianaID: 1697), "top-name-review", "realName"),
    ("example.cn", nil, "chinese-real-name", "realName"),
    ("example.com", nil, "chinese-possible", "notStated"),
    ("example.com", Registrar(name: "GMO", ianaID: 49), "none", "notStated"),
    ("example.org", Registrar(name: "DNSPod", ianaID: 1697), "none", "notStated"),
    ("contoh.co.id", nil, "id-documents", "notStated"),
    ("example.kr", nil, "korean-address", "notStated"),
    ("example.jp", nil, "japanese-address", "notStated"),
  ]

  @Test(arguments: duties.indices)
  func theAdviceFitsSuffixAndRegistrar(_ index: Int) throws {
    let duty = Self.duties[index]
    let answers = try answers(["serverHold"], domain: duty.domain, registrar: duty.registrar)
    let finding = try finding(try evidence(answers, domain: duty.domain))
    #expect(finding.id == "registry-hold")
    #expect(finding.arguments["identity"] == .text(duty.word), "\(duty.domain)")
    #expect(finding.arguments["holdReason"] == .text(duty.reason))
    // Always said: how long it takes after approval.
    #expect(finding.arguments["liftMost"] == .count(2))
  }

  @Test func aRegistrarsHoldIsAboutTheEmailAddress() throws {
    let finding = try finding(try evidence(try answers(["clientHold"])))
    #expect(finding.arguments["identity"] == .text("icann-email"))
    #expect(finding.arguments["deadlineDays"] == .count(15))
    #expect(finding.arguments["liftMost"] == .count(30))
    let korean = try answers(["clientHold"], domain: "example.kr")
    let other = try self.finding(try evidence(korean, domain: "example.kr"))
    #expect(other.arguments["identity"] == .text("korean-address"))
  }

  @Test(arguments: [
    (["redemptionPeriod"], "redemption", 30), (["pendingRestore"], "restorePending", 0),
    (["pendingDelete"], "deletePending", 5), (["ok"], "grace", 0), (["clientHold"], "grace", 0),
  ])
  func thePhaseOfAnExpiryIsTold(_ statuses: [String], _ phase: String, _ days: Int) throws {
    let evidence = try evidence(try answers(statuses, expires: "2025-12-01"))
    #expect(ids(evidence) == ["domain-expired"])
    let arguments = try finding(evidence).arguments
    #expect(arguments["phase"] == .text(phase) && arguments["expiresOn"] == .optional("2025-12-01"))
    if days > 0 { #expect(arguments["days"] == .count(days)) }
  }

  @Test(arguments: [
    ("2026-01-02T00:00:00Z", 1), ("2026-01-31T00:00:00Z", 30), ("2026-01-01T06:00:00Z", 0),
  ])
  func anEndWithinAMonthIsTold(_ date: String, _ days: Int) throws {
    let evidence = try evidence(try answers(["ok"], expires: date), .present)
    #expect(ids(evidence) == ["domain-expires-soon"])
    #expect(try finding(evidence).arguments["daysLeft"] == .count(days))
    #expect(Verdict(evidence).status == .verified)
  }

  @Test func aLaterEndOrNoneIsNot() throws {
    for date in ["2026-02-01T00:00:00Z", nil] {
      #expect(ids(try evidence(try answers(["ok"], expires: date), .present)).isEmpty)
    }
    let past = try evidence(try answers(["ok"], expires: "2025-12-31T00:00:00Z"), .present)
    #expect(ids(past) == ["domain-in-renewal-grace"])
  }

  @Test func aJapaneseDomainThatWasGivenUpIsTold() throws {
    let given = try answers(["To be suspended"].map { $0.capitalizedCode }, domain: "example.jp")
    let evidence = try evidence(given, .present, domain: "example.jp")
    #expect(try finding(evidence).id == "domain-expires-soon")
    #expect(try finding(evidence).arguments["deletionRequested"] == .flag(true))
  }

  @Test func theDayByWhichTheIdentityMustBeVerifiedIsComputed() throws {
    let chinese = Registrar(name: "DNSPod", ianaID: 1697)
    let known = try answers(
      ["pendingVerification"], registered: "2025-12-30T10:00:00Z", registrar: chinese)
    let evidence = try evidence(known, .present)
    #expect(ids(evidence) == ["registration-identity-unverified"])
    #expect(try finding(evidence).arguments["deadline"] == .optional("2026-01-04"))
    let bare = try self.evidence(try answers(["pendingVerification"]), .present)
    #expect(try finding(bare).arguments["deadline"] == .optional(nil))
  }

  @Test(arguments: [
    ("pendingCreate", "example.com", "create"), ("pendingVerification", "example.com", "documents"),
    ("pendingCreate", "contoh.co.id", "documents"), ("pendingCreate", "example.top", "nameReview"),
  ])
  func whatTheRegistryWaitsForIsTold(_ status: String, _ domain: String, _ stage: String) throws {
    let chinese = Registrar(name: "DNSPod", ianaID: 1697)
    let answers = try answers([status], domain: domain, registrar: chinese)
    let finding = try finding(try evidence(answers, domain: domain))
    #expect(finding.id == "registration-pending")
    #expect(finding.arguments["stage"] == .text(stage))
  }

  @Test(
    arguments: [
      (.noService, "noService"), (.noLibrary, "noLibrary"),
      (.rateLimited(retryAfter: 120), "rateLimited"),
      (.timeout, "timeout"), (.unreachable, "unreachable"), (.tls, "tls"),
      (.serverError, "serverError"), (.unreadable, "unreadable"), (.tooLarge, "tooLarge"),
      (.refused, "refused"), (.redirects, "redirects"), (.cancelled, "timeout"),
    ] as [(RegistrationFailure, String)])
  func silenceIsNoGuess(_ failure: RegistrationFailure, _ reason: String) throws {
    let evidence = try evidence(try failed(failure))
    #expect(ids(evidence) == ["registration-unknown", "domain-not-delegated"])
    let findings = Verdict(evidence).findings
    #expect(findings[0].arguments["reason"] == .text(reason))
    #expect(findings[0].isUnknown && findings[0].severity == .info)
    #expect(findings[1].arguments["registrationKnown"] == .flag(false))
    #expect(findings[1].arguments["registrationAsked"] == .flag(true))
    let wait = failure == .rateLimited(retryAfter: 120) ? 120 : 0
    #expect(findings[0].arguments["retrySeconds"] == .count(wait))
    // The DNS is judged all the same.
    let healthy = try self.evidence(try failed(failure), .present)
    #expect(ids(healthy) == ["registration-unknown"])
    #expect(Verdict(healthy).status == .verified)
  }

  @Test func nobodyAskedIsNothingSaid() throws {
    let evidence = try evidence(nil)
    #expect(ids(evidence) == ["domain-not-delegated"])
    #expect(try finding(evidence).arguments["registrationAsked"] == .flag(false))
    #expect(evidence.registrationStatus == .notDelegated)
    #expect(evidence.registrationVerdict.source == .dns)
  }

  @Test(arguments: [
    ("dns1.verify-contact-details.namecheap.com.", "contactUnverified"),
    ("ns1.expirationwarning.net.", "expired"), ("ns1.kirklanddc.com.", "notStated"),
  ])
  func suspendingServersExplainWhatTheyLack(_ server: String, _ reason: String) throws {
    var example = Example(delegatedTo: [server], registry: .active)
    example.zone = "@ A 192.0.2.80"
    let evidence = try example.evidence()
    #expect(ids(evidence) == ["domain-suspended-by-nameservers"])
    #expect(
      ids(evidence, consequences: true)
        == ["record-missing", "spf-missing", "dkim-missing", "dmarc-missing", "mx-missing"])
    #expect(try finding(evidence).arguments["reason"] == .text(reason))
    // The names alone are enough.
    var alone = evidence
    alone.registration = nil
    #expect(ids(alone) == ["domain-suspended-by-nameservers"])
    // With an end in the past it is an expiry.
    alone.registration = try answers(["ok"], expires: "2025-12-01")
    #expect(ids(alone) == ["domain-expired"])
  }

  @Test func anOrdinaryHostIsNoParkingService() throws {
    let parked = try Example(delegatedTo: ["ns1.bodis.com."]).evidence()
    #expect(ids(parked) == ["domain-parked-by-nameservers"])
    let ordinary = try Example(delegatedTo: ["ns1.dns-parking.com."]).evidence()
    #expect(ids(ordinary).isEmpty)
  }

  @Test func evidenceWithARegistrationSurvivesJSON() throws {
    let evidence = try evidence(try answers(["serverHold"]))
    let json = try JSONEncoder().encode(evidence)
    #expect(try JSONDecoder().decode(Evidence.self, from: json) == evidence)
  }
}

extension String {
  /// `To be suspended` as the code that JPRS's words become.
  fileprivate var capitalizedCode: String { EPPStatus(rdap: self)?.code ?? self }
}
