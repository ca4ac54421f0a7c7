import DNS
import Foundation
import Synchronization

/// The running processes of a lab and the zones that they hold.
final class Bench: Sendable {
  let configuration: ServerConfiguration
  private let nsd: Program
  private let named: Program
  private let reservation: PortReservation
  private let orphanGuard: OrphanGuard
  private let state: Mutex<State>

  private struct State {
    var servers: [LabServer: ChildProcess] = [:]
    var resolver: ChildProcess?
    var zones: [LabServer: [LabZone]] = [:]
    var stopped = false

    var processes: [ChildProcess] { Array(servers.values) + [resolver].compactMap { $0 } }
  }

  /// How long a server has to end on SIGTERM before it is killed.
  private static let grace = Duration.seconds(2)
  /// How long a changed zone or a restarted server has to be served.
  private static let patience = Duration.seconds(10)

  /// Prepares a folder and a port and starts nothing yet.
  private init(_ zones: [LabZone], addresses: LabAddresses, nsd: Program, named: Program) throws {
    self.nsd = nsd
    self.named = named
    let all = LabServer.allCases.map { addresses[$0] } + ["127.0.0.1"]
    reservation = try PortReservation(addresses: all, lockAddress: addresses.lock)
    let temporary = FileManager.default.temporaryDirectory.path
    let folder = "\(temporary)/annai-lab-\(UUID().uuidString)"
    do {
      for name in LabServer.allCases.map(\.rawValue) + ["named"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
      orphanGuard = try OrphanGuard(folder: folder)
    } catch {
      reservation.release()
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    configuration = ServerConfiguration(
      folder: folder, addresses: addresses, port: reservation.port)
    var placed: [LabServer: [LabZone]] = [:]
    for zone in zones {
      for server in zone.place.servers { placed[server, default: []].append(zone) }
    }
    state = Mutex(State(zones: placed))
  }

  /// A bench whose servers all serve; another port is tried when somebody was faster.
  static func started(
    _ zones: [LabZone], addresses: LabAddresses, until deadline: ContinuousClock.Instant,
    programFolders: [String]? = nil
  ) async throws -> Bench {
    let nsd = try Program("nsd", in: programFolders)
    let named = try Program("named", in: programFolders)
    var attempts = 0
    while true {
      let bench = try Bench(zones, addresses: addresses, nsd: nsd, named: named)
      do {
        try await bench.start(until: deadline)
        return bench
      } catch {
        bench.stop()
        attempts += 1
        guard case LabError.portTaken = error, attempts < 5 else { throw error }
      }
    }
  }

  private func start(until deadline: ContinuousClock.Instant) async throws {
    let zones = state.withLock { $0.zones }
    for server in LabServer.allCases {
      for zone in zones[server] ?? [] { try write(zone, on: server) }
      try launch(server)
    }
    try write(configuration.hints, to: "root.hints")
    try write(configuration.named, to: "named.conf")
    try launchResolver()
    for server in LabServer.allCases {
      for zone in zones[server] ?? [] {
        try await waitUntilServed(zone, on: server, freshly: true, until: deadline)
      }
    }
    try await waitForResolver(until: deadline)
  }

  /// Ends everything; safe to call again.
  func stop() {
    let processes: [ChildProcess]? = state.withLock { state in
      if state.stopped { return nil }
      state.stopped = true
      defer {
        state.servers = [:]
        state.resolver = nil
      }
      return state.processes
    }
    guard let processes else { return }
    for process in processes { process.signal(SIGTERM) }
    for process in processes { process.end(within: Self.grace) }
    try? FileManager.default.removeItem(atPath: configuration.folder)
    orphanGuard.dismiss()
    reservation.release()
  }
}

// MARK: - Zones

extension Bench {
  /// The zone as it stands on a server.
  func zone(_ name: String, on server: LabServer) throws -> LabZone {
    let zones = state.withLock { $0.zones[server] ?? [] }
    guard let zone = zones.first(where: { $0.name == name }) else {
      throw LabError.gone("zone \(name) on \(server.rawValue)")
    }
    return zone
  }

  /// Writes a new version of a zone and has the server read it.
  func set(_ name: String, on server: LabServer, records: String) async throws {
    let (changed, isNew) = try state.withLock { state in
      guard let process = state.servers[server] else {
        throw LabError.gone("server \(server.rawValue)")
      }
      var zones = state.zones[server] ?? []
      let index = zones.firstIndex { $0.name == name }
      var changed = index.map { zones[$0] } ?? LabZone(name, records: records)
      changed.serial += 1
      changed.records = records
      if let index { zones[index] = changed } else { zones.append(changed) }
      state.zones[server] = zones
      try write(changed, on: server)
      if index != nil { process.signal(SIGHUP) }
      return (changed, index == nil)
    }
    if isNew { try launch(server) }
    try await waitUntilServed(
      changed, on: server, freshly: isNew, until: .now + Self.patience)
  }

  private func write(_ zone: LabZone, on server: LabServer) throws {
    try write(zone.text, to: "\(server.rawValue)/\(zone.file)")
  }

  private func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: "\(configuration.folder)/\(file)"), options: .atomic)
  }
}

