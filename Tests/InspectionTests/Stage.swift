import DNS
import Diagnosis
import Inspection
import Practice
import RegistryAccess
import Resolution
import Testing

/// A practice world, and an inspector that looks at nothing else.
struct Stage {
  let world: World
  let domain: DNSName
  let registrable: DNSName
  /// The records that the mail service asks for.
  let expected: [ExpectedRecord]
  /// Whom the inspector asks.
  let settings: Inspector.Settings
  private let inspector: Inspector

  /// A world of this scenario; `adding` names the records that the person adds.
  init(
    _ id: String, domain text: String = "mail.example.com", adding ids: Set<String>? = nil,
    resolvers: [ServerAddress]? = nil, knowsHost: Bool = true,
    registration occasion: RegistrationInquiry.Occasion = .auto, timeout: Duration = .seconds(30)
  ) throws {
    let scenario = try #require(Scenario(id: id))
    let world = try World(scenario: scenario)
    let domain = try DNSName(text)
    let registrable = try #require(PublicSuffixList.registrableDomain(of: domain))
    try world.serve(domain)
    let records = try scenario.records.map { record in
      try record.moved(from: scenario.domain, to: domain)
    }
    let expected = records.map(ExpectedRecord.init(asking:))
    let added = zip(records, expected).filter { ids?.contains($0.1.id) ?? true }.map(\.0)
    #expect(world.addRecords(added).isEmpty)
    var services = RegistrationSettings()
    services.rdapBase = RDAPBase(world.registryService)
    let hosts = knowsHost ? world.knownHosts.keys.sorted() : []
    let settings = Inspector.Settings(
      resolvers: resolvers
        ?? [world.resolver, world.secondResolver].map {
          ServerAddress($0.address, port: $0.port)
        },
      rootHints: RootHints(
        servers: world.rootServers.map { NameServer($0.name, addresses: [$0.address]) }),
      port: world.port, timeout: timeout,
      hostServers: { hosts },
      registration: RegistrationInquiry(occasion, settings: services))
    self.world = world
    self.domain = domain
    self.registrable = registrable
    self.expected = expected
    self.settings = settings
    inspector = try Inspector(settings: settings)
  }

  /// Somebody asks both resolvers for the text records at the domain.
  func askResolvers() async throws {
    let client = Client(readiness: try Readiness())
    for resolver in [world.resolver, world.secondResolver] {
      let answer = await client.ask(
        Question(domain, .txt), at: ServerAddress(resolver.address, port: resolver.port),
        QueryOptions(recursion: true), until: .now + .seconds(30))
      #expect((try? answer.get()) != nil)
    }
  }

  /// Looks once with other settings.
  func look(_ settings: Inspector.Settings) async throws -> Look {
    let evidence = await (try Inspector(settings: settings)).evidence(
      of: domain, registrable: registrable, expected: expected)
    return Look(evidence: evidence, queries: 0)
  }

  /// Looks once.
  func look() async -> Look {
    let before = inspector.counter.count
    let evidence = await inspector.evidence(
      of: domain, registrable: registrable, expected: expected)
    return Look(evidence: evidence, queries: inspector.counter.count - before)
  }
}

/// What one look at a domain came to, in words that a test can compare.
struct Look {
  let evidence: Evidence
  let verdict: Verdict
  let queries: Int

  init(evidence: Evidence, queries: Int) {
    self.evidence = evidence
    self.queries = queries
    verdict = Verdict(evidence)
  }

  var causes: [String] {
    verdict.findings.filter { !$0.isConsequence }.map(\.id.rawValue)
  }
  var consequences: [String] {
    verdict.findings.filter(\.isConsequence).map(\.id.rawValue)
  }
  var records: [String] { verdict.records.map { "\($0.expected.id) \($0.status.rawValue)" } }

  /// Ids of the expected records that resolvers were asked for, each as often as it was.
  var askedOfResolvers: [String] {
    let asked = evidence.observations.filter { $0.role == .resolver }.map(\.question)
    return evidence.expected.flatMap { record in
      asked.filter { $0 == record.question }.map { _ in record.id }
    }
  }

  func observations(_ role: Observation.Role) -> [Observation] {
    evidence.observations.filter { $0.role == role }
  }
}

extension ResourceRecord {
  /// The same record for another sender domain.
  fileprivate func moved(from old: DNSName, to new: DNSName) throws -> ResourceRecord {
    var record = self
    let own = name.labels.dropLast(old.labels.count)
    record.name = try DNSName(labels: own + new.labels)
    return record
  }
}

extension ExpectedRecord {
  /// What a mail service asks for that wants exactly this record.
  fileprivate init(asking record: ResourceRecord) {
    if case .mx(let preference, let exchange) = record.data {
      self.init(
        id: "mx", purpose: .mx, name: record.name, type: .mx, value: exchange.description,
        priority: preference)
      return
    }
    let value = String(decoding: record.text ?? [], as: UTF8.self)
    let purpose: Purpose =
      if value.hasPrefix("v=spf1") { .spf } else if value.hasPrefix("v=DKIM1") { .dkim } else {
        .dmarc
      }
    self.init(
      id: purpose.rawValue, purpose: purpose, name: record.name, type: .txt, value: value)
  }
}
