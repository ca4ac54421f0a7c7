import DNS

/// How one server of a zone does its duty: answer for the zone, with authority.
public enum ServerState: Hashable, Sendable {
  /// It answers with AA.
  case working
  /// It refuses the zone.
  case refused
  /// It fails.
  case failing
  /// It answers without speaking for the zone.
  case notAuthoritative
  /// It refers to the zone itself or one above it (RFC 1912 §2.8 calls this lame).
  case refersUpwards
  /// Nothing came, though every try was made, or the machine said that nobody listens.
  case silent
  /// Nothing came before the time was up, or this machine could not ask.
  case unknown

  /// The state that an answer to the question for the zone's SOA shows.
  init(_ observation: Observation, of zone: DNSName) {
    guard case .answered(let answer) = observation.outcome else {
      let silences = ["timedOut", "portClosed", "unreachable"].map(Observation.Outcome.failed)
      self = silences.contains(observation.outcome) ? .silent : .unknown
      return
    }
    switch answer.code {
    case .servFail: self = .failing
    case .noError, .nxDomain:
      if let referral = answer.referral, zone.isSubdomain(of: referral.zone) {
        self = .refersUpwards
      } else {
        self = answer.isAuthoritative ? .working : .notAuthoritative
      }
    default: self = .refused
    }
  }

  /// Whether somebody answers, but not for the zone.
  var isLame: Bool { ![.working, .silent, .unknown].contains(self) }

  /// The word for the texts of `server-lame`.
  var word: String {
    switch self {
    case .working: "working"
    case .refused: "refused"
    case .failing: "servfail"
    case .notAuthoritative: "notAuthoritative"
    case .refersUpwards: "upwardReferral"
    case .silent: "silent"
    case .unknown: "unknown"
    }
  }
}

extension Evidence {
  /// What each server of a zone said when it was asked for the zone's SOA.
  func serverStates(
    of zone: ServedZone
  ) -> [(observation: Observation, state: ServerState)] {
    observations(.authoritative, Question(zone.name, .soa)).filter { observation in
      zone.nameServers.contains { $0.name == observation.server }
    }.map { ($0, ServerState($0, of: zone.name)) }
  }

  /// The servers of a zone that do their duty.
  func workingServers(of zone: ServedZone) -> [Server] {
    serverStates(of: zone).filter { $0.state == .working }.map(\.observation.serverAsked)
  }
}
