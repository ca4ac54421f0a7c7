import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All servers on one thread: one poll(2) over every socket; the value never leaves the thread.
struct ServerLoop {
  /// What a server at an address answers to octets, over TCP or not; nil for silence.
  typealias Respond = @Sendable (_ query: [UInt8], _ at: IPAddress, _ overTCP: Bool) -> [UInt8]?

  /// TCP connections at a time; further ones are closed at once.
  static let mostConnections = 64
  /// Datagrams taken from one socket before the others have their turn.
  static let mostDatagrams = 64

  private let listeners: [Listeners.Listener]
  private let wake: Descriptor
  private let respond: Respond
  private var connections: [Connection] = []
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// When the process is out of descriptors, new connections wait until then.
  private var acceptAgain: ContinuousClock.Instant?

  init(listeners: [Listeners.Listener], wake: Descriptor, respond: @escaping Respond) {
    self.listeners = listeners
    self.wake = wake
    self.respond = respond
  }

  /// Serves until an octet comes through the wake pipe.
  mutating func run() {
    while true {
      let resting = acceptAgain != nil
      var polled = [pollfd(fd: wake.number, events: Int16(POLLIN), revents: 0)]
      for listener in listeners {
        polled.append(Self.reading(listener.datagrams))
        // A negative descriptor is one that poll(2) leaves out.
        polled.append(resting ? Self.none : Self.reading(listener.streams))
      }
      for connection in connections {
        let events = Int16(connection.wantsToWrite ? POLLOUT : POLLIN)
        polled.append(
          pollfd(fd: connection.socket.descriptor.number, events: events, revents: 0))
      }
      _ = poll(&polled, nfds_t(polled.count), patience())
      if polled[0].revents != 0 { return }
      let now = ContinuousClock.now
      if let until = acceptAgain, until <= now { acceptAgain = nil }
      serveConnections(polled[(1 + 2 * listeners.count)...], now: now)
      for (index, listener) in listeners.enumerated() {
        if polled[1 + 2 * index].revents != 0 { serveDatagrams(listener) }
        if polled[2 + 2 * index].revents != 0 { acceptConnections(listener, now: now) }
      }
    }
  }

  private static let none = pollfd(fd: -1, events: 0, revents: 0)

  private static func reading(_ socket: LoopbackSocket) -> pollfd {
    pollfd(fd: socket.descriptor.number, events: Int16(POLLIN), revents: 0)
  }

  /// Milliseconds until something is overdue, rounded up; -1 for as long as it takes.
  private func patience() -> Int32 {
    let instants = connections.map(\.deadline) + (acceptAgain.map { [$0] } ?? [])
    guard let first = instants.min() else { return -1 }
    let rest = ContinuousClock.now.duration(to: first) / .milliseconds(1)
    return Int32(min(max(rest.rounded(.up), 0), 60_000))
  }

  private mutating func serveDatagrams(_ listener: Listeners.Listener) {
    for _ in 0..<Self.mostDatagrams {
      // What comes to a web server this way is read and dropped.
      guard let (query, sender) = listener.datagrams.receiveDatagram(into: &buffer) else { return }
      if listener.framing == .dns, let response = respond(query, listener.address, false) {
        listener.datagrams.send(response, to: sender)
      }
    }
  }

  private mutating func acceptConnections(
    _ listener: Listeners.Listener, now: ContinuousClock.Instant
  ) {
    for _ in 0..<Self.mostConnections {
      switch listener.streams.accept() {
      case .success(let socket):
        // Dropping the socket closes it: a refusal that the client sees at once.
        guard connections.count < Self.mostConnections else { continue }
        connections.append(
          Connection(socket, at: listener.address, framing: listener.framing, now: now))
      case .failure(let error):
        if error.code == EMFILE || error.code == ENFILE || error.code == ENOMEM {
          acceptAgain = now + .milliseconds(50)
        }
        return
      }
    }
  }

  private mutating func serveConnections(
    _ polled: ArraySlice<pollfd>, now: ContinuousClock.Instant
  ) {
    var kept: [Connection] = []
    for (var connection, state) in zip(connections, polled) {
      if state.revents != 0 {
        let address = connection.address
        let respond = respond
        let goesOn = connection.proceed(buffer: &buffer, now: now) { respond($0, address, true) }
        if goesOn { kept.append(connection) }
      } else if connection.deadline > now {
        kept.append(connection)
      }
    }
    connections = kept
  }
}
