/// What a look at the web, beside the DNS, says of this machine and its network.
public struct WebCheck: Hashable, Sendable, Codable {
  /// Whether a well-known host answered over HTTPS.
  public var answered: Bool
  /// Seconds by which this machine's clock is ahead of the `Date` of the answer (RFC 9110 §6.6.1).
  public var clockOffset: Int?

  /// A check from its parts.
  public init(answered: Bool, clockOffset: Int? = nil) {
    self.answered = answered
    self.clockOffset = clockOffset
  }

  /// More than that is wrong: services refuse requests that are five minutes off.
  static let mostOffset = 300
}

extension Evidence {
  /// Whether none of the servers that a look begins with gave an answer, though they were asked.
  var isCutOffFromServers: Bool {
    let parents = observations.filter { $0.role == .parent }
    return delegation == .unknown && !parents.isEmpty && parents.allSatisfy(\.isSilent)
      && !controls.contains { $0.answer != nil && !isOwn($0) }
  }

  /// Whether anybody was asked beside the servers of the DNS itself.
  var isNetworkChecked: Bool { web != nil || !controls.isEmpty }

  /// Whether somebody answers all the same.
  var isOnline: Bool { web?.answered == true || ownResolverAnswers }

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
