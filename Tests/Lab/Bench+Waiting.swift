import DNS
import Synchronization

extension Bench {
  /// NSD answers only when it has read all zones: what a fresh one does not serve, it never will.
  ///
  /// While it reads a zone anew, the process before still answers some milliseconds beside the new
  /// one, so the new serial has to come many times in a row.
  func waitUntilServed(
    _ zone: LabZone, on server: LabServer, freshly: Bool, until deadline: ContinuousClock.Instant
  ) async throws {
    for address in configuration.listening(server) {
      try await wait(
        .server(server), at: address, zone, final: freshly, times: freshly ? 1 : 20,
        until: deadline)
    }
  }

  /// The resolver is ready when it has reached the root server through its hints. Behind a fault it
  /// may never do so, and a zone of its own has to be enough.
  func waitForResolvers(until deadline: ContinuousClock.Instant) async throws {
    let addresses = configuration.addresses
    let root = try zone(".", on: .root)
    let isFronted = programs.dnsdist != nil
    let asked = isFronted ? ServerConfiguration.ownZone : root
    if isFronted {
      try await wait(.front, at: addresses.frontProbe, root, final: false, until: deadline)
    }
    try await wait(.resolver, at: addresses.resolver, asked, final: false, until: deadline)
    if programs.unbound != nil {
      try await wait(.validator, at: addresses.validator, asked, final: false, until: deadline)
    }
  }

  private func wait(
    _ process: LabProcess, at address: String, _ zone: LabZone, final: Bool, times: Int = 1,
    until deadline: ContinuousClock.Instant
  ) async throws {
    let probe = SerialProbe(address: address, port: configuration.port)
    let name = try DNSName(zone.origin)
    var inARow = 0
    while true {
      // SOA queries do not change the state of a server, so they may be repeated freely.
      let answer = try await probe.ask(name)
      inARow = answer == .serial(zone.serial) ? inARow + 1 : 0
      if inARow == times { return }
      if inARow > 0 {
        try await Task.sleep(for: .milliseconds(2))
        continue
      }
      guard let child = state.withLock({ $0.processes[process] }) else {
        throw LabError.gone("\(process)")
      }
      let log = child.output
      if log.contains("ddress already in use") || log.contains("address in use") {
        throw LabError.portTaken(configuration.port)
      }
      let hopeless = final && answer != .nothing
      if hopeless || !child.isRunning || ContinuousClock.now > deadline {
        throw LabError.notServing(server: "\(process)", zone: zone.name, log: child.lastLines)
      }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
