import DNS

/// Everything about a world that changes; the servers' thread and the callers take turns with it.
struct WorldState: Sendable {
  /// A registered domain at the DNS host.
  private struct Registered: Sendable {
    var senders: [DNSName]
    var added: [ResourceRecord] = []
  }

  let scenario: Scenario
  let landscape: Landscape
  private(set) var clock: UInt64 = 0
  private var round = 0
  private var serial: UInt32 = 1
  private var registered: [DNSName: Registered] = [:]
  private var internet: Internet
  private var resolvers: [IPAddress: Resolver]

  init(scenario: Scenario, landscape: Landscape) {
    self.scenario = scenario
    self.landscape = landscape
    internet = Internet(landscape: landscape)
    resolvers = Dictionary(uniqueKeysWithValues: landscape.resolvers.map { ($0, Resolver()) })
  }

  private var condition: Condition {
    scenario.rounds.indices.contains(round) ? scenario.rounds[round] : .asAdded
  }

  func isResolver(_ address: IPAddress) -> Bool { resolvers[address] != nil }

  /// What the server at `address` says.
  mutating func answer(_ question: Question, at address: IPAddress) -> Answer {
    if resolvers[address] != nil {
      return resolvers[address]?.answer(question, in: internet, now: clock)
        ?? Answer(code: .servFail)
    }
    return internet.ask(question, at: address) ?? Answer(code: .refused)
  }

  mutating func register(_ sender: DNSName, zone: DNSName) throws(PracticeError) {
    var entry = registered[zone] ?? Registered(senders: [])
    guard !entry.senders.contains(sender) else { return }
    let count = registered.values.reduce(0) { $0 + $1.senders.count }
    guard count < World.mostDomains else { throw .tooManyDomains }
    entry.senders.append(sender)
    registered[zone] = entry
    rebuild()
  }

  /// Adds records; those that no zone here takes come back.
  mutating func add(_ records: [ResourceRecord]) -> [ResourceRecord] {
    var refused: [ResourceRecord] = []
    var accepted: [DNSName: [ResourceRecord]] = [:]
    for record in records {
      guard let zone = zone(for: record), accepted[zone, default: []].count < World.mostRecords
      else {
        refused.append(record)
        continue
      }
      accepted[zone, default: []].append(record.storable)
    }
    if condition == .askedTooEarly { askEarly(accepted.values.flatMap { $0 }) }
    if condition == .heldBefore { askDuringHold(accepted) }
    for (zone, new) in accepted {
      guard var entry = registered[zone] else { continue }
      // Who adds a set again has changed his mind: the earlier one goes.
      entry.added.removeAll { old in
        new.contains { $0.name == old.name && $0.type == old.type }
      }
      let room = max(0, World.mostRecords - entry.added.count)
      entry.added += new.prefix(room)
      refused += new.dropFirst(room)
      registered[zone] = entry
    }
    rebuild()
    return refused
  }

  /// The registered domain whose zone a record belongs into.
  private func zone(for record: ResourceRecord) -> DNSName? {
    // The DNS host keeps the SOA itself; the other types stand in no zone.
    guard record.type != .soa, !record.type.isMeta else { return nil }
    return sequence(first: record.name, next: \.parent).first { registered[$0] != nil }
  }

  /// Lets the resolvers find out that the DKIM keys are not there, some time ago.
  private mutating func askEarly(_ records: [ResourceRecord]) {
    let present = registered.values.flatMap(\.added).map { Question($0.name, $0.type) }
    let early = Set(records.filter(\.isDKIM).map { Question($0.name, $0.type) })
      .subtracting(present)
    guard !early.isEmpty else { return }
    for address in landscape.resolvers {
      for question in early {
        resolvers[address]?.forget(question.name)
        _ = resolvers[address]?.answer(question, in: internet, now: clock)
      }
    }
    passTime(Condition.earlyQuestionAge)
  }

  /// Lets the resolvers find out that the domains do not exist, some time ago.
  private mutating func askDuringHold(_ records: [DNSName: [ResourceRecord]]) {
    let held = Internet(landscape: landscape, senderZones: senderZones, held: Set(records.keys))
    for address in landscape.resolvers {
      for record in records.values.joined() {
        _ = resolvers[address]?.answer(
          Question(record.name, record.type), in: held, now: clock)
      }
    }
    passTime(Condition.earlyQuestionAge)
  }

  /// What the registry has on record about a domain; nil when it has none of this name.
  func registryEntry(of domain: DNSName) -> RegistryEntry? {
    guard registered[domain] != nil else { return nil }
    return condition.registryEntry(
      nameServers: landscape.dnsHostServers, standIn: landscape.standInServers,
      previous: landscape.oldHostServers)
  }

  mutating func passTime(_ seconds: UInt32) {
    let (sum, overflow) = clock.addingReportingOverflow(UInt64(seconds))
    // Room for the TTLs that are added to the clock.
    clock = overflow ? clock : min(sum, UInt64.max / 2)
  }

  mutating func nextRound() {
    guard round + 1 < scenario.rounds.count else { return }
    round += 1
    rebuild()
  }

  private mutating func rebuild() {
    serial = serial &+ 1
    let zones = senderZones
    let known = Set(registered.keys).union(landscape.zones.map(\.origin))
    let services = ServiceZones.zones(
      behind: zones.flatMap(\.records), except: known, in: landscape)
    internet = Internet(
      landscape: landscape, senderZones: zones + services,
      held: condition.isDelegated ? [] : Set(registered.keys),
      standIns: standIns)
  }

  /// The zones that stand elsewhere than at the DNS host.
  private var standIns: [HostedZone] {
    switch condition {
    case .suspended: registered.keys.map { landscape.standInZone($0, at: landscape.standInServers) }
    case .wrongHost: registered.keys.map { landscape.standInZone($0, at: landscape.oldHostServers) }
    default: []
    }
  }

  /// The zones of the registered domains at the DNS host, and those that their records lead to.
  private var senderZones: [HostedZone] {
    let neighbours = Neighbours(
      of: registered.values.flatMap(\.added), registered: Set(registered.keys),
      known: Set(landscape.zones.map(\.origin)))
    let own = registered.map { origin, entry in
      landscape.senderZone(
        origin, serial: serial,
        records: condition.published(entry.added, zone: origin, senders: entry.senders)
          + (neighbours.own[origin] ?? []))
    }
    return own
      + neighbours.others.map { origin, records in
        landscape.senderZone(origin, serial: serial, records: records)
      }
  }
}

extension ResourceRecord {
  /// Strings over 255 octets are cut into several, as DNS consoles do it (RFC 1035 §3.3).
  fileprivate var storable: ResourceRecord {
    guard case .txt(let strings) = data else { return self }
    var record = self
    let cut = strings.flatMap(\.characterStrings)
    record.data = .txt(cut.isEmpty ? [[]] : cut)
    return record
  }
}
