import DNS
import Diagnosis
import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gathers the evidence about one domain: asks everything, judges nothing.
public struct Inspector: Sendable {
  /// Whom to ask, and for how long.
  public struct Settings: Sendable {
    /// Recursive resolvers, asked for what the world sees.
    public var resolvers: [ServerAddress]
    /// Where traces begin.
    public var rootHints: RootHints
    /// The port of every server that a delegation leads to.
    public var port: UInt16
    /// One time limit for the whole look at a domain.
    public var timeout: Duration
    /// Servers of known DNS hosts, asked when the parent does not delegate the domain.
    public var hostServers: [DNSName]

    /// Settings from their parts.
    public init(
      resolvers: [ServerAddress], rootHints: RootHints = .iana,
      port: UInt16 = ServerAddress.standardPort, timeout: Duration = .seconds(8),
      hostServers: [DNSName] = []
    ) {
      self.resolvers = resolvers
      self.rootHints = rootHints
      self.port = port
      self.timeout = timeout
      self.hostServers = hostServers
    }
  }

  private let settings: Settings
  private let panel: Panel
  /// Counts every query that is sent.
  public let counter: QueryCounter

  /// An inspector with a thread of its own for the network.
  public init(settings: Settings) throws(NoAnswer) {
    self.settings = settings
    let client = Client(readiness: try Readiness())
    counter = client.counter
    panel = Panel(client: client, port: settings.port, usesIPv6: IPv6Route.exists)
  }

  /// Looks at a domain; ends when the time limit is over, with what was heard by then.
  public func evidence(
    of domain: DNSName, registrable: DNSName, expected: [ExpectedRecord]
  ) async -> Evidence {
    let deadline = ContinuousClock.now + settings.timeout
    let tracer = Tracer(panel: panel, hints: settings.rootHints)
    let delegation = await tracer.trace(domain, registrable: registrable, until: deadline)
    var evidence = Evidence(
      domain: domain, registrableDomain: registrable, checkedAt: time(nil), expected: expected,
      parent: delegation.parent, delegation: Evidence.Delegation(delegation.outcome),
      zone: delegation.outcome == .delegated ? delegation.zone : registrable,
      nameServers: delegation.outcome == .delegated ? delegation.nameServers : [])
    evidence.observations = delegation.parentReplies.map { Observation($0, role: .parent) }
    switch delegation.outcome {
    case .delegated:
      await askAuthoritative(&evidence, role: .authoritative, of: evidence.nameServers, deadline)
      await askResolvers(&evidence, deadline)
    case .absent:
      let hosts = settings.hostServers.map { NameServer($0) }
      let servers = await tracer.withAddresses(hosts, until: deadline)
      await askAuthoritative(&evidence, role: .undelegated, of: servers, deadline)
    case .unknown:
      break
    }
    return evidence
  }

  /// Asks every server of the zone for every record, and then for the places where a missing one
  /// may have been put by mistake.
  private func askAuthoritative(
    _ evidence: inout Evidence, role: Observation.Role, of servers: [NameServer],
    _ deadline: ContinuousClock.Instant
  ) async {
    let questions = evidence.expected.map(\.question)
    let replies = await panel.askEach(Self.distinct(questions), of: servers, until: deadline)
    evidence.observations += replies.map { Observation($0, role: role) }
    let absent = evidence.expected.filter { record in
      let states = evidence.authoritativeStates(of: record).map(\.state)
      return states.contains(.missing) && !states.contains(.match)
    }
    let misplaced = absent.flatMap { evidence.misplacedQuestions(for: $0) }
    guard !misplaced.isEmpty else { return }
    let more = await panel.askEach(Self.distinct(misplaced), of: servers, until: deadline)
    evidence.observations += more.map { Observation($0, role: role) }
  }

  /// Asks the resolvers for what is right at the zone's servers.
  ///
  /// A record that is missing or wrong there is not asked for: the question itself would plant the
  /// absence (RFC 2308 §5) or the wrong value in the resolver's cache, and make the person wait
  /// after it is put right.
  private func askResolvers(
    _ evidence: inout Evidence, _ deadline: ContinuousClock.Instant
  ) async {
    let questions = Self.distinct(evidence.settled.map(\.question))
    guard !questions.isEmpty else { return }
    evidence.observations += await withTaskGroup(of: (Int, [ServerReply]).self) { group in
      for (index, resolver) in settings.resolvers.enumerated() {
        group.addTask {
          (index, await panel.ask(questions, at: resolver, recursion: true, until: deadline))
        }
      }
      var replies: [(Int, [ServerReply])] = []
      for await reply in group { replies.append(reply) }
      return replies.sorted { $0.0 < $1.0 }.flatMap(\.1)
        .map { Observation($0, role: .resolver) }
    }
  }

  private static func distinct(_ questions: [Question]) -> [Question] {
    questions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
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
