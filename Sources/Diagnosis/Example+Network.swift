import DNS

extension Example {
  /// Text records that make an answer too large for one packet.
  static let filling = (1...60).map { "@ TXT \"filling-\($0)-0123456789\"" }.joined(separator: "\n")

  /// What is asked besides: other hosts, other places, larger packets, signatures, control names.
  func furtherObservations(
    _ evidence: Evidence, _ servers: [NameServer], _ zone: [ResourceRecord],
    _ cache: [ResourceRecord]
  ) throws -> [Observation] {
    try controls(evidence) + elsewhere(evidence) + delegationInCaches(evidence, cache)
      + distant(evidence, servers, zone) + large(evidence, servers, zone)
      + signed(evidence, servers, zone)
  }

  private func observation(
    _ question: Question, _ role: Observation.Role, _ server: DNSName?, _ address: String,
    _ outcome: Observation.Outcome
  ) -> Observation {
    Observation(
      question: question, server: server, address: address, role: role, at: Self.moment,
      outcome: outcome)
  }

  /// A random name of the zone above, asked of two resolvers; the root, when nothing answers.
  private func controls(_ evidence: Evidence) throws -> [Observation] {
    let (own, other) = ("192.0.2.153", "192.0.2.154")
    if network != .none {
      let root = Question(.root, .ns)
      let answer = Observation.Outcome.answered(
        Observation.Answer(code: .noError, isAuthoritative: false, records: []))
      return [
        observation(
          root, .control, nil, own, network == .blocked ? answer : .failed("timedOut")),
        observation(root, .control, nil, other, .failed("timedOut")),
      ]
    }
    guard delegation == .present, serversAnswer else { return [] }
    let name = try DNSName(labels: [Self.siblingLabel] + evidence.parent.labels)
    let invented = try ZoneText.records("\(name) A 198.51.100.9", origin: .root)
    let question = Question(name, .a)
    return [
      observation(
        question, .control, nil, own,
        Self.answer(question, .resolver, resolver == .rewriting ? invented : [], evidence.parent)),
      observation(
        question, .control, nil, other, Self.answer(question, .resolver, [], evidence.parent)),
    ]
  }

  private func elsewhere(_ evidence: Evidence) throws -> [Observation] {
    guard let elsewhere, delegation == .present else { return [] }
    let zone = try ZoneText.records(elsewhere, origin: evidence.registrableDomain)
    return evidence.expected.map { record in
      observation(
        record.question, .undelegated, try? DNSName("ns1.edited.example."), "192.0.2.77",
        Self.answer(record.question, .authoritative, zone, evidence.registrableDomain))
    }
  }

  /// The name servers of the domain as a resolver remembers them.
  private func delegationInCaches(
    _ evidence: Evidence, _ cache: [ResourceRecord]
  ) -> [Observation] {
    let question = Question(evidence.registrableDomain, .ns)
    guard delegation == .present, serversAnswer,
      cache.contains(where: { $0.name == question.name && $0.type == .ns })
    else { return [] }
    return [
      observation(
        question, .resolver, nil, "192.0.2.153",
        Self.answer(question, .resolver, cache, evidence.registrableDomain))
    ]
  }

  private func distant(
    _ evidence: Evidence, _ servers: [NameServer], _ zone: [ResourceRecord]
  ) throws -> [Observation] {
    guard delegation == .present, serversAnswer, let distant else { return [] }
    let zone = try ZoneText.records(distant, origin: evidence.registrableDomain)
    return evidence.expected.map { record in
      var observation = observation(
        record.question, .distant, servers.first?.name, "192.0.2.53",
        Self.answer(record.question, .authoritative, zone, evidence.registrableDomain))
      observation.subnet = "203.0.113.0/24"
      return observation
    }
  }

  /// The second server asked for its large answers in one piece.
  private func large(
    _ evidence: Evidence, _ servers: [NameServer], _ zone: [ResourceRecord]
  ) -> [Observation] {
    guard delegation == .present, serversAnswer else { return [] }
    let domain = evidence.registrableDomain
    let answer = Self.answer(Question(domain, .txt), .authoritative, zone, domain)
    return [
      observation(
        Question(domain, .txt), .large, servers.last?.name, "192.0.2.54",
        secondServer == .losingLargeAnswers ? .failed("timedOut") : answer)
    ]
  }

  private func signed(
    _ evidence: Evidence, _ servers: [NameServer], _ zone: [ResourceRecord]
  ) -> [Observation] {
    guard signature != .none, delegation == .present, serversAnswer else { return [] }
    return evidence.expected.map { record in
      let outcome = Self.answer(
        record.question, .authoritative, zone, evidence.registrableDomain)
      guard case .answered(var answer) = outcome else {
        return observation(record.question, .signed, servers.first?.name, "192.0.2.53", outcome)
      }
      answer.records.append(rrsig(record.question))
      return observation(
        record.question, .signed, servers.first?.name, "192.0.2.53", .answered(answer))
    }
  }

  /// A signature that began two days ago and ends tomorrow, or ended yesterday (RFC 4034 §3.1).
  private func rrsig(_ question: Question) -> ResourceRecord {
    func octets(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    let day: UInt32 = 86_400
    let now = UInt32(Self.moment)
    let end = signature == .sound ? now + day : now - day
    let type = question.type.rawValue
    let data =
      [UInt8(type >> 8), UInt8(type & 0xFF), 13, 2] + octets(600) + octets(end)
      + octets(now - 2 * day) + [0, 1, 0] + Array(repeating: 0x5A, count: 64)
    return ResourceRecord(name: question.name, type: .rrsig, ttl: 600, data: .other(data))
  }
}
