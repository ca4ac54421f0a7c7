import DNS
import Localization
import Resolution

/// Puts lookups to servers.
struct Digger: Sendable {
  private let client: Client
  private let network: NetworkSettings

  init(_ settings: DigSettings, _ readiness: Readiness?) throws {
    network = settings.network
    do {
      client = Client(readiness: try readiness ?? Readiness())
    } catch {
      throw Failure(.internalError, "error.no-sockets")
    }
  }

  /// One lookup: the answer of the first server that gives one, or each step of a trace.
  func look(_ lookup: DigLookup) async -> [DigResult] {
    let deadline = ContinuousClock.now + patience(lookup)
    if lookup.traces { return await trace(lookup, deadline) }
    let servers = await servers(lookup, deadline)
    var last = DigResult(servers.first, named: lookup.server, .failure(.unreachable))
    for server in servers {
      let question = Question(lookup.name, lookup.type)
      let result = await client.ask(question, at: server, lookup.options, until: deadline)
      last = DigResult(server, named: host(lookup), result)
      last.serverCount = servers.count
      let isFailure = last.reply?.message.responseCode == .servFail
      if last.reply != nil, lookup.stopsAtFailure || !isFailure { break }
    }
    return [last]
  }

  /// `@server` without the port that annai takes behind it.
  private func host(_ lookup: DigLookup) -> String? {
    lookup.server.map { String($0.prefix { $0 != "#" }) }
  }

  /// Every try of every server, and not less than the usual limit.
  private func patience(_ lookup: DigLookup) -> Duration {
    let tries = (lookup.options.patience ?? []).reduce(.zero, +)
    let isAddress = lookup.server.flatMap { ServerAddress($0) } != nil
    return max(network.timeout, tries * (isAddress ? 1 : max(1, network.resolvers.count)))
  }

  /// The servers to ask: `@server`, which may be a name, or the usual resolvers.
  private func servers(
    _ lookup: DigLookup, _ deadline: ContinuousClock.Instant
  ) async -> [ServerAddress] {
    guard let text = lookup.server else {
      return network.resolvers.filter { fits($0.address, lookup) }
        .map { ServerAddress($0.address, port: lookup.port ?? $0.port) }
    }
    if let server = ServerAddress(text, defaultPort: lookup.port ?? ServerAddress.standardPort) {
      return fits(server.address, lookup) ? [server] : []
    }
    guard let name = try? DNSName(internationalized: text) else { return [] }
    var addresses: [IPAddress] = []
    for resolver in network.resolvers where addresses.isEmpty {
      for type in [RecordType.a, .aaaa] {
        let question = Question(name, type)
        let result = await client.ask(
          question, at: resolver, QueryOptions(recursion: true), until: deadline)
        guard let reply = try? result.get() else { continue }
        addresses += reply.message.answer.compactMap { record in
          if case .address(let address) = record.data { address } else { nil }
        }
      }
    }
    return addresses.filter { fits($0, lookup) }
      .map { ServerAddress($0, port: lookup.port ?? ServerAddress.standardPort) }
  }

  private func fits(_ address: IPAddress, _ lookup: DigLookup) -> Bool {
    lookup.usesIPv6.map { $0 == address.isIPv6 } ?? true
  }

  /// From the root down: at each zone the first server that answers.
  private func trace(
    _ lookup: DigLookup, _ deadline: ContinuousClock.Instant
  ) async -> [DigResult] {
    let panel = Panel(client: client, port: network.port, usesIPv6: lookup.usesIPv6 ?? false)
    let tracer = Tracer(panel: panel, hints: network.rootHints)
    var servers = network.rootHints.servers
    var steps: [DigResult] = []
    var options = lookup.options
    options.recursion = false
    var zone: DNSName?
    for _ in 0..<Tracer.mostReferrals {
      servers = await tracer.withAddresses(servers, until: deadline)
      var step = DigResult(nil, named: nil, .failure(.unreachable))
      let places = servers.flatMap { server in server.addresses.map { (server.name, $0) } }
      for (name, address) in places where fits(address, lookup) && step.reply == nil {
        let server = ServerAddress(address, port: network.port)
        let question = Question(lookup.name, lookup.type)
        let result = await client.ask(question, at: server, options, until: deadline)
        step = DigResult(server, named: name.withoutFinalDot, result)
      }
      steps.append(step)
      guard let message = step.reply?.message,
        let referral = message.referral(for: lookup.name), referral.zone != zone
      else { break }
      zone = referral.zone
      servers = referral.servers
    }
    return steps
  }
}
