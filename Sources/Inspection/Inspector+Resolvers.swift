import DNS
import Diagnosis
import Resolution

extension Inspector {
  /// Asks the resolvers for what is right at the zone's servers.
  ///
  /// A record that is missing or wrong there is not asked for: the question itself would plant the
  /// absence (RFC 2308 §5) or the wrong value in the resolver's cache, and make the person wait
  /// after it is put right.
  func askResolvers(
    for settled: [ExpectedRecord], _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let questions = settled.map(\.question).distinct
    guard !questions.isEmpty else { return [] }
    var options = QueryOptions(recursion: true)
    // RFC 6840 §5.7: AD in the question asks for AD in the answer.
    options.asksForAuthenticity = true
    let replies = await settings.resolvers.asyncMap { [options] resolver in
      await panel.ask(questions, at: resolver, options, until: deadline)
    }
    return replies.flatMap { $0 }.map { Observation($0, role: .resolver) }
  }

  /// Asks the resolvers what they remember of the delegation, and, when one of them belongs to this
  /// machine's network, for a name that nobody has: an honest resolver denies it.
  ///
  /// Without a domain the delegation is left alone: where nothing is right yet, the question would
  /// have the resolvers keep the wrong servers.
  func askResolversAboutDelegation(
    _ domain: DNSName?, below parent: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    async let invented = askInvented(below: parent, deadline)
    guard let servers = domain.map({ Question($0, .ns) }) else { return await invented }
    let replies = await settings.resolvers.asyncMap { resolver in
      await panel.ask([servers], at: resolver, QueryOptions(recursion: true), until: deadline)
    }
    return await replies.flatMap { $0 }.map { Observation($0, role: .resolver) } + invented
  }

  private func askInvented(
    below parent: DNSName, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    guard !settings.ownResolvers.isEmpty,
      let name = try? DNSName(labels: [Self.randomLabel()] + parent.labels)
    else { return [] }
    return await askControls(Question(name, .a), deadline)
  }

  /// Asks every resolver something that has nothing to do with the domain.
  func askControls(
    _ question: Question, _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    let replies = await settings.resolvers.asyncMap { resolver in
      await panel.ask([question], at: resolver, QueryOptions(recursion: true), until: deadline)
    }
    return replies.flatMap { $0 }.map { Observation($0, role: .control) }
  }

  /// Where a resolver failed, asks it again without validation: an answer then proves that the
  /// signatures are at fault, not the servers (RFC 4035 §3.2.2).
  func askWithoutValidation(
    _ evidence: inout Evidence, _ deadline: ContinuousClock.Instant
  ) async {
    let failed = evidence.observations.filter { $0.role == .resolver }.filter(\.isServerFailure)
    var options = QueryOptions(recursion: true)
    options.checkingDisabled = true
    let resolvers = settings.resolvers.filter { resolver in
      failed.contains { $0.address == resolver.description }
    }
    let replies = await resolvers.asyncMap { [options] resolver in
      let questions = failed.filter { $0.address == resolver.description }.map(\.question)
      return await panel.ask(questions.distinct, at: resolver, options, until: deadline)
    }
    evidence.observations += replies.flatMap { $0 }.map { Observation($0, role: .unvalidated) }
  }
}

extension Evidence {
  /// Expected records of which no server of the zone says anything but that they are right.
  var settled: [ExpectedRecord] {
    expected.filter { record in
      let states = Set(authoritativeStates(of: record).map(\.state))
      return !states.isEmpty && states.isSubset(of: [.match, .unknown])
    }
  }
}
