import DNS
import Foundation
import Testing

@testable import Registration

@Suite("The verdict on a registration")
struct RegistrationVerdictTests {
  static let now = Date(timeIntervalSince1970: 1_795_000_000)
  static let denied = DelegationFacts(parentDenies: true)
  static let unseen = DelegationFacts(parentDenies: nil)
  static func delegated(_ servers: String...) -> DelegationFacts {
    DelegationFacts(parentDenies: false, delegatedServers: servers.compactMap { try? DNSName($0) })
  }

  /// The verdict when the registry has the domain.
  private func verdict(
    _ statuses: [String], _ dns: DelegationFacts, domain: String = "example.com",
    expires: String = "2031-08-13", servers: [String] = ["ns1.example.net"],
    registrar: Registrar? = nil
  ) throws -> RegistrationVerdict {
    let name = try DNSName(domain)
    var data = RegistrationData(domain: name)
    data.statuses = statuses.map { EPPStatus($0) }
    data.nameServers = servers.compactMap { try? DNSName($0) }
    data.add(.expiration, expires)
    data.registrar = registrar
    return RegistrationVerdict(
      domain: name, answers: [answer(name, .found(data))], dns: dns, now: Self.now)
  }

  private func answer(
    _ domain: DNSName, _ result: RegistrationResult, _ source: RegistrationSource = .rdap
  ) -> RegistrationAnswer {
    RegistrationAnswer(
      domain: domain, source: source, server: source.rawValue + ".example", askedAt: Self.now,
      result: result)
  }

  @Test(
    arguments: [
      (["serverHold"], .registryHold, nil, .registry),
      (["clientHold", "serverHold"], .registryHold, nil, .registry),
      (["clientHold"], .registrarHold, nil, .registrar),
      (["redemptionPeriod", "pendingDelete", "serverHold"], .expired, .redemption, .registry),
      (["pendingRestore", "redemptionPeriod"], .expired, .restorePending, .registry),
      (["pendingDelete"], .expired, .deletePending, nil),
      (["pendingCreate"], .pending, .create, .registry),
      (["pendingVerification"], .pending, .identityReview, .registry),
      (["inactive"], .notDelegated, .noNameServers, .owner),
      (["ok"], .notDelegated, .notPublished, .registry),
    ] as [([String], RegistrationStatus, RegistrationPhase?, RegistrationParty?)])
  func withoutDelegation(
    _ statuses: [String], _ status: RegistrationStatus, _ phase: RegistrationPhase?,
    _ party: RegistrationParty?
  ) throws {
    let verdict = try verdict(statuses, Self.denied)
    #expect(verdict.status == status && verdict.phase == phase && verdict.liftedBy == party)
    #expect(verdict.codes.map(\.code) == statuses && verdict.source == .rdap)
    #expect(verdict.servers == ["rdap.example"] && verdict.possible.isEmpty)
  }

  @Test func withoutServers() throws {
    let verdict = try verdict(["ok"], Self.denied, servers: [])
    #expect(verdict.status == .notDelegated && verdict.phase == .noNameServers)
    #expect(verdict.agreesWithDNS == true)
  }

