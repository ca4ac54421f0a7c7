import DNS

extension Example {
  /// The evidence that looking at this world gives, or the fault in its zone text.
  public func evidence() throws -> Evidence {
    let domain = try DNSName("example.com.")
    let servers = try servers(domain)
    var evidence = Evidence(
      domain: domain, registrableDomain: domain, checkedAt: 0,
      expected: try Self.expected(domain), parent: try DNSName("com."), delegation: delegation,
      zone: domain, nameServers: delegation == .present ? servers : [])
    try adapt(&evidence.expected)
    if let cut {
      let zone = try DNSName(cut).appending(domain)
      evidence.otherZones = [ServedZone(zone, nameServers: [servers[1]])]
    }
    let first = try ZoneText.records(zone, origin: domain)
    let second = try second.map { try ZoneText.records($0, origin: domain) } ?? first
    let cache = try cache.map { try ZoneText.records($0, origin: domain) } ?? first
    evidence.registration = registry?.answers(about: domain)
    evidence.observations =
      try parentObservations(domain)
      + authoritativeObservations(evidence, servers, [first, second])
      + resolverObservations(evidence, cache)
    try lookBehind(&evidence)
    return evidence
  }

  private func servers(_ domain: DNSName) throws -> [NameServer] {
    if !delegatedTo.isEmpty { return try delegatedTo.map { NameServer(try DNSName($0)) } }
    let address = IPAddress("192.0.2.54").map { [$0] } ?? []
    let second =
      secondServer == .elsewhere
      ? NameServer(try DNSName("ns2").appending(domain), addresses: address)
      : NameServer(try DNSName("f1g1ns2.dnspod.net."))
    return [NameServer(try DNSName("f1g1ns1.dnspod.net.")), second]
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

  private func parentObservations(_ domain: DNSName) throws -> [Observation] {
    func observation(_ type: RecordType, _ outcome: Observation.Outcome) throws -> Observation {
      Observation(
        question: Question(domain, type), server: try DNSName("a.gtld-servers.net."),
        address: "192.0.2.1", role: .parent, at: 0, outcome: outcome)
    }
    switch delegation {
    case .present:
      let above = try ZoneText.records(parentRecords, origin: domain)
      let referral = Observation.Answer(code: .noError, isAuthoritative: false, records: [])
      return [
        try observation(.ns, .answered(referral)),
        try observation(.ds, Self.answer(Question(domain, .ds), .parent, above, domain)),
      ]
    case .absent:
      let denial = Observation.Denial(zone: domain.parent ?? .root, ttl: 900, minimum: 900)
      let answer = Observation.Answer(
        code: .nxDomain, isAuthoritative: true, records: [], denial: denial)
      return [try observation(.ns, .answered(answer))]
    case .unknown: return [try observation(.ns, .failed("timedOut"))]
    }
  }

  private func authoritativeObservations(
    _ evidence: Evidence, _ servers: [NameServer], _ zones: [[ResourceRecord]]
  ) throws -> [Observation] {
    guard delegation != .unknown else { return [] }
    let domain = evidence.domain
    var questions =
      evidence.expected.map(\.question)
      + evidence.expected.flatMap { evidence.misplacedQuestions(for: $0) }
      + [.soa, .ns, .dnskey].map { Question(domain, $0) }
    if secondServer == .elsewhere { questions.append(Question(servers[1].name, .a)) }
    var observations: [Observation] = []
    for (index, server) in servers.enumerated() {
      let fault = index == 1 ? secondServer : .none
      if fault == .withoutAddress {
        let question = Question(server.name, .a)
        observations.append(
          Observation(
            question: question, server: server.name, address: "192.0.2.2", role: .host, at: 0,
            outcome: Self.answer(question, .host, [], domain)))
        continue
      }
      observations += questions.map { question in
        Observation(
          question: question, server: server.name, address: "192.0.2.\(53 + index)",
          role: delegation == .absent ? .undelegated : .authoritative, at: 0,
          outcome: outcome(question, fault, zones[index], evidence))
      }
    }
    return observations.map { $0.followingAlias(in: zones[0]) }
  }

  private func outcome(
    _ question: Question, _ fault: ServerFault, _ zone: [ResourceRecord], _ evidence: Evidence
  ) -> Observation.Outcome {
    if !serversAnswer { return .failed("outOfTime") }
    if fault == .silent { return .failed("timedOut") }
    if fault == .refusing {
      return .answered(Observation.Answer(code: .refused, isAuthoritative: false, records: []))
    }
    if fault == .withoutTCP, question.type == .txt { return .failed("cutOff") }
    if let cut = evidence.otherZones.first, question.name.isSubdomain(of: cut.name) {
      var answer = Observation.Answer(code: .noError, isAuthoritative: false, records: [])
      answer.referral = Observation.Referral(zone: cut.name, nameServers: cut.nameServers)
      return .answered(answer)
    }
    var outcome = Self.answer(question, .authoritative, zone, evidence.domain)
    if fault == .withoutEDNS, case .answered(var answer) = outcome {
      answer.edns = .unanswered
      outcome = .answered(answer)
    }
    return outcome
  }

  private func resolverObservations(
    _ evidence: Evidence, _ cache: [ResourceRecord]
  ) -> [Observation] {
    guard delegation == .present else { return [] }
    return evidence.expected.flatMap { record -> [Observation] in
      func observation(
        _ role: Observation.Role, _ outcome: Observation.Outcome
      ) -> Observation {
        Observation(
          question: record.question, server: nil, address: "192.0.2.153", role: role, at: 0,
          outcome: outcome)
      }
      guard serversAnswer else { return [observation(.resolver, .failed("outOfTime"))] }
      let answer = Self.answer(record.question, .resolver, cache, evidence.domain)
      let failure = Observation.Outcome.answered(
        Observation.Answer(code: .servFail, isAuthoritative: false, records: []))
      switch resolver {
      case .none: return [observation(.resolver, answer)]
      case .failing: return [observation(.resolver, failure), observation(.unvalidated, failure)]
      case .refusingSignatures:
        return [observation(.resolver, failure), observation(.unvalidated, answer)]
      }
    }
  }

  private static func answer(
    _ question: Question, _ role: Observation.Role, _ records: [ResourceRecord], _ domain: DNSName
  ) -> Observation.Outcome {
    let found = records.filter {
      $0.name == question.name && ($0.type == question.type || $0.type == .cname)
    }
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

extension Observation {
  /// With what asking on along an alias would find in a zone.
  fileprivate func followingAlias(in zone: [ResourceRecord]) -> Observation {
    guard answer?.records.contains(where: { $0.type == .cname }) == true else { return self }
    var observation = self
    var chain = AliasChain(question)
    if !chain.follow(zone) { chain.ending = .nothing(.nxDomain) }
    observation.alias = chain
    return observation
  }
}
