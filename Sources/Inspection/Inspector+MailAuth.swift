import DNS
import Diagnosis
import Resolution

extension Inspector {
  /// Asks what SPF, DKIM, DMARC and MX records lead to, a round at a time, until nothing is open.
  ///
  /// Names in the domain's own zones are asked of the zones' servers: a resolver that is asked for
  /// what is not there yet would keep the absence (RFC 2308 §5). All other names are asked of the
  /// resolvers.
  func lookBehindMailRecords(
    of evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    var evidence = evidence
    var found: [Observation] = []
    var directly: Set<Question> = []
    while true {
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
