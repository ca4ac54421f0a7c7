import DNS
import Diagnosis
import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Inspector {
  /// Rounds of questions, of which each is about what the one before has brought: as many as
  /// receivers follow includes (RFC 7208 §4.6.4).
  private static let mostRounds = 10
  /// How long the domain's own records are followed, however slow the servers of other domains are.
  private static let patience: Duration = .seconds(3)

  /// Asks what SPF, DKIM, DMARC and MX records lead to, a round at a time, until nothing is open.
  ///
  /// Begins at once with what is known to be asked for if the records are as they should be, such as
  /// the mail service's SPF records; goes on with what is still open when `heard` has what the
  /// domain's own servers said.
  func lookBehindMailRecords(
    of domain: DNSName, _ registrable: DNSName, _ expected: [ExpectedRecord],
    heard: AsyncStream<Evidence>, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let foreseen = await lookAhead(
      Evidence(
        domain: domain, registrableDomain: registrable, checkedAt: 0, expected: expected,
        parent: registrable.parent ?? .root, delegation: .unknown, zone: registrable,
        nameServers: []), deadline)
    for await var evidence in heard {
      evidence.observations += foreseen
      let end = min(deadline, ContinuousClock.now + Self.patience)
      return foreseen + (await lookBehind(evidence, end))
    }
    return foreseen
  }

  /// Asks the resolvers about names of other domains; nobody but its own servers is asked about a
  /// name of the domain.
  private func lookAhead(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    var evidence = evidence
    for _ in 0..<Self.mostRounds {
      let open = evidence.foreseenMailQuestions.filter {
        !$0.name.isSubdomain(of: evidence.registrableDomain)
      }
      let replies = open.isEmpty ? [] : await stub.ask(open, until: deadline)
      if replies.isEmpty { break }
      evidence.observations += replies.map { Observation($0, role: .lookup) }
    }
    return evidence.observations
  }

  /// Asks what the records that were found lead to.
  ///
  /// Names in the domain's own zones are asked of the zones' servers: a resolver that is asked for
  /// what is not there yet would keep the absence (RFC 2308 §5). All other names are asked of the
  /// resolvers.
  private func lookBehind(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    var evidence = evidence
    var found: [Observation] = []
    var directly: Set<Question> = []
    for _ in 0..<Self.mostRounds {
      let open = evidence.openMailQuestions
      // What the zones' servers did not settle, resolvers may.
      let own = open.filter { evidence.zone(of: $0.name) != nil && !directly.contains($0) }
      let others = open.filter { !own.contains($0) }
      directly.formUnion(own)
      async let resolved = stub.ask(others, until: deadline)
      let authoritative = await askOwnServers(own, evidence, deadline)
      let new = authoritative + (await resolved).map { Observation($0, role: .lookup) }
      if new.isEmpty { return found }
      found += new
      evidence.observations += new
    }
    return found + unasked(evidence.openMailQuestions)
  }

  /// What is left open on purpose: it counts as not looked up, and is no fault of the domain.
  private func unasked(_ questions: [Question]) -> [Observation] {
    guard let resolver = settings.resolvers.first else { return [] }
    return questions.map { question in
      Observation(
        question: question, server: nil, address: resolver.description, role: .lookup,
        at: time(nil), outcome: .failed(NoAnswer.outOfTime.rawValue))
    }
  }

  private func askOwnServers(
    _ questions: [Question], _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let zones = evidence.zones.map { zone in
      (zone, questions.filter { evidence.zone(of: $0.name)?.name == zone.name })
    }
    let replies = await zones.filter { !$0.1.isEmpty }.asyncMap { zone, questions in
      await panel.askEach(questions, of: zone.nameServers, until: deadline)
    }
    return replies.flatMap { $0 }.map { Observation($0, role: .authoritative) }
  }
}