  @Test func whenTheTermIsOver() throws {
    let gone = try verdict(["ok"], Self.denied, expires: "2026-01-01")
    #expect(gone.status == .expired && gone.phase == .grace && gone.liftedBy == .registrar)
    let held = try verdict(["clientHold"], Self.denied, expires: "2026-01-01")
    #expect(held.status == .expired && held.phase == .grace)
    let parked = try verdict(["ok"], Self.delegated("ns1.sedoparking.com"), expires: "2026-01-01")
    #expect(parked.status == .expired && parked.standIn?.kind == .parked)
    let still = try verdict(["ok"], Self.delegated("ns1.example.net"), expires: "2026-01-01")
    #expect(still.status == .active && still.phase == .renewalGrace && still.liftedBy == nil)
    let renewed = try verdict(["autoRenewPeriod"], Self.delegated("ns1.example.net"))
    #expect(renewed.status == .active && renewed.phase == .renewalGrace)
    #expect(renewed.remedy?.actor == .owner)
    // A registry's hold outlives a renewal.
    #expect(
      try verdict(["serverHold"], Self.denied, expires: "2026-01-01").status == .registryHold)
  }

  @Test func whenEverythingIsFine() throws {
    let verdict = try verdict(["clientTransferProhibited"], Self.delegated("ns1.example.net"))
    #expect(verdict.status == .active && verdict.phase == nil && verdict.agreesWithDNS == true)
    #expect(verdict.remedy == nil && verdict.reasons.isEmpty && verdict.rules.isEmpty)
    let unseen = try self.verdict(["ok"], Self.unseen)
    #expect(unseen.status == .active && unseen.agreesWithDNS == nil)
    // Without servers on either side nothing is known.
    let open = try self.verdict([], Self.unseen, servers: [])
    #expect(open.status == .unknown && open.possible == [.active, .notDelegated])
  }

  @Test func whenRegistryAndDNSDisagree() throws {
    let fresh = try verdict(["serverHold"], Self.delegated("ns1.example.net"))
    #expect(fresh.status == .registryHold && fresh.agreesWithDNS == false)
    #expect(try verdict(["serverHold"], Self.denied).agreesWithDNS == true)
    let late = try verdict(["ok"], Self.denied)
    #expect(late.agreesWithDNS == false && late.reasons.first == .recentChange)
  }

  @Test func knowsServersThatStandIn() throws {
    let verdict = try verdict(
      ["ok"], Self.delegated("dns101.failed-whois-verification.namecheap.com"))
    #expect(verdict.status == .suspended && verdict.standIn?.kind == .suspended)
    #expect(verdict.reasons == [.contactUnverified] && verdict.rules == [.icannEmail])
    #expect(verdict.liftedBy == .registrar)
    let expired = try self.verdict(["ok"], Self.delegated("ns1.domainhasexpired.com"))
    #expect(expired.status == .suspended && expired.reasons == [.expired] && expired.rules.isEmpty)
    let parked = try self.verdict(["ok"], Self.delegated("ns1.bodis.com"))
    #expect(parked.status == .suspended && parked.liftedBy == .owner)
    // Ordinary hosts with alike names.
    for server in ["ns1.dns-parking.com", "ns1.notbodis.com", "registrar-servers.namecheap.com"] {
      #expect(try self.verdict(["ok"], Self.delegated(server)).status == .active, "\(server)")
    }
  }

  @Test func namesTheRealNameCheckInChinaOnly() throws {
    let dnspod = Registrar(name: "DNSPod, Inc.", ianaID: 1697)
    let chinese = try verdict(["serverHold"], Self.denied, registrar: dnspod)
    #expect(chinese.rules == [.chineseRealName] && chinese.reasons.first == .realName)
    let elsewhere = Registrar(name: "Example LLC", country: "US")
    for registrar in [elsewhere, nil] {
      let verdict = try verdict(["serverHold"], Self.denied, registrar: registrar)
      #expect(verdict.rules.isEmpty && !verdict.reasons.contains(.realName))
    }
    let org = try verdict(["serverHold"], Self.denied, domain: "example.org", registrar: dnspod)
    #expect(org.rules.isEmpty)
    let top = try verdict(["serverHold"], Self.denied, domain: "example.top", registrar: dnspod)
    #expect(top.rules == [.chineseRealName, .topNameReview])
    let cn = try verdict(["serverHold"], Self.denied, domain: "example.com.cn")
    #expect(cn.rules == [.chineseRealName])
    let review = try verdict(
      ["pendingVerification"], Self.delegated("ns1.example.net"), domain: "example.cn")
    #expect(review.status == .pending && review.phase == .identityReview)
    #expect(review.reasons == [.realName])
  }

  /// The e-mail check of ICANN shows as the registrar's hold, never as the registry's.
  @Test func keepsTheChecksApart() throws {
    let mail = try verdict(
      ["clientHold"], Self.denied, registrar: Registrar(name: "DNSPod", ianaID: 1697))
    #expect(mail.rules == [.icannEmail] && mail.reasons.first == .contactUnverified)
    let country = try verdict(["clientHold"], Self.denied, domain: "example.co.id")
    #expect(country.rules.isEmpty)
    let id = try verdict(["inactive"], Self.denied, domain: "example.co.id", servers: [])
    #expect(id.rules == [.idDocuments] && id.reasons == [.documents, .noNameServers])
  }

  @Test func readsTheStatesOfJPRS() throws {
    let ended = try verdict(["Suspended"], Self.denied, domain: "example.jp")
    #expect(ended.status == .expired && ended.phase == .redemption && ended.agreesWithDNS == true)
    let ending = try verdict(["ToBeSuspended"], Self.delegated("ns1.a.jp"), domain: "example.jp")
    #expect(ending.status == .active && ending.phase == .deletionRequested)
    // The word means nothing elsewhere.
    #expect(try verdict(["Suspended"], Self.delegated("ns1.a.jp")).status == .active)
  }

  @Test func provesAbsenceWithTheDNSOnly() throws {
    let name = try DNSName("example.com")
    func verdict(_ dns: DelegationFacts) -> RegistrationVerdict {
      RegistrationVerdict(domain: name, answers: [answer(name, .notFound)], dns: dns, now: Self.now)
    }
    #expect(verdict(Self.denied).status == .notRegistered)
    #expect(verdict(Self.unseen).status == .unknown)
    #expect(verdict(Self.unseen).possible == [.notRegistered])
    let odd = verdict(Self.delegated("ns1.example.net"))
    #expect(odd.status == .unknown && odd.possible == [.active] && odd.agreesWithDNS == false)
  }

  @Test func guessesNothingWithoutTheRegistry() throws {
    let name = try DNSName("example.com")
    let failures = [
      answer(name, .failed(.timeout)), answer(name, .failed(.rateLimited(retryAfter: 60)), .whois),
    ]
    func verdict(_ dns: DelegationFacts) -> RegistrationVerdict {
      RegistrationVerdict(domain: name, answers: failures, dns: dns, now: Self.now)
    }
    let silent = verdict(Self.denied)
    #expect(silent.status == .unknown && silent.source == .dns && silent.liftedBy == nil)
    #expect(silent.possible.contains(.notRegistered) && silent.possible.contains(.registryHold))
    #expect(silent.failure == .rateLimited(retryAfter: 60) && silent.reasons.isEmpty)
    #expect(silent.servers == ["rdap.example", "whois.example"])
    let hosted = verdict(DelegationFacts(parentDenies: true, hostServersAnswer: true))
    #expect(hosted.status == .unknown && !hosted.possible.contains(.notRegistered))
    #expect(verdict(Self.unseen).status == .unknown && verdict(Self.unseen).possible.isEmpty)
    // What the parent zone publishes is proven without the registry.
    #expect(verdict(Self.delegated("ns1.example.net")).status == .active)
    #expect(verdict(Self.delegated("ns1.emailverification.info")).status == .suspended)
    let none = RegistrationVerdict(domain: name, answers: [], dns: Self.denied, now: Self.now)
    #expect(none.status == .unknown && none.failure == nil)
  }

  @Test func takesTheFirstDefiniteAnswer() throws {
    let name = try DNSName("example.com")
    var data = RegistrationData(domain: name)
    data.statuses = [.serverHold]
    data.registrar = Registrar(name: "Example")
    var own = RegistrationData(domain: name)
    own.statuses = [.ok]
    own.registrar = Registrar(name: "Example", country: "CN")
    var second = answer(name, .found(own), .whois)
    second.speaker = .registrar
    let verdict = RegistrationVerdict(
      domain: name,
      answers: [answer(name, .failed(.timeout)), answer(name, .found(data), .whois), second],
      dns: Self.denied, now: Self.now)
    // The registry decides, the registrar tells where it is.
    #expect(verdict.status == .registryHold && verdict.source == .whois)
    #expect(verdict.codes == [.serverHold] && verdict.rules == [.chineseRealName])
  }

  @Test func survivesJSON() throws {
    let verdict = try verdict(
      ["serverHold"], Self.denied, registrar: Registrar(name: "DNSPod", ianaID: 1697))
    let json = try JSONEncoder().encode(verdict)
    #expect(try JSONDecoder().decode(RegistrationVerdict.self, from: json) == verdict)
    let answers = [
      answer(verdict.domain, .failed(.rateLimited(retryAfter: 3))),
      answer(verdict.domain, .notFound, .whois),
    ]
    let text = try JSONEncoder().encode(answers)
    #expect(try JSONDecoder().decode([RegistrationAnswer].self, from: text) == answers)
  }
}

