import DNS
import Diagnosis
import Resolution

extension Inspector {
  /// Zones that are followed one below the other: more than anybody has.
  private static let deepestCut = 6

  /// One zone with what has to be asked there.
  private struct Visit {
    let zone: ServedZone
    let questions: [Question]
  }

  /// Asks every server of the domain's zone for everything, and every server of each zone that
  /// turns out to be cut out below it.
  func askZones(
    _ evidence: inout Evidence, _ tracer: Tracer, _ deadline: ContinuousClock.Instant
  ) async {
    let registrable = evidence.registrableDomain
    let first = ServedZone(registrable, nameServers: evidence.nameServers)
    var visits = [Visit(zone: first, questions: Self.questions(evidence, first))]
    var zones: [ServedZone] = []
    for _ in 0..<Self.deepestCut where !visits.isEmpty {
      let observations = await ask(visits, deadline)
      evidence.observations += observations
      zones += visits.map(\.zone)
      visits = await Self.cuts(in: observations, below: visits.map(\.zone.name)).asyncMap { visit in
        let servers = await tracer.withAddresses(visit.zone.nameServers, until: deadline)
        return Visit(
          zone: ServedZone(visit.zone.name, nameServers: servers),
          questions: visit.questions + [Question(visit.zone.name, .soa)])
      }
    }
    Self.settle(zones, in: &evidence)
  }

  /// The records, aliases at their names, whether each server speaks for the zone (SOA), whom it
  /// names itself (NS), whether the sender domain is a zone of its own, where servers inside the zone
  /// say they are, and what the records lead to in the zone if they are as they should be.
  private static func questions(_ evidence: Evidence, _ zone: ServedZone) -> [Question] {
    let inside = zone.nameServers.map(\.name).filter { $0.isSubdomain(of: zone.name) }
    let all =
      evidence.expected.map(\.question)
      + evidence.expected.map { Question($0.name, .cname) }
      + [Question(zone.name, .soa), Question(zone.name, .ns), Question(evidence.domain, .ns)]
      + inside.map { Question($0, .a) }
      + evidence.foreseenMailQuestions.filter { $0.name.isSubdomain(of: zone.name) }
    return all.distinct
  }

  private func ask(
    _ visits: [Visit], _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    await visits.asyncMap { visit in
      await panel.askEach(visit.questions, of: visit.zone.nameServers, until: deadline)
        .map { Observation($0, role: .authoritative) }
    }.flatMap { $0 }
  }

  /// The zones that answers refer to, with the questions that they have to be asked.
  private static func cuts(
    in observations: [Observation], below zones: [DNSName]
  ) -> [Visit] {
    var servers: [DNSName: [NameServer]] = [:]
    var questions: [DNSName: [Question]] = [:]
    for observation in observations {
      guard let referral = observation.answer?.referral,
        zones.contains(where: { referral.zone != $0 && referral.zone.isSubdomain(of: $0) })
      else { continue }
      servers[referral.zone] = servers[referral.zone] ?? referral.nameServers
      questions[referral.zone, default: []].append(observation.question)
    }
    return servers.sorted { $0.key < $1.key }.map { name, servers in
      Visit(
        zone: ServedZone(name, nameServers: servers),
        questions: (questions[name] ?? []).distinct)
    }
  }

  /// Says which of the zones the sender domain lives in.
  private static func settle(_ zones: [ServedZone], in evidence: inout Evidence) {
    var zones = zones
    // Servers that hold both zones do not refer: they answer out of the one below.
    let question = Question(evidence.domain, .ns)
    let isZone = evidence.observations(.authoritative, question).contains { observation in
      observation.answer?.isAuthoritative == true && observation.records?.isEmpty == false
    }
    if isZone, !zones.contains(where: { $0.name == evidence.domain }) {
      zones.append(ServedZone(evidence.domain, nameServers: evidence.nameServers))
    }
    let home = zones.filter { evidence.domain.isSubdomain(of: $0.name) }
      .max { $0.name.labels.count < $1.name.labels.count }
    guard let home else { return }
    evidence.zone = home.name
    evidence.nameServers = home.nameServers
    evidence.otherZones = zones.filter { $0.name != home.name }
  }
}

extension Sequence where Element: Sendable {
  /// The results of work on each element, done at the same time, in the order of the elements.
  func asyncMap<Result: Sendable>(
    _ work: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      for (index, element) in enumerated() { group.addTask { (index, await work(element)) } }
      var results: [(Int, Result)] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
