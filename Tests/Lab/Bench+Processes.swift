import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Bench {
  /// Empties the resolvers' caches by starting them anew, which takes a tenth of a second.
  func restartResolvers() async throws {
    try launch(.resolver)
    if programs.unbound != nil { try launch(.validator) }
    try await waitForResolvers(until: .now + Self.patience)
  }

  /// Starts a process, the running one ended first: asked to end, NSD ends its children too.
  func launch(_ process: LabProcess) throws {
    try state.withLock { state in
      if state.stopped { throw LabError.gone("\(process)") }
      if let running = state.processes.removeValue(forKey: process) {
        running.signal(SIGTERM)
        running.end(within: Self.grace)
      }
      let (program, arguments) = try command(process, state)
      state.processes[process] = try ChildProcess(
        program, arguments, log: "\(configuration.folder)/\(process).log")
      orphanGuard.watch(state.processes.values.map(\.pid))
    }
  }

  /// The command line of a process; the configuration of an NSD is written with its zones of now.
  private func command(_ process: LabProcess, _ state: State) throws -> (Program, [String]) {
    let folder = configuration.folder
    switch process {
    case .server(let server):
      let file = "\(server.name).conf"
      try write(configuration.nsd(server, zones: state.zones[server] ?? []), to: file)
      return (programs.nsd, ["-d", "-c", "\(folder)/\(file)"])
    case .resolver:
      let port = "\(configuration.port)"
      return (programs.named, ["-4", "-g", "-n", "1", "-p", port, "-c", "\(folder)/named.conf"])
    case .front:
      guard let dnsdist = programs.dnsdist else { throw LabError.gone("dnsdist") }
      return (dnsdist, ["--supervised", "--disable-syslog", "-C", "\(folder)/dnsdist.conf"])
    case .validator:
      guard let unbound = programs.unbound else { throw LabError.gone("unbound") }
      return (unbound, ["-d", "-c", "\(folder)/unbound.conf"])
    }
  }
}
