import DNS

extension Example {
  /// The evidence that looking at this world gives, told of `example.com` or of another registered
  /// domain, or the fault in its zone text.
  public func evidence(of name: DNSName? = nil) throws -> Evidence {
    if let name { return try renamed(name).evidence(about: name) }
    return try evidence(about: DNSName("example.com."))
  }

  private func evidence(about domain: DNSName) throws -> Evidence {
    if let typed, (try? SenderDomain(typed)) == nil {
      return Evidence(refusing: typed, at: Self.moment)
    }
    let servers = try servers(domain)
    let sender = try sender.map { try DNSName($0).appending(domain) } ?? domain
    var evidence = Evidence(
      domain: sender, registrableDomain: domain, checkedAt: Self.moment,
      expected: try expected(sender), parent: domain.parent ?? .root, delegation: delegation,
      zone: domain, nameServers: delegation == .present ? servers : [])
    try adapt(&evidence.expected)
    if let cut {
      let zone = try DNSName(cut).appending(domain)
      evidence.otherZones = [ServedZone(zone, nameServers: [servers[1]])]
    }
    let first = try ZoneText.records(zone, origin: domain)
    let second = try second.map { try ZoneText.records($0, origin: domain) } ?? first
    let cache = try cache.map { try ZoneText.records($0, origin: domain) } ?? first
    evidence.registration = registryAnswers(about: domain)
    evidence.observations =
      try parentObservations(domain)
      + authoritativeObservations(evidence, servers, [first, second])
      + resolverObservations(evidence, cache)
      + furtherObservations(evidence, servers, first, cache)
    evidence.typed = typed
    evidence.ownResolvers = ["192.0.2.153"]
    evidence.editedZone = try editedServers.map { names in
      EditedZone(nameServers: try names.map { try DNSName($0) })
    }
    try lookBehind(&evidence)
    return evidence
  }

  private func servers(_ domain: DNSName) throws -> [NameServer] {
    if !delegatedTo.isEmpty { return try delegatedTo.map { NameServer(try DNSName($0)) } }
    let address = IPAddress("192.0.2.54").map { [$0] } ?? []
    let second =
      switch secondServer {
      case .elsewhere: NameServer(try DNSName("ns2").appending(domain), addresses: address)
      case .alias: NameServer(try DNSName("alias.dnspod.net."))
      case .privateAddress:
        NameServer(
          try DNSName("f1g1ns2.dnspod.net."), addresses: IPAddress("10.0.0.1").map { [$0] } ?? [])
      default: NameServer(try DNSName("f1g1ns2.dnspod.net."))
      }
    return [NameServer(try DNSName("f1g1ns1.dnspod.net.")), second]
  }

  private func expected(_ domain: DNSName) throws -> [ExpectedRecord] {
    [
      ExpectedRecord(
        id: "mx", purpose: .mx, name: domain, type: .mx, value: "mxbiz1.qq.com.", priority: 10),
      ExpectedRecord(
        id: "spf", purpose: .spf, name: domain, type: .txt,
        value: "v=spf1 include:qcloudmail.com ~all"),
      ExpectedRecord(
        id: "dkim", purpose: .dkim, name: try DNSName("qcloud._domainkey").appending(domain),
        type: .txt, value: "v=DKIM1; k=rsa; p=\(Self.key)"),
      ExpectedRecord(
        id: "dmarc", purpose: .dmarc, name: try DNSName("_dmarc").appending(domain), type: .txt,
        value: "v=DMARC1; p=none"),
      linked
        ? ExpectedRecord(
          id: "link", purpose: .other, name: try DNSName("_link").appending(domain), type: .cname,
          value: "target.example.net.")
        : ExpectedRecord(
          id: "token", purpose: .other, name: try DNSName("_token").appending(domain), type: .txt,
          value: "token=1"),
    ]
  }

