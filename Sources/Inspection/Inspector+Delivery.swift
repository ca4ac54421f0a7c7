import DNS
import Diagnosis
import Resolution

extension Inspector {
  /// Puts the questions again in other ways: on behalf of other places, for one large packet, with
  /// signatures, and about the names in between. All at once, while the resolvers are asked.
  func questionDelivery(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    async let distant = askFromAfar(evidence, deadline)
    async let large = askForLargeAnswers(evidence, deadline)
    async let signed = askForSignatures(evidence, deadline)
    async let between = askInBetween(evidence, deadline)
    return await distant + large + signed + between
  }

  /// One server is enough: all servers of a host know the same lines.
  private func askFromAfar(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let servers = Array(evidence.answeringServers.prefix(1))
    let questions = evidence.expected.map(\.question).distinct
    let replies = await settings.subnets.asyncMap { subnet in
      var options = QueryOptions()
      options.ednsOptions = [subnet.option]
      return await panel.askEach(questions, of: servers, options, until: deadline).map { reply in
        var observation = Observation(reply, role: .distant)
        observation.subnet = subnet.description
        return observation
      }
    }
    return replies.flatMap { $0 }
  }

  /// What did not fit into a safe packet is asked for in a large one, as some resolvers do.
  private func askForLargeAnswers(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    var options = QueryOptions()
    options.payloadSize = 4096
    options.ignoresTruncation = true
    options.dropsEDNSWhenSilent = false
    // One lost packet proves nothing.
    options.patience = [.milliseconds(700), .milliseconds(700)]
    let expected = Set(evidence.expected.map(\.question))
    let cutOff = evidence.observations.filter { $0.role == .authoritative }.filter {
      $0.answer?.size != nil && expected.contains($0.question)
    }
    let replies = await cutOff.asyncMap { [options] observation -> [ServerReply] in
      guard let server = ServerAddress(observation.address) else { return [] }
      return await panel.ask(
        [observation.question], at: server, name: observation.server, options, until: deadline)
    }
    return replies.flatMap { $0 }.map { Observation($0, role: .large) }
  }

  /// Signatures matter only in a zone that the zone above says is signed.
  private func askForSignatures(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let isSigned = evidence.observations(.parent, Question(evidence.registrableDomain, .ds))
      .contains { $0.records?.isEmpty == false }
    guard isSigned else { return [] }
    var options = QueryOptions()
    options.dnssec = true
    let present = evidence.expected.filter { evidence.holds($0) }.map(\.question).distinct
    return await panel.askEach(
      present, of: evidence.answeringServers, options, until: deadline
    ).map { Observation($0, role: .signed) }
  }

  /// The names between the zone and a record that is there, which no server may deny.
  private func askInBetween(
    _ evidence: Evidence, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let questions = evidence.expected.filter { evidence.holds($0) }
      .compactMap { evidence.emptyName(above: $0) }.distinct
    return await panel.askEach(questions, of: evidence.nameServers, until: deadline)
      .map { Observation($0, role: .authoritative) }
  }
}

extension Evidence {
  /// Whether some server of the zone has something at the name of a record.
  fileprivate func holds(_ record: ExpectedRecord) -> Bool {
    authoritativeStates(of: record).contains { $0.state == .match || $0.state == .mismatch }
  }
}

extension ClientSubnet {
  /// Networks in Guangdong (China Telecom) and Hong Kong (HKT): Chinese mail services look from
  /// there, and Chinese DNS hosts have lines of their own for them.
  public static let farAway = ["14.215.177.0", "203.198.0.0"].compactMap { text in
    IPAddress(text).flatMap { ClientSubnet($0, prefixLength: 24) }
  }
}
