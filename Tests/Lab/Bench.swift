import DNS
import Foundation
import Synchronization

/// The running processes of a lab and the zones that they hold.
final class Bench: Sendable {
  let configuration: ServerConfiguration
  let programs: LabPrograms
  let signer: Signer?
  let orphanGuard: OrphanGuard
  let state: Mutex<State>
  private let front: FrontConfiguration
  private let reservation: PortReservation

  struct State {
    var processes: [LabProcess: ChildProcess] = [:]
    var zones: [LabServer: [LabZone]] = [:]
    var stopped = false
  }

  /// What a lab has besides its ordinary servers.
  struct Options {
    var faults: [LabFault] = []
    var validating = false
    /// Where programs are looked for instead of the search path.
    var programFolders: [String]?
  }

  /// How long a server has to end on SIGTERM before it is killed.
  static let grace = Duration.seconds(2)
  /// How long a changed zone or a restarted server has to be served.
  static let patience = Duration.seconds(10)

  /// Prepares a folder and a port and starts nothing yet.
  private init(
    _ zones: [LabZone], addresses: LabAddresses, options: Options, programs: LabPrograms
  ) throws {
    self.programs = programs
    var placed: [LabServer: [LabZone]] = [:]
    for server in LabServer.always { placed[server] = [] }
    for zone in zones {
      for server in zone.place.servers { placed[server, default: []].append(zone) }
    }
    let isFronted = !options.faults.isEmpty
    var all = placed.keys.flatMap { addresses.open($0) } + [addresses.resolver]
    if isFronted {
      all += LabServer.always.map { addresses.behind($0) }
      all += [addresses.resolverFront, addresses.frontProbe]
    }
    if options.validating { all.append(addresses.validator) }
    reservation = try PortReservation(addresses: all, lockAddress: addresses.lock)
    let temporary = FileManager.default.temporaryDirectory.path
    let folder = "\(temporary)/annai-lab-\(UUID().uuidString)"
    do {
      for name in placed.keys.map(\.name) + ["named", "keys"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
      signer =
        options.validating
        ? try Signer(folder: "\(folder)/keys", programFolders: options.programFolders) : nil
      orphanGuard = try OrphanGuard(folder: folder)
    } catch {
      reservation.release()
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    configuration = ServerConfiguration(
      folder: folder, addresses: addresses, port: reservation.port, isFronted: isFronted)
    front = FrontConfiguration(
      addresses: addresses, port: reservation.port, faults: options.faults)
    state = Mutex(State(zones: placed))
  }

  /// A bench whose servers all serve; another port is tried when somebody was faster.
  static func started(
    _ zones: [LabZone], addresses: LabAddresses, options: Options = Options(),
    until deadline: ContinuousClock.Instant
  ) async throws -> Bench {
    let programs = try LabPrograms(
      isFronted: !options.faults.isEmpty, isValidating: options.validating,
      in: options.programFolders)
    var attempts = 0
    while true {
      let bench = try Bench(zones, addresses: addresses, options: options, programs: programs)
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
    let held = state.withLock { $0.zones }.sorted { $0.key.name < $1.key.name }
    try write(configuration.hints, to: "root.hints")
    try write(configuration.named, to: "named.conf")
    try write(ServerConfiguration.ownZone.text, to: "named/own.zone")
    if programs.dnsdist != nil {
      try write(front.text, to: "dnsdist.conf")
      try launch(.front)
    }
    try launch(.resolver)
    try writeFirst(held)
    for (server, _) in held { try launch(.server(server)) }
    if programs.unbound != nil {
      try write(configuration.unbound, to: "unbound.conf")
      try launch(.validator)
    }
    for (server, zones) in held {
      for zone in zones {
        try await waitUntilServed(zone, on: server, freshly: true, until: deadline)
      }
    }
    try await waitForResolvers(until: deadline)
  }

  /// Ends everything; safe to call again.
  func stop() {
    let processes: [ChildProcess]? = state.withLock { state in
      if state.stopped { return nil }
      state.stopped = true
      defer { state.processes = [:] }
      return Array(state.processes.values)
    }
    guard let processes else { return }
    for process in processes { process.signal(SIGTERM) }
    for process in processes { process.end(within: Self.grace) }
    try? FileManager.default.removeItem(atPath: configuration.folder)
    orphanGuard.dismiss()
    reservation.release()
  }
}