// MARK: - Processes

extension Bench {
  /// Empties the resolver's cache by starting it anew, which takes a tenth of a second.
  func restartResolver() async throws {
    try launchResolver()
    try await waitForResolver(until: .now + Self.patience)
  }

  /// Starts a server with its present zones, the running one ended first.
  private func launch(_ server: LabServer) throws {
    try state.withLock { state in
      if state.stopped { throw LabError.gone("server \(server.rawValue)") }
      // Asked to end, NSD ends its children too; killed, it would leave them holding the port.
      state.servers.removeValue(forKey: server)?.end(within: Self.grace)
      let folder = configuration.folder
      let file = "\(server.rawValue).conf"
      try write(configuration.nsd(server, zones: state.zones[server] ?? []), to: file)
      state.servers[server] = try ChildProcess(
        nsd, ["-d", "-c", "\(folder)/\(file)"], log: "\(folder)/\(server.rawValue).log")
      orphanGuard.watch(state.processes.map(\.pid))
    }
  }

  private func launchResolver() throws {
    try state.withLock { state in
      if state.stopped { throw LabError.gone("resolver") }
      state.resolver?.end(within: .zero)
      state.resolver = nil
      let folder = configuration.folder
      state.resolver = try ChildProcess(
        named,
        ["-4", "-g", "-n", "1", "-p", "\(configuration.port)", "-c", "\(folder)/named.conf"],
        log: "\(folder)/named.log")
      orphanGuard.watch(state.processes.map(\.pid))
    }
  }
}

// MARK: - Waiting

extension Bench {
  /// NSD answers only when it has read all zones: what a fresh one does not serve, it never will.
  private func waitUntilServed(
    _ zone: LabZone, on server: LabServer, freshly: Bool, until deadline: ContinuousClock.Instant
  ) async throws {
    let probe = SerialProbe(
      address: configuration.addresses[server], port: configuration.port)
    try await wait(server.rawValue, zone, probe, final: freshly, until: deadline) {
      $0.servers[server]
    }
  }

  /// The resolver is ready when it has reached the root server through its hints.
  private func waitForResolver(until deadline: ContinuousClock.Instant) async throws {
    let zones = state.withLock { $0.zones[.root] ?? [] }
    guard let root = zones.first(where: { $0.name == "." }) else {
      throw LabError.gone("root zone")
    }
    let probe = SerialProbe(address: "127.0.0.1", port: configuration.port)
    try await wait("named", root, probe, final: false, until: deadline) { $0.resolver }
  }

  private func wait(
    _ server: String, _ zone: LabZone, _ probe: SerialProbe, final: Bool,
    until deadline: ContinuousClock.Instant, for process: (State) -> ChildProcess?
  ) async throws {
    let name = try DNSName(zone.origin)
    while true {
      // SOA queries do not change the state of a server, so they may be repeated freely.
      let answer = try await probe.ask(name)
      if answer == .serial(zone.serial) { return }
      guard let child = state.withLock({ process($0) }) else { throw LabError.gone(server) }
      let log = child.output
      if log.contains("ddress already in use") || log.contains("address in use") {
        throw LabError.portTaken(configuration.port)
      }
      let hopeless = final && answer != .nothing
      if hopeless || !child.isRunning || ContinuousClock.now > deadline {
        throw LabError.notServing(server: server, zone: zone.name, log: child.lastLines)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
