import DNS
import Diagnosis
import Foundation
import Localization
import Registration
import Report
import Testing

/// The words of the layer registration, in every branch of the texts.
@Suite struct RegistrationTextTests {
  /// What a registry may say, each with the finding that it leads to.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    var statuses: [String] = []
    var domain = "example.com"
    var delegation = Evidence.Delegation.absent
    var expires: String? = "2046-01-01"
    var servers = ["ns1.example.net"]
    var registrar: Registrar?
    var testDescription: String { "\(id) \(statuses) \(domain) \(registrar?.name ?? "-")" }
  }

  static let chinese = Registrar(name: "DNSPod, Inc.", ianaID: 1697)
  static let cases =
    [
      ("example.com", chinese), ("example.top", chinese), ("example.com", nil),
      ("example.org", chinese), ("contoh.co.id", nil), ("example.kr", nil), ("example.jp", nil),
    ].flatMap { domain, registrar in
      [
        Case(
          id: "registry-hold", statuses: ["serverHold"], domain: domain, registrar: registrar),
        Case(
          id: "registrar-hold", statuses: ["clientHold"], domain: domain, registrar: registrar),
        Case(
          id: "registration-pending", statuses: ["pendingCreate"], domain: domain,
          registrar: registrar),
        Case(
          id: "registration-identity-unverified", statuses: ["pendingVerification"],
          domain: domain, delegation: .present, registrar: registrar),
        Case(
          id: "domain-not-delegated", statuses: ["inactive"], domain: domain, servers: [],
          registrar: registrar),
        Case(id: "domain-not-delegated", domain: domain, registrar: registrar),
      ]
    } + [
      Case(id: "registry-hold", statuses: ["serverHold"], delegation: .present),
      Case(id: "registry-hold", statuses: ["serverHold"], delegation: .unknown),
      Case(id: "domain-expired", statuses: ["redemptionPeriod"]),
      Case(id: "domain-expired", statuses: ["pendingRestore"]),
      Case(id: "domain-expired", statuses: ["pendingDelete"], expires: nil),
      Case(id: "domain-expired", expires: "2025-12-01", registrar: chinese),
      Case(id: "domain-expired", statuses: ["Suspended"], domain: "example.jp"),
      Case(id: "domain-in-renewal-grace", delegation: .present, expires: "2025-12-01"),
      Case(
        id: "domain-in-renewal-grace", statuses: ["autoRenewPeriod"], delegation: .present,
        expires: nil),
      Case(id: "domain-expires-soon", delegation: .present, expires: "2026-01-01T06:00:00Z"),
      Case(id: "domain-expires-soon", delegation: .present, expires: "2026-01-02T06:00:00Z"),
      Case(
        id: "domain-expires-soon", statuses: ["ToBeSuspended"], domain: "example.jp",
        delegation: .present, expires: nil),
    ]

  /// Failures of services, each with a word for it.
  static let failures: [RegistrationFailure] = [
    .noService, .noLibrary, .rateLimited(retryAfter: 90), .rateLimited(retryAfter: nil), .timeout,
    .unreachable, .tls, .serverError, .unreadable, .tooLarge, .refused, .redirects,
  ]

  private func evidence(_ item: Case) throws -> Evidence {
    var data = RegistrationData(domain: try DNSName(item.domain))
    data.statuses = item.statuses.map { EPPStatus($0) }
    data.events =
      item.expires.flatMap { RegistrationDate($0) }
      .map { [RegistrationEvent(.expiration, $0)] } ?? []
    data.nameServers = try item.servers.map { try DNSName($0) }
    data.registrar = item.registrar
    return try evidence(item.delegation, item.domain, .found(data))
  }

  private func evidence(
    _ delegation: Evidence.Delegation, _ domain: String, _ result: RegistrationResult
  ) throws -> Evidence {
    let id: FindingID =
      switch delegation {
      case .absent: "domain-not-delegated"
      case .unknown: "delegation-unknown"
      case .present: "mx-missing"
      }
    let rule = try #require(Rule.named(id))
    var evidence = try delegation == .present ? rule.fixed.evidence() : rule.broken.evidence()
    evidence.registrableDomain = try DNSName(domain)
    evidence.registration = [
      RegistrationAnswer(
        domain: evidence.registrableDomain, source: .rdap, server: "rdap.example",
        askedAt: Date(timeIntervalSince1970: 1_795_248_000), result: result)
    ]
    return evidence
  }

  private func text(_ id: String, _ evidence: Evidence, _ messages: Messages) throws -> FindingText
  {
    let rule = try #require(Rule.named(FindingID(rawValue: id)))
    return FindingText(try #require(rule.findings(in: evidence).first, "\(id)"), messages)
  }

  private func expectWhole(_ text: FindingText) {
    for part in [text.title, text.found, text.why, text.cause, text.see] + text.fix {
      #expect(part.contains { !$0.isWhitespace })
      #expect(!part.contains("{") && !part.contains("}") && !part.contains("#"), "\(part)")
      #expect(!part.contains("``") && !part.contains("  ") && !part.contains("none"), "\(part)")
      #expect(!part.contains(" .") && !part.contains("()") && !part.contains("（）"), "\(part)")
      #expect(part.first?.isWhitespace == false && part.last?.isWhitespace == false, "\(part)")
    }
  }

  @Test(arguments: Tables.languages, cases)
  func everyBranchIsWhole(_ language: String, _ item: Case) throws {
    let text = try text(item.id, try evidence(item), try Tables.messages(language))
    expectWhole(text)
    for status in item.statuses { #expect(text.found.contains(status) || item.id.contains("soon")) }
    if item.delegation == .absent {
      #expect(
        text.found.contains("rdap.example") && text.found.contains("2026-11-21 08:00 +0000 (UTC)"))
    }
  }

  @Test(arguments: Tables.languages, failures)
  func everyFailureIsNamed(_ language: String, _ failure: RegistrationFailure) throws {
    let evidence = try evidence(.absent, "example.com", .failed(failure))
    let messages = try Tables.messages(language)
    let text = try text("registration-unknown", evidence, messages)
    expectWhole(text)
    #expect(text.found.contains(failure == .noService ? ".com" : "rdap.example"))
    if case .rateLimited(let seconds?) = failure { #expect(text.found.contains("\(seconds)")) }
    // No other failure reads like this one.
    let others = try Self.failures.filter { $0 != failure }.map { other in
      try self.text(
        "registration-unknown", try self.evidence(.absent, "example.com", .failed(other)), messages
      ).found
    }
    #expect(!others.contains(text.found))
    let delegation = try self.text("domain-not-delegated", evidence, messages)
    expectWhole(delegation)
    #expect(delegation.cause.contains("RDAP/WHOIS"))
  }

  /// Three checks that people mix up are named apart wherever one of them is the matter.
  @Test(arguments: Tables.languages)
  func identityOfOwnerAccountAndAddressAreToldApart(_ language: String) throws {
    let messages = try Tables.messages(language)
    let hold = Case(id: "registry-hold", statuses: ["serverHold"], registrar: Self.chinese)
    let steps = try text(hold.id, try evidence(hold), messages).fix.joined(separator: "\n")
    #expect(steps.contains("Tencent Cloud") && steps.contains("ICANN"))
    #expect(steps.contains("DNSPod, Inc.") && steps.contains("serverHold"))
    let mail = Case(id: "registrar-hold", statuses: ["clientHold"], registrar: Self.chinese)
    let own = try text(mail.id, try evidence(mail), messages)
    #expect(own.cause.contains("ICANN") && own.cause.contains("15"))
    #expect(own.fix.joined().contains("Tencent Cloud") && own.fix.joined().contains("30"))
    // Elsewhere the Chinese real-name check is not named as the reason.
    let realName = ["en": "real-name", "id": "nama asli", "ko": "실명", "ja": "実名"][language] ?? "?"
    #expect(try text(hold.id, try evidence(hold), messages).cause.contains(realName))
    let japanese = Registrar(name: "GMO", ianaID: 49)
    let other = Case(id: "registry-hold", statuses: ["serverHold"], registrar: japanese)
    #expect(!(try text(other.id, try evidence(other), messages).cause.contains(realName)))
  }

  @Test(arguments: Tables.languages)
  func theReportSaysWhoWasAskedAboutWhat(_ language: String) throws {
    let messages = try Tables.messages(language)
    func lines(_ evidence: Evidence) -> [String] {
      let result = CheckResult(
        playbook: "tencent-ses", evidence: evidence, durationMilliseconds: 1, queries: 1,
        dnsHost: nil)
      return CheckText(result, messages).blocks.compactMap { block in
        if case .paragraph(let text, _, _) = block { text } else { nil }
      }
    }
    let active = Case(
      id: "", statuses: ["ok"], delegation: .present, expires: "1999-01-01",
      registrar: Registrar(name: "Evil {name} #1"))
    let shown = lines(try evidence(active))
    let asked = messages(
      "report.registry",
      ["domain": .text("example.com"), "servers": .list(["rdap.example (RDAP)"])])
    #expect(shown.contains(asked))
    #expect(shown.contains { $0.contains("1999-01-01") && $0.contains("Evil {name} #1") })
    #expect(shown.contains { $0.contains("`ok`") })
    // A failure was told the name too.
    let silent = lines(try evidence(.present, "example.com", .failed(.tls)))
    #expect(silent.contains(asked) && !silent.contains { $0.contains("`ok`") })
    var unasked = try evidence(active)
    unasked.registration = nil
    #expect(!lines(unasked).contains { $0.contains("RDAP)") })
  }
}