  private func parentObservations(_ domain: DNSName) throws -> [Observation] {
    func observation(_ type: RecordType, _ outcome: Observation.Outcome) throws -> Observation {
      Observation(
        question: Question(domain, type), server: try DNSName("a.gtld-servers.net."),
        address: "192.0.2.1", role: .parent, at: Self.moment, outcome: outcome)
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
    let domain = evidence.registrableDomain
    var questions =
      evidence.expected.map(\.question)
      + evidence.expectedNames.map { Question($0.name, .cname) }
      + places(evidence, zones[0])
      + evidence.expected.compactMap { evidence.emptyName(above: $0) }
      + [.soa, .ns, .dnskey].map { Question(domain, $0) }
    questions = questions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let siblings = Set(
      evidence.expected.flatMap { evidence.siblingQuestions(for: $0, label: Self.siblingLabel) })
    if secondServer == .elsewhere { questions.append(Question(servers[1].name, .a)) }
    var observations: [Observation] = []
    for (index, server) in servers.enumerated() {
      let fault = index == 1 ? secondServer : .none
      if fault == .withoutAddress || fault == .alias {
        let question = Question(server.name, .a)
        let text = fault == .alias ? "\(server.name) CNAME f1g1ns9.dnspod.net." : ""
        observations.append(
          Observation(
            question: question, server: server.name, address: "192.0.2.2", role: .host,
            at: Self.moment,
            outcome: Self.answer(
              question, .host, try ZoneText.records(text, origin: domain), domain)))
        continue
      }
      func ask(_ question: Question, _ role: Observation.Role) -> Observation {
        Observation(
          question: question, server: server.name, address: "192.0.2.\(53 + index)",
          role: delegation == .absent ? .undelegated : role, at: Self.moment,
          outcome: outcome(question, fault, zones[index], evidence))
      }
      observations += questions.map { ask($0, .authoritative) }
      observations += siblings.map { ask($0, .sibling) }
    }
    return observations.map { $0.followingAlias(in: zones[0]) }
  }

  /// The places by mistake that have something; to be told that there is nothing says nothing.
  private func places(_ evidence: Evidence, _ zone: [ResourceRecord]) -> [Question] {
    evidence.expected.flatMap { evidence.searchQuestions(for: $0) }.filter {
      !Self.found($0, zone).isEmpty
    }
  }

  private func outcome(
    _ question: Question, _ fault: ServerFault, _ zone: [ResourceRecord], _ evidence: Evidence
  ) -> Observation.Outcome {
    if !serversAnswer { return .failed("outOfTime") }
    if fault == .silent || fault == .privateAddress { return .failed("timedOut") }
    if fault == .refusing {
      return .answered(Observation.Answer(code: .refused, isAuthoritative: false, records: []))
    }
    if fault == .withoutTCP, question.type == .txt { return .failed("cutOff") }
    if let cut = evidence.otherZones.first, question.name.isSubdomain(of: cut.name) {
      var answer = Observation.Answer(code: .noError, isAuthoritative: false, records: [])
      answer.referral = Observation.Referral(zone: cut.name, nameServers: cut.nameServers)
      return .answered(answer)
    }
    let outcome = Self.answer(question, .authoritative, zone, evidence.registrableDomain)
    guard case .answered(var answer) = outcome else { return outcome }
    if fault == .withoutEDNS { answer.edns = .unanswered }
    let isBetween = evidence.expected.contains { evidence.emptyName(above: $0) == question }
    if fault == .denyingEmptyNames, isBetween { answer.code = .nxDomain }
    let size = answer.records.reduce(12) { $0 + 12 + ($1.text?.count ?? 16) }
    // What is larger does not fit into UDP (RFC 9715 §3.2).
    if size > 1232 { answer.size = size }
    return .answered(answer)
  }

  func resolverObservations(
    _ evidence: Evidence, _ cache: [ResourceRecord]
  ) -> [Observation] {
    guard delegation == .present else { return [] }
    return evidence.expected.flatMap { record -> [Observation] in
      func observation(
        _ role: Observation.Role, _ outcome: Observation.Outcome
      ) -> Observation {
        Observation(
          question: record.question, server: nil, address: "192.0.2.153", role: role,
          at: Self.moment,
          outcome: outcome)
      }
      guard serversAnswer else { return [observation(.resolver, .failed("outOfTime"))] }
      let answer = Self.answer(record.question, .resolver, cache, evidence.registrableDomain)
      let failure = Observation.Outcome.answered(
        Observation.Answer(code: .servFail, isAuthoritative: false, records: []))
      switch resolver {
      case .none, .rewriting: return [observation(.resolver, answer)]
      case .failing: return [observation(.resolver, failure), observation(.unvalidated, failure)]
      case .refusingSignatures:
        return [observation(.resolver, failure), observation(.unvalidated, answer)]
      }
    }
  }

  static func answer(
    _ question: Question, _ role: Observation.Role, _ records: [ResourceRecord], _ domain: DNSName
  ) -> Observation.Outcome {
    let found = Self.found(question, records)
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

extension Example {
  /// The label that stands for a random one beside an expected name.
  static let siblingLabel = Array("annai-7q3x".utf8)

  /// The records of the type at a name, an alias there, or what a wildcard makes of them
  /// (RFC 4592 §2.2.1, RFC 1034 §4.3.3).
  fileprivate static func found(
    _ question: Question, _ records: [ResourceRecord]
  ) -> [ResourceRecord] {
    func at(_ name: DNSName) -> [ResourceRecord] {
      let own = records.filter { $0.name == name }
      let asked = own.filter { $0.type == question.type }
      return asked.isEmpty ? own.filter { $0.type == .cname } : asked
    }
    if records.contains(where: { $0.name.isSubdomain(of: question.name) }) {
      return at(question.name)
    }
    var encloser = question.name.parent
    while let name = encloser, !records.contains(where: { $0.name.isSubdomain(of: name) }) {
      encloser = name.parent
    }
    guard let encloser,
      let wildcard = try? DNSName(labels: [[UInt8(ascii: "*")]] + encloser.labels)
    else { return [] }
    return at(wildcard).map { record in
      var record = record
      record.name = question.name
      return record
    }
  }
}

extension Observation {
  /// With what asking on along an alias would find in a zone.
  fileprivate func followingAlias(in zone: [ResourceRecord]) -> Observation {
    guard question.type != .cname,
      answer?.records.contains(where: { $0.type == .cname }) == true
    else { return self }
    var observation = self
    var chain = AliasChain(question)
    if !chain.follow(zone) {
      let exists = zone.contains { $0.name == chain.last }
      chain.ending = .nothing(exists ? .noError : .nxDomain)
    }
    observation.alias = chain
    return observation
  }
}
