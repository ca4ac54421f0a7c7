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
    /// Servers of known DNS hosts, asked when the parent does not delegate the domain, and for
    /// records that the delegated servers do not have; wanted only then.
    public var hostServers: @Sendable () async -> [DNSName]
    /// When the registry is asked, and how.
    public var registration: RegistrationInquiry
    /// Those of the resolvers that belong to this machine's network.
    public var ownResolvers: [ServerAddress] = []
    /// Networks elsewhere, on whose behalf the records are asked for too: where mail services look
    /// from.
    public var subnets = ClientSubnet.farAway
    /// What is known of the zone that the person edits.
    public var editedZone: EditedZone?

    /// Settings from their parts.
    public init(
      resolvers: [ServerAddress], rootHints: RootHints = .iana,
      port: UInt16 = ServerAddress.standardPort, timeout: Duration = .seconds(8),
      hostServers: @escaping @Sendable () async -> [DNSName] = { [] },
      registration: RegistrationInquiry = RegistrationInquiry()
    ) {
      self.resolvers = resolvers
      self.rootHints = rootHints
      self.port = port
      self.timeout = timeout
      self.hostServers = hostServers
      self.registration = registration
    }
  }

  let settings: Settings
  let panel: Panel
  /// Asks the resolvers what nobody but they need be asked.
  let stub: StubResolver
  /// Counts every query that is sent.
  public let counter: QueryCounter

  /// An inspector with a thread of its own for the network.
  public init(settings: Settings) throws(NoAnswer) {
    self.settings = settings
    let client = Client(readiness: try Readiness())
    counter = client.counter
    panel = Panel(client: client, port: settings.port, usesIPv6: IPv6Route.exists)
    stub = StubResolver(client: client, resolvers: settings.resolvers)
  }

  /// Looks at a domain; ends when the time limit is over, with what was heard by then.
  public func evidence(
    of domain: DNSName, registrable: DNSName, expected: [ExpectedRecord]
  ) async -> Evidence {
    let deadline = ContinuousClock.now + settings.timeout
    async let atOnce = askRegistryAtOnce(about: registrable, deadline)
    let (heard, tell) = AsyncStream.makeStream(of: Evidence.self)
    async let behind = lookBehindMailRecords(
      of: domain, registrable, expected, heard: heard, deadline)
    let tracer = Tracer(panel: panel, hints: settings.rootHints)
    let delegation = await tracer.trace(registrable, until: deadline)
    async let ifNeeded = askRegistryIfNeeded(about: registrable, delegation, deadline)
    var evidence = Evidence(
      domain: domain, registrableDomain: registrable, checkedAt: time(nil), expected: expected,
      parent: delegation.parent, delegation: Evidence.Delegation(delegation.outcome),
      zone: registrable,
      nameServers: delegation.outcome == .delegated ? delegation.nameServers : [])
    evidence.ownResolvers = settings.ownResolvers.map(\.description)
    evidence.editedZone = settings.editedZone
    evidence.observations = delegation.parentReplies.map { Observation($0, role: .parent) }
    switch delegation.outcome {
    case .delegated:
      async let signers = askForSigners(registrable, of: delegation.parentServers, deadline)
      await askZones(&evidence, tracer, deadline)
      let own = evidence
      tell.yield(own)
      // What is right already need not wait for the search for what is not.
      let settled = evidence.settled
      let (domain, parent) = (registrable, evidence.parent)
      async let seen = askResolvers(for: settled, deadline)
      async let remembered = askResolversAboutDelegation(
        settled.isEmpty ? nil : domain, below: parent, deadline)
      evidence.observations += await signers
      await searchFurther(&evidence, tracer, deadline)
      evidence.observations += await seen + remembered
      let later = evidence.settled.filter { !settled.contains($0) }
      evidence.observations += await askResolvers(for: later, deadline)
      await askWithoutValidation(&evidence, deadline)
      evidence.observations += await behind
    case .absent:
      let hosts = await settings.hostServers().map { NameServer($0) }
      let servers = await tracer.withAddresses(hosts, until: deadline)
      let questions = evidence.expected.map(\.question).distinct
      let replies = await panel.askEach(questions, of: servers, until: deadline)
      evidence.observations += replies.map { Observation($0, role: .undelegated) }
    case .unknown where ContinuousClock.now < deadline:
      evidence.observations += await askControls(Question(.root, .ns), deadline)
    case .unknown: break
    }
    let hosts = await tracer.hostReplies
    evidence.observations += hosts.map { Observation($0, role: .host) }
    let (first, later) = await (atOnce, ifNeeded)
    evidence.registration = first ?? later
    await askForTheTime(&evidence, deadline)
    return evidence
  }

  /// Whether the zone above says that the domain is signed (RFC 4035 §2.4: DS stands there).
  private func askForSigners(
    _ domain: DNSName, of servers: [NameServer], _ deadline: ContinuousClock.Instant
  ) async -> [Observation] {
    // Two are enough: servers of one zone that disagree are the registry's affair.
    let some = servers.filter { !$0.addresses.isEmpty }.prefix(2).map { server in
      NameServer(server.name, addresses: Array(server.addresses.prefix(1)))
    }
    let replies = await panel.askEach([Question(domain, .ds)], of: some, until: deadline)
    return replies.map { Observation($0, role: .parent) }
  }
}

extension [Question] {
  /// Each question once.
  var distinct: [Question] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
