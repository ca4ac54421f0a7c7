import DNS
import Diagnosis
import Resolution

extension Inspector {
  /// Asks what the first answers make necessary, all at once: where a missing record may have been
  /// put by mistake, where aliases lead, and the keys of a zone that is said to be signed.
  func searchFurther(
    _ evidence: inout Evidence, _ tracer: Tracer, _ deadline: ContinuousClock.Instant
  ) async {
    let sofar = evidence
    async let misplaced = misplaced(sofar, deadline)
    async let keys = keys(sofar, deadline)
    async let further = questionDelivery(sofar, deadline)
    async let elsewhere = elsewhere(sofar, tracer, deadline)
    let chains = await aliases(sofar, tracer, deadline)
    for index in evidence.observations.indices where evidence.observations[index].endsInAlias {
      evidence.observations[index].alias = chains[evidence.observations[index].question]
    }
    evidence.observations += await misplaced + keys + further + elsewhere
  }

  /// Looks for records that are not right: where they may have been put by mistake, in which other
  /// type, and whether a wildcard stands in for them.
  private func misplaced(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let label = Self.randomLabel()
    let wrong = evidence.expected.filter { evidence.lacks($0) }
    let absent = wrong.filter { evidence.isMissing($0) }
    let asked = Set(evidence.observations.filter { $0.role == .authoritative }.map(\.question))
    let places = absent.flatMap { evidence.searchQuestions(for: $0) }.distinct.filter {
      !asked.contains($0)
    }
    let siblings = wrong.flatMap { evidence.siblingQuestions(for: $0, label: label) }.distinct
    let servers = evidence.answeringServers
    async let found = panel.askEach(places, of: servers, until: deadline)
    async let beside = panel.askEach(siblings, of: servers, until: deadline)
    return await found.map { Observation($0, role: .authoritative) }
      + beside.map { Observation($0, role: .sibling) }
  }

  /// A label that nobody has: whatever answers for it answers for any.
  static func randomLabel() -> [UInt8] {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    return Array("annai-".utf8) + (0..<12).compactMap { _ in letters.randomElement() }
  }

  /// Asks the servers of known DNS hosts for the records that the delegated servers do not have.
  private func elsewhere(
    _ evidence: Evidence, _ tracer: Tracer, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let absent = evidence.expected.filter { evidence.lacks($0) && evidence.isMissing($0) }
    guard !absent.isEmpty else { return [] }
    let delegated = Set(evidence.nameServers.map(\.name.registered))
    // One server of each host is enough: what one has, all have. Those of the console come first.
    let edited = settings.editedZone?.nameServers ?? []
    let others = Dictionary(grouping: edited + (await settings.hostServers()), by: \.registered)
      .filter { !delegated.contains($0.key) }.compactMap(\.value.first).sorted()
    guard !others.isEmpty else { return [] }
    let servers = await tracer.withAddresses(others.map { NameServer($0) }, until: deadline)
    return await panel.askEach(absent.map(\.question).distinct, of: servers, until: deadline)
      .map { Observation($0, role: .undelegated) }
  }

  private func keys(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let domain = evidence.registrableDomain
    let isSigned = evidence.observations(.parent, Question(domain, .ds))
      .contains { $0.records?.isEmpty == false }
    guard isSigned, let zone = evidence.zones.first(where: { $0.name == domain }) else { return [] }
    return await panel.askEach([Question(domain, .dnskey)], of: zone.nameServers, until: deadline)
      .map { Observation($0, role: .authoritative) }
  }

  private func aliases(
    _ evidence: Evidence, _ tracer: Tracer, _ deadline: ContinuousClock.Instant
  ) async -> [Question: AliasChain] {
    let expected = Set(evidence.expected.map(\.question))
    let beginnings = evidence.observations.filter {
      $0.endsInAlias && expected.contains($0.question)
    }
    .reduce(into: [Question: [ResourceRecord]]()) { found, observation in
      found[observation.question] = found[observation.question] ?? observation.answer?.records
    }
    let chains = await beginnings.map { $0 }.asyncMap { question, answer in
      await tracer.follow(question, answer: answer, until: deadline)
    }
    return Dictionary(uniqueKeysWithValues: zip(beginnings.keys, chains))
  }
}

extension DNSName {
  /// The registered domain that a name belongs to.
  fileprivate var registered: DNSName { PublicSuffixList.registrableDomain(of: self) ?? self }
}

extension Evidence {
  /// Servers that are asked the many further questions: what one of them has, all of them ought to
  /// have.
  fileprivate static let mostFurther = 2

  /// Whether no server of the zone has a record right, and some say so.
  fileprivate func lacks(_ record: ExpectedRecord) -> Bool {
    let states = authoritativeStates(of: record).map(\.state)
    return !states.contains(.match) && states.contains { $0 != .unknown }
  }

  /// Whether some server denies a record.
  fileprivate func isMissing(_ record: ExpectedRecord) -> Bool {
    authoritativeStates(of: record).contains { $0.state == .missing }
  }

  /// Some servers of the sender's zone that answered for it, with the address where they did.
  var answeringServers: [NameServer] {
    let heard = observations.filter { $0.role == .authoritative }.filter {
      $0.answer?.isAuthoritative == true
    }.map(\.address)
    let answering = nameServers.flatMap { server in
      server.addresses.map { NameServer(server.name, addresses: [$0]) }
    }.filter { server in
      heard.contains { address in
        server.addresses.contains { address.prefix { $0 != "#" } == $0.description }
      }
    }
    return Array(answering.prefix(Self.mostFurther))
  }
}

extension Observation {
  /// Whether an authoritative answer is an alias and not what it leads to.
  fileprivate var endsInAlias: Bool {
    guard role == .authoritative, let answer, answer.code == .noError || answer.code == .nxDomain
    else { return false }
    return answer.records.contains { $0.type == .cname && $0.name == question.name }
      && !answer.records.contains { $0.type == question.type } && question.type != .cname
  }
}
