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
    let chains = await aliases(sofar, tracer, deadline)
    for index in evidence.observations.indices where evidence.observations[index].endsInAlias {
      evidence.observations[index].alias = chains[evidence.observations[index].question]
    }
    evidence.observations += await misplaced + keys
  }

  private func misplaced(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let absent = evidence.expected.filter { record in
      let states = evidence.authoritativeStates(of: record).map(\.state)
      return states.contains(.missing) && !states.contains(.match)
    }
    let questions = absent.flatMap { evidence.misplacedQuestions(for: $0) }.distinct
    guard !questions.isEmpty else { return [] }
    return await panel.askEach(questions, of: evidence.nameServers, until: deadline)
      .map { Observation($0, role: .authoritative) }
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

extension Observation {
  /// Whether an authoritative answer is an alias and not what it leads to.
  fileprivate var endsInAlias: Bool {
    guard role == .authoritative, let answer, answer.code == .noError || answer.code == .nxDomain
    else { return false }
    return answer.records.contains { $0.type == .cname && $0.name == question.name }
      && !answer.records.contains { $0.type == question.type } && question.type != .cname
  }
}
