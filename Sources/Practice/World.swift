public import DNS
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The embedded world: root, registries, DNS hosts, resolvers and the mail service's console, all
/// in this process, on loopback addresses and one port, with a clock of its own.
///
/// Nothing is asked of the machine but sockets: no root, no file, no network. `close()`, or letting
/// go of the last reference, ends the thread and frees the port.
public final class World: Sendable {
  /// Sender domains that one world takes.
  public static let mostDomains = 64
  /// Records that a person can add to one zone.
  public static let mostRecords = 512
  /// How long the console waits for all its answers together.
  static let consolePatience: Duration = .seconds(5)

  /// The scenario that is played.
  public let scenario: Scenario
  /// The port of every server, UDP and TCP.
  public let port: UInt16

  /// When it began, in seconds since 1970 UTC.
  private let epoch: Int
  let landscape: Landscape
  private let state: Shared
  private let thread: ServerThread
  private let wake: Mutex<Descriptor?>

  /// What the thread and the callers share.
  private final class Shared: Sendable {
    let mutex: Mutex<WorldState>
    init(_ state: WorldState) { mutex = Mutex(state) }
  }

  /// Starts the servers; `port` 0 takes any free one. The world's clock starts at `epoch`, in seconds
  /// since 1970 UTC, or at the time of this machine.
  public init(
    scenario: Scenario, port: UInt16 = 0, epoch: Int? = nil
  ) throws(PracticeError) {
    let epoch = epoch ?? time(nil)
    let landscape = try Landscape()
    let shared = Shared(WorldState(scenario: scenario, landscape: landscape))
    let service = landscape.registryService
    let addresses = landscape.hosts.values + landscape.resolvers + [service]
    let unique = Set(addresses).sorted { $0.octets.lexicographicallyPrecedes($1.octets) }
    let listeners = try Listeners(unique, port: port, web: [service])
    let (reader, writer) = try Descriptor.pipe()
    let resolvers = Set(landscape.resolvers)
    thread = try ServerThread {
      var loop = ServerLoop(listeners: listeners.all, wake: reader) { query, address, overTCP in
        if address == service {
          let now =
            epoch + Int(clamping: min(shared.mutex.withLock { $0.clock }, UInt64(Int32.max)))
          return RegistryService.response(to: query, at: now) { domain in
            shared.mutex.withLock { $0.registryEntry(of: domain) }
          }
        }
        return Responder.response(
          to: query, overTCP: overTCP, recursive: resolvers.contains(address)
        ) { question in
          shared.mutex.withLock { $0.answer(question, at: address) }
        }
      }
      loop.run()
    }
    self.scenario = scenario
    self.epoch = epoch
    self.port = listeners.port
    self.landscape = landscape
    state = shared
    wake = Mutex(writer)
  }

  deinit { close() }

  /// Ends the thread and frees the port; returns when that is done. Later calls do nothing.
  public func close() {
    let writer = wake.withLock { writer in
      defer { writer = nil }
      return writer
    }
    if let writer {
      var bell: UInt8 = 1
      _ = write(writer.number, &bell, 1)
    }
    thread.join()
  }

  /// Makes the zone of a sender domain exist: registered under any top-level domain, delegated to
  /// DNSPod, empty.
  ///
  /// Throws when nobody can have registered the name, or when there are too many.
  public func serve(_ sender: DNSName) throws(PracticeError) {
    guard let zone = PublicSuffixList.registrableDomain(of: sender) else {
      throw .notRegistrable(sender)
    }
    try state.mutex.withLock { (state) throws(PracticeError) in
      try state.register(sender, zone: zone)
    }
  }

  /// The person adds records in the DNS host's console; the scenario's mistake happens here.
  ///
  /// A set added again replaces the one the person added before. Records that no served zone can
  /// hold come back.
  @discardableResult
  public func addRecords(_ records: [ResourceRecord]) -> [ResourceRecord] {
    state.mutex.withLock { $0.add(records) }
  }

  /// Lets the world's clock go on; no real time passes.
  public func passTime(seconds: UInt32) { state.mutex.withLock { $0.passTime(seconds) } }

  /// Moves the scenario on: a mistake is put right, a hold is lifted. The last round stays.
  public func nextRound() { state.mutex.withLock { $0.nextRound() } }

  /// Seconds since the start by the world's clock.
  public var now: UInt64 { state.mutex.withLock { $0.clock } }

  /// What the world's clock shows, in seconds since 1970 UTC.
  public var moment: Int { epoch + Int(clamping: min(now, UInt64(Int32.max))) }

  /// Submits the verification in the mail service's console, which asks the first resolver.
  ///
  /// Blocks until the answers are there, 5 seconds at most. Nothing expected is nothing verified.
  public func submit(expected: [ResourceRecord]) -> ConsoleStatus {
    let client = ConsoleClient(
      resolver: resolver.address, port: port, deadline: .now + Self.consolePatience)
    let differences = expected.compactMap { expected -> ConsoleDifference? in
      let reply = client.ask(Question(expected.name, expected.type))
      let current = reply?.answer ?? []
      if ConsoleDifference.isMatch(expected, current) { return nil }
      return ConsoleDifference(
        expected: expected, current: current, responseCode: reply?.responseCode)
    }
    return differences.isEmpty && !expected.isEmpty ? .verified : .pendingVerification(differences)
  }
}
