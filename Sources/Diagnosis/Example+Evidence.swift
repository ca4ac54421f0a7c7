import DNS

extension Example {
  /// The evidence that looking at this world gives, or the fault in its zone text.
  public func evidence() throws -> Evidence {
    let domain = try DNSName("example.com.")
    let servers = [
      NameServer(try DNSName("f1g1ns1.dnspod.net.")),
      NameServer(try DNSName("f1g1ns2.dnspod.net.")),
    ]
    var evidence = Evidence(
      domain: domain, registrableDomain: domain, checkedAt: 0,
      expected: try Self.expected(domain), parent: try DNSName("com."), delegation: delegation,
      zone: domain, nameServers: delegation == .present ? servers : [])
    let first = try ZoneText.records(zone, origin: domain)
    let second = try second.map { try ZoneText.records($0, origin: domain) } ?? first
    let cache = try cache.map { try ZoneText.records($0, origin: domain) } ?? first
    let role: Observation.Role = delegation == .absent ? .undelegated : .authoritative
    var observations = [parentObservation(domain)]
    for (server, records) in zip(servers, [first, second]) where delegation != .unknown {
      observations += Self.questions(evidence).map { question in
        observation(question, server.name, role, records, domain)
      }
    }
    if delegation == .present {
      observations += evidence.expected.map { record in
        observation(record.question, nil, .resolver, cache, domain)
      }
    }
    evidence.observations = observations
    return evidence
  }

  private static func questions(_ evidence: Evidence) -> [Question] {
    evidence.expected.map(\.question)
      + evidence.expected.flatMap { evidence.misplacedQuestions(for: $0) }
  }

  private static func expected(_ domain: DNSName) throws -> [ExpectedRecord] {
    [
      ExpectedRecord(
        id: "mx", purpose: .mx, name: domain, type: .mx, value: "mxbiz1.qq.com.", priority: 10),
      ExpectedRecord(
        id: "spf", purpose: .spf, name: domain, type: .txt,
        value: "v=spf1 include:qcloudmail.com ~all"),
      ExpectedRecord(
        id: "dkim", purpose: .dkim, name: try DNSName("qcloud._domainkey").appending(domain),
        type: .txt, value: "v=DKIM1; k=rsa; p=\(key)"),
      ExpectedRecord(
        id: "dmarc", purpose: .dmarc, name: try DNSName("_dmarc").appending(domain), type: .txt,
        value: "v=DMARC1; p=none"),
      ExpectedRecord(
        id: "token", purpose: .other, name: try DNSName("_token").appending(domain), type: .txt,
        value: "token=1"),
    ]
  }

  private func parentObservation(_ domain: DNSName) -> Observation {
    let outcome: Observation.Outcome =
      switch delegation {
      case .present:
        .answered(Observation.Answer(code: .noError, isAuthoritative: false, records: []))
      case .absent:
        .answered(
          Observation.Answer(
            code: .nxDomain, isAuthoritative: true, records: [],
            denial: Observation.Denial(zone: domain.parent ?? .root, ttl: 900, minimum: 900)))
      case .unknown: .failed("timedOut")
      }
    return Observation(
      question: Question(domain, .ns), server: try? DNSName("a.gtld-servers.net."),
      address: "192.0.2.1", role: .parent, at: 0, outcome: outcome)
  }

  private func observation(
    _ question: Question, _ server: DNSName?, _ role: Observation.Role,
    _ records: [ResourceRecord], _ domain: DNSName
  ) -> Observation {
    let outcome =
      serversAnswer ? Self.answer(question, role, records, domain) : .failed("timedOut")
    return Observation(
      question: question, server: server, address: "192.0.2.53", role: role, at: 0,
      outcome: outcome)
  }

  private static func answer(
    _ question: Question, _ role: Observation.Role, _ records: [ResourceRecord], _ domain: DNSName
  ) -> Observation.Outcome {
    let found = records.filter { $0.name == question.name && $0.type == question.type }
    // An SOA in the text stands for the one that a cache still holds, with its remaining TTL.
    let remaining = records.first { $0.type == .soa }?.ttl ?? 600
    let exists = records.contains { $0.name.isSubdomain(of: question.name) }
    return .answered(
      Observation.Answer(
        code: found.isEmpty && !exists ? .nxDomain : .noError, isAuthoritative: role != .resolver,
        records: found,
        denial: found.isEmpty
          ? Observation.Denial(zone: domain, ttl: remaining, minimum: 600) : nil))
  }
}
