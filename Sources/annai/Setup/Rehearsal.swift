import DNS
import Diagnosis
import Inspection
import Localization
import Playbook
import Practice
import RegistryAccess
import Resolution

/// The practice world as the wizard meets it: whom to ask, and what the person's hands do.
final class Rehearsal {
  let scenario: Scenario
  private let world: World
  private var isPrepared = false
  private var hasBeenChecked = false

  /// A world in which the scenario is told; it begins at `epoch`, in seconds since 1970 UTC, or now.
  init(scenario id: String, epoch: Int? = nil) throws {
    guard let scenario = Scenario(id: id) else {
      throw Failure(
        .usage, "error.unknown-scenario",
        ["id": .text(id), "ids": .list(Scenario.all.map(\.id))])
    }
    self.scenario = scenario
    world = try Self.world(scenario, epoch: epoch)
  }

  static func world(_ scenario: Scenario, port: UInt16 = 0, epoch: Int? = nil) throws -> World {
    do {
      return try World(scenario: scenario, port: port, epoch: epoch)
    } catch {
      throw Failure(.notChecked, "error.practice-world", ["reason": .text("\(error)")])
    }
  }

  /// The network of the world, with this machine's time limit.
  func settings(_ settings: Inspector.Settings) -> Inspector.Settings {
    var settings = settings
    settings.resolvers = [world.resolver, world.secondResolver].map {
      ServerAddress($0.address, port: $0.port)
    }
    settings.rootHints = RootHints(
      servers: world.rootServers.map { NameServer($0.name, addresses: [$0.address]) })
    settings.port = world.port
    // Nothing outside this machine is asked, whatever the options say.
    settings.registration.settings = RegistrationSettings()
    settings.registration.settings.rdapBase = RDAPBase(world.registryService)
    return settings
  }

  /// What was seen as the story tells it: at the world's own time, on the port that all servers of
  /// the Internet have.
  var told: @Sendable (Evidence) -> Evidence {
    { [world] evidence in evidence.told(at: world.moment, withoutPort: world.port) }
  }

  /// Refuses a story that this playbook cannot tell, because the record that it is about is not in
  /// it: two SPF records, where the playbook has none at the sender domain.
  func requireFit(_ playbook: Playbook) throws(Failure) {
    guard !scenario.rounds.allSatisfy({ Self.canTell($0, with: playbook) }) else { return }
    throw Failure(
      .usage, "error.practice-playbook",
      ["scenario": .text(scenario.id), "playbook": .text(playbook.id)])
  }

  private static func canTell(_ condition: Practice.Condition, with playbook: Playbook) -> Bool {
    switch condition {
    case .secondSPF:
      let domain = playbook.domainInput?.id ?? ""
      return playbook.records.contains {
        $0.purpose == .spf && $0.name.source == "{\(domain)}"
      }
    case .missingDot, .corporateMailbox: return playbook.records.contains { $0.type == .mx }
    case .cutKey: return playbook.records.contains { $0.purpose == .dkim && $0.type == .txt }
    default: return true
    }
  }

  /// What a person in this scenario answers to a question: the scenario's domain and key, else what
  /// the playbook gives as an example. Nobody needs what may be left out.
  func proposal(for input: Input) -> String? {
    switch input.kind {
    case .domain: scenario.domain.withoutFinalDot
    case .recordValue where input.keyTag != nil: scenario.answers["dkimValue"]
    default: input.default ?? (input.isRequired ? input.example : nil)
    }
  }

  /// Such answers to every question, by id.
  func proposals(for playbook: Playbook) -> [String: String] {
    playbook.inputs.reduce(into: [:]) { $0[$1.id] = proposal(for: $1) }
  }

  /// The domain is registered and has its zone at the DNS host, as before any record is added.
  func open(_ domain: DNSName) throws {
    do {
      try world.serve(domain)
    } catch {
      throw Failure(.usage, "error.practice-domain", ["domain": .text(domain.withoutFinalDot)])
    }
  }

  /// The person adds the records; the scenario's mistake happens here.
  func add(_ records: [PlannedRecord], for domain: DNSName) throws {
    try open(domain)
    world.addRecords(records.map(\.published))
    isPrepared = true
    hasBeenChecked = false
  }

  /// Before each look: the first one sees the mistake, every further one the next round.
  ///
  /// - Returns: what happened in the world, as steps of a walkthrough.
  func beforeCheck(
    _ records: [PlannedRecord], for domain: DNSName, waiting seconds: Int?
  ) throws -> [Walkthrough.Action] {
    var steps: [Walkthrough.Action] = []
    if !isPrepared {
      try add(records, for: domain)
      steps.append(.add([]))
    }
    if hasBeenChecked {
      world.nextRound()
      steps.append(.next)
      if let seconds {
        world.passTime(seconds: UInt32(clamping: seconds))
        steps.append(.advance(seconds: nil))
      }
    }
    hasBeenChecked = true
    return steps
  }

  /// The scenario goes on: a mistake is put right, a hold is lifted.
  func goOn() { world.nextRound() }

  /// Time passes in the world; nobody waits.
  func passTime(seconds: Int) { world.passTime(seconds: UInt32(clamping: seconds)) }

  /// The person adds records that no playbook asks for.
  func publish(_ records: [ResourceRecord], for domain: DNSName) throws {
    try open(domain)
    world.addRecords(records)
  }

  /// Presses the last button in the service's console; true when it shows "verified".
  func submit(_ records: [PlannedRecord], for domain: DNSName) throws -> Bool {
    if !isPrepared { try catchUp(records, for: domain) }
    if world.submit(expected: records.map(\.published)) == .verified { return true }
    // An old answer may be in the way: its time passes before the button is pressed again.
    world.passTime(seconds: PlannedRecord.publishedTTL)
    return false
  }

  /// A run that is resumed at its end was verified in a world that is gone: this one becomes like
  /// it, every mistake put right and every cache renewed.
  private func catchUp(_ records: [PlannedRecord], for domain: DNSName) throws {
    try add(records, for: domain)
    for _ in scenario.rounds { world.nextRound() }
    world.passTime(seconds: 86_400)
  }
}

extension PlannedRecord {
  /// The TTL of the records in the practice world, in seconds.
  static let publishedTTL: UInt32 = 600

  /// The record as it would be published, text in strings of 255 octets (RFC 1035 §3.3).
  var published: ResourceRecord {
    let data: RecordData
    if type == .mx, let exchange = try? DNSName(value) {
      data = .mx(preference: priority ?? 10, exchange: exchange)
    } else if type == .cname, let target = try? DNSName(value) {
      data = .name(target)
    } else {
      let octets = Array(value.utf8)
      let starts = stride(from: 0, to: max(octets.count, 1), by: 255)
      data = .txt(starts.map { Array(octets[$0..<min($0 + 255, octets.count)]) })
    }
    return ResourceRecord(name: name, type: type, ttl: Self.publishedTTL, data: data)
  }
}