@Suite("Words and tables of registration")
struct RegistrationTableTests {
  /// The words of annai's JSON; changing one breaks the users' scripts.
  @Test func keepsTheWordsOfTheJSON() {
    #expect(
      RegistrationStatus.allCases.map(\.rawValue) == [
        "active", "registry-hold", "registrar-hold", "suspended", "expired", "pending",
        "not-registered", "not-delegated", "unknown",
      ])
    #expect(RegistrationSource.allCases.map(\.rawValue) == ["rdap", "whois", "dns"])
  }

  @Test func hasEveryRowOnce() {
    #expect(Set(IdentityRule.all.map(\.id)).count == IdentityRule.ID.allCases.count)
    #expect(IdentityRule.all.count == IdentityRule.ID.allCases.count)
    #expect(StandInServers.table.count == 15)
    #expect(Set(StandInServers.table.map(\.suffix)).count == 15)
    #expect(Set(StatusRemedy.all.map(\.status)).count == StatusRemedy.all.count)
    #expect(StatusRemedy.all.allSatisfy { ($0.takes?.least ?? 0) <= ($0.takes?.most ?? 0) })
  }

  /// Every status that takes a domain out of the DNS has somebody to turn to, or nobody on purpose.
  @Test func hasARemedyForWhatStops() {
    for code in EPPStatusTests.table.map(\.0) {
      let status = EPPStatus(code)
      if status.stopsResolution { #expect(StatusRemedy.remedy(for: status) != nil, "\(code)") }
    }
    #expect(StatusRemedy.remedy(for: .pendingDelete)?.liftedBy == nil)
    #expect(StatusRemedy.remedy(for: .ok) == nil)
    #expect(StatusRemedy.remedy(for: .serverHold)?.liftedBy == .registry)
    #expect(StatusRemedy.remedy(for: .clientHold)?.liftedBy == .registrar)
  }

  @Test(
    arguments: [
      ("example.com", nil, [.icannEmail]), ("example.com", "CN", [.chineseRealName, .icannEmail]),
      ("example.org", "CN", [.icannEmail]), ("example.com", "JP", [.icannEmail]),
      ("example.top", "CN", [.chineseRealName, .topNameReview, .icannEmail]),
      ("example.cn", nil, [.chineseRealName]), ("example.xn--fiqs8s", nil, [.chineseRealName]),
      ("example.co.id", "ID", [.idDocuments]), ("example.co.kr", "KR", [.koreanAddress]),
      ("example.jp", nil, [.japaneseAddress]), ("example.io", nil, []), ("example.me", "CN", []),
      ("example.xn--3ds443g", "CN", [.chineseRealName, .icannEmail]),
      ("example.xn--p1ai", nil, []),
    ] as [(String, String?, [IdentityRule.ID])])
  func bindsOwners(_ domain: String, _ country: String?, _ ids: [IdentityRule.ID]) throws {
    let rules = IdentityRule.rules(for: try DNSName(domain), registrarCountry: country)
    #expect(rules.map(\.id) == ids)
  }

  @Test func keepsTheFactsOfTheRules() {
    let realName = IdentityRule.rule(.chineseRealName)
    #expect(realName?.deadlineDays == 5 && realName?.liftedBy == .registry)
    #expect(realName?.lifting.map { [$0.least, $0.most] } == [1, 2])
    let mail = IdentityRule.rule(.icannEmail)
    #expect(
      mail?.deadlineDays == 15 && mail?.liftedBy == .registrar && mail?.subject == .ownerEmail)
  }
}
