import DNS

/// Why a resolver of this machine's network is not believed.
struct ResolverDoubt: Hashable, Sendable {
  /// What it does.
  enum Kind: String, Hashable, Sendable {
    /// It leads names that do not exist to an address in the local network.
    case captivePortal
    /// It answers names that do not exist.
    case rewriting
    /// It speaks for the zone itself, and says something else than the zone's servers.
    case splitView
  }

  /// What it does.
  let kind: Kind
  /// The answer that shows it.
  let observation: Observation
}

extension Evidence {
  /// The resolvers of this machine's network that are not believed, each with one reason.
  var untrustworthyResolvers: [ResolverDoubt] { index.value?.doubts ?? findDoubts() }

  /// Looks for them.
  func findDoubts() -> [ResolverDoubt] {
    guard let ownResolvers, !ownResolvers.isEmpty else { return [] }
    let doubts = inventions + ownZones
    return ownResolvers.compactMap { address in
      doubts.first { $0.observation.address == address }
    }
  }

  /// Answers for a random name that other resolvers deny.
  private var inventions: [ResolverDoubt] {
    let controls = observations.filter { $0.role == .control && $0.question.type == .a }
    return Dictionary(grouping: controls, by: \.question).values.flatMap { answers in
      let inventing = Set(answers.filter { !$0.ownRecords.isEmpty }.map(\.address))
      let denying = Set(answers.filter(\.isDenial).map(\.address)).subtracting(inventing)
      // Where several agree, it may be a wildcard of the zone above.
      guard inventing.count == 1, !denying.isEmpty else { return [ResolverDoubt]() }
      return answers.filter { !$0.ownRecords.isEmpty }.map { observation in
        let isLocal = observation.ownRecords.compactMap(\.address)
          .contains { PrivateNetwork.of($0) != nil }
        return ResolverDoubt(kind: isLocal ? .captivePortal : .rewriting, observation: observation)
      }
    }
  }

  /// Wrong answers with authority: a resolver that only passes on what it heard never has it
  /// (RFC 1034 §4.3.1).
  private var ownZones: [ResolverDoubt] {
    expected.filter { record in
      Set(authoritativeStates(of: record).map(\.state)).subtracting([.unknown]) == [.match]
    }.flatMap { record in
      observations(.resolver, record.question).filter { observation in
        observation.answer?.isAuthoritative == true && record.state(in: observation) != .match
      }.map { ResolverDoubt(kind: .splitView, observation: $0) }
    }
  }
}

extension Observation {
  /// Whether the server says that there is no such name.
  fileprivate var isDenial: Bool { answer?.code == .nxDomain }
}
