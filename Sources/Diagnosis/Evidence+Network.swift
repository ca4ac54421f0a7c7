import Registration

extension Evidence {
  /// Whether none of the servers that a look begins with gave an answer, though they were asked.
  var isCutOffFromServers: Bool {
    let parents = observations.filter { $0.role == .parent }
    return delegation == .unknown && !parents.isEmpty && parents.allSatisfy(\.isSilent)
      && !controls.contains { $0.answer != nil && !isOwn($0) }
  }

  /// Whether anybody was asked beside the servers of the DNS itself.
  var isNetworkChecked: Bool { !controls.isEmpty }

  /// Whether somebody answers all the same. That a registry does says something about port 53 only
  /// when more than the servers of one zone was silent there.
  var isOnline: Bool { isNetworkChecked && registryAnswers || ownResolverAnswers }

  /// Whether a registry answers, whatever it says.
  private var registryAnswers: Bool {
    registration?.contains { $0.failure == nil || $0.clockOffset != nil } == true
  }

  /// Whether a resolver of this machine's network answers.
  var ownResolverAnswers: Bool { controls.contains { $0.answer != nil && isOwn($0) } }

  /// Questions to resolvers that have nothing to do with the domain.
  private var controls: [Observation] { observations.filter { $0.role == .control } }

  private func isOwn(_ observation: Observation) -> Bool {
    ownResolvers?.contains(observation.address) == true
  }
}

extension Observation {
  /// Whether nothing came, though there was time.
  fileprivate var isSilent: Bool {
    ["timedOut", "portClosed", "unreachable"].map(Outcome.failed).contains(outcome)
  }
}
