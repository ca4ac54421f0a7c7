import DNS
import Diagnosis
import Foundation
import Inspection
import Registration
import Testing

/// Cases in which everything occurs that evidence can hold.
enum CaseCorpus {
  /// A look at an example of every rule, and one in which every field is set.
  ///
  /// The many rules of mail differ in what texts say, not in what a case is made of: a few stand for
  /// all of them, since coding takes its time.
  static func cases() throws -> [CaseFile] { try made.get() }

  private static let made = Result {
    let mail: Set<FindingID> = [
      "spf-unresolved", "spf-include-broken", "dkim-is-alias", "dmarc-report-unauthorized",
      "mx-null",
    ]
    let rules = Rule.all.filter { $0.layer != .mailAuth || mail.contains($0.id) }
    let examples = try rules.map { try $0.broken.evidence() }
    let sound = try #require(Rule.named("spf-missing"))
    return try (examples + [sound.fixed.evidence(), full()]).map(file)
  }

  static func file(_ evidence: Evidence) -> CaseFile {
    CaseFile(
      program: "annai 0.1.0", playbook: "tencent-ses", dnsHost: "dnspod",
      durationMilliseconds: 121, queries: 31, evidence: evidence)
  }

  /// Evidence with a value of its own in every field, and data of every kind.
  static func full() throws -> Evidence {
    let domain = try DNSName("mail.example.co.id")
    let zone = try DNSName("example.co.id")
    let odd = try DNSName(labels: [[0x1B, 0x22, 0x2E, 0xFF], Array("example".utf8)])
    let server = NameServer(
      try DNSName("ns1.example.com"),
      addresses: ["192.0.2.1", "2001:db8::1"].compactMap { IPAddress($0) })
    var evidence = Evidence(
      domain: domain, registrableDomain: zone, checkedAt: 1_795_248_000,
      expected: [
        ExpectedRecord(
          id: "mx", purpose: .mx, name: domain, type: .mx, value: "mx.example.com.", priority: 10),
        ExpectedRecord(id: "spf", purpose: .spf, name: odd, type: .txt, value: "v=spf1 \u{1B}[2J"),
      ],
      parent: try DNSName("co.id"), delegation: .present, zone: zone, nameServers: [server])
    evidence.expected[1].samples = ["xxx@163.com"]
    evidence.expected[1].otherNames = [domain]
    evidence.expected[1].refusedMailboxes = ["tencent-exmail"]
    evidence.otherZones = [ServedZone(domain, nameServers: [server, NameServer(odd)])]
    evidence.observations = try observations(domain, odd, server)
    evidence.registration = try answers(zone)
    evidence.typed = "mail.例え.co.id\u{1B}"
    evidence.ownResolvers = ["192.0.2.154", "2001:db8::53#5300"]
    evidence.editedZone = EditedZone(nameServers: [domain, odd])
    return evidence
  }

  /// One answer of every kind, of the registry and of the registrar.
  private static func answers(_ domain: DNSName) throws -> [RegistrationAnswer] {
    func moment(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
    var data = RegistrationData(domain: domain)
    data.statuses = ["serverHold", "pendingVerification"].map(EPPStatus.init)
    let day = try #require(RegistrationDate("2026-11-25"))
    data.events = RegistrationEvent.Action.allCases.map { RegistrationEvent($0, day) }
    data.nameServers = [domain]
    data.registrar = Registrar(
      name: "レジストラ, Inc.", ianaID: 1697, url: "https://registrar.example", country: "CN")
    data.isSigned = true
    data.referral = .rdap("https://rdap.registrar.example/domain/\u{1B}")
    var other = RegistrationData(domain: try DNSName("example.com"))
    other.referral = .whois("whois.registrar.example")
    let failures: [RegistrationFailure] = [
      .noService, .noLibrary, .rateLimited(retryAfter: 30), .rateLimited(retryAfter: nil), .timeout,
      .unreachable, .tls, .serverError, .unreadable, .tooLarge, .refused, .redirects, .cancelled,
    ]
    let results =
      [.found(data), .found(other), .notFound] + failures.map(RegistrationResult.failed)
    return results.enumerated().map { index, result in
      var answer = RegistrationAnswer(
        domain: index == 1 ? other.domain : domain, source: index == 0 ? .rdap : .whois,
        speaker: index == 1 ? .registrar : .registry, server: "registry-\(index).example",
        askedAt: moment(1_795_248_000 + index), result: result)
      if index == 0 { answer.clockOffset = -400 }
      return answer
    }
  }

  private static func observations(
    _ domain: DNSName, _ odd: DNSName, _ server: NameServer
  ) throws -> [Observation] {
    let soa = StartOfAuthority(
      primary: domain, mailbox: odd, serial: .max, refresh: 1, retry: 2, expire: 3, minimum: 4)
    let data: [(RecordType, RecordData)] = [
      (.a, .address(server.addresses[0])), (.aaaa, .address(server.addresses[1])),
      (.cname, .name(odd)), (.mx, .mx(preference: .max, exchange: domain)),
      (.txt, .txt([Array(0...255).dropLast(), [], Array("a\\b\"c".utf8)])), (.soa, .soa(soa)),
      (RecordType(rawValue: 65_280), .other([0, 0x7F, 0xFF])), (.dnskey, .other([])),
    ]
    let records = data.map { ResourceRecord(name: domain, type: $0.0, ttl: 600, data: $0.1) }
    var answer = Observation.Answer(
      code: ResponseCode(rawValue: 4095), isAuthoritative: true, records: records,
      denial: Observation.Denial(zone: domain, ttl: .max, minimum: 0))
    answer.referral = Observation.Referral(zone: odd, nameServers: [server])
    answer.isValidated = true
    answer.extendedErrors = [EDNSOption(code: 15, data: [0, 6] + Array("誤り\u{1B}".utf8))]
      .compactMap(ExtendedError.init)
    answer.edns = .unanswered
    answer.size = 4096
    let endings: [AliasChain.Ending] = [
      .records(records), .nothing(.nxDomain), .loop, .tooLong, .unknown,
    ]
    let roles: [Observation.Role] = [
      .parent, .authoritative, .undelegated, .host, .unvalidated, .sibling, .distant, .large,
      .signed, .control,
    ]
    let answered = zip(roles, endings + endings).enumerated().map { index, pair in
      var observation = Observation(
        question: Question(index == 0 ? odd : domain, .txt), server: server.name,
        address: index == 0 ? "192.0.2.1" : "2001:db8::1#5300", role: pair.0,
        at: 1_795_248_000 + index, outcome: .answered(answer))
      var chain = AliasChain(Question(domain, .mx))
      chain.names.append(odd)
      chain.ending = pair.1
      observation.alias = chain
      observation.subnet = "2001:db8::/56"
      return observation
    }
    let failed = Observation(
      question: Question(domain, .mx), server: nil, address: "192.0.2.153", role: .resolver, at: 0,
      outcome: .failed("timedOut"))
    let asked = Observation(
      question: Question(odd, .txt), server: nil, address: "192.0.2.153", role: .lookup, at: 0,
      outcome: .failed("timedOut"))
    return answered + [failed, asked]
  }
}
