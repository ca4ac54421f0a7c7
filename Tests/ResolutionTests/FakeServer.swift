import DNS
import Foundation
import Resolution
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on loopback that does with each query what a test wants, right or wrong.
///
/// One thread, ended and waited for when the last reference goes.
final class FakeServer: Sendable {
  /// Something to do when a datagram came.
  enum Datagram: Sendable {
    case send([UInt8])
    /// The same host, another source port.
    case sendFromAnotherPort([UInt8])
    /// The same port, another source address.
    case sendFromAnotherAddress([UInt8])
  }

  /// Something to do when a query came over TCP; the connection stays open after the last.
  enum Step: Sendable {
    case send([UInt8])
    case close
    case reset
  }

  /// A query as it came in.
  struct Query: Sendable {
    let message: Message
    let overTCP: Bool
    /// How many came before it, over UDP and TCP together.
    let number: Int

    /// An answer to this query with TXT records.
    func answer(_ texts: String..., code: ResponseCode = .noError) -> Message {
      var answer = Message(response: message, code: code)
      answer.answer = texts.compactMap { text in
        message.question.map {
          ResourceRecord(name: $0.name, type: .txt, ttl: 60, data: .txt([Array(text.utf8)]))
        }
      }
      return answer
    }
  }

  typealias OverUDP = @Sendable (Query) -> [Datagram]
  typealias OverTCP = @Sendable (Query) -> [Step]

  let port: UInt16
  private let log: Log
  private let ended = DispatchSemaphore(value: 0)

  /// Starts the server; without a closure nothing listens there.
  init(overUDP: OverUDP? = { _ in [] }, overTCP: OverTCP? = nil) throws {
    let (datagrams, streams, port) = try Loopback.pair()
    self.port = port
    if overUDP == nil { close(datagrams) }
    if overTCP == nil { close(streams) }
    let log = Log()
    self.log = log
    let loop = ServerLoop(
      datagrams: overUDP == nil ? nil : datagrams, streams: overTCP == nil ? nil : streams,
      port: port, overUDP: overUDP ?? { _ in [] }, overTCP: overTCP ?? { _ in [] }, log: log)
    let ended = self.ended
    Thread.detachNewThread {
      var loop = loop
      loop.run()
      ended.signal()
    }
  }

  /// Answers every query with these messages, over UDP.
  convenience init(_ answers: @escaping @Sendable (Query) -> [Message]) throws {
    try self.init(overUDP: { answers($0).map { .send($0.encoded()) } })
  }

  deinit {
    log.stop()
    ended.wait()
  }

  var address: ServerAddress {
    get throws { ServerAddress(try #require(IPAddress("127.0.0.1")), port: port) }
  }

  /// What came in so far.
  var received: [Query] { log.queries }
}

/// What the thread and the test share; the thread never holds the server itself.
private final class Log: Sendable {
  private let state = Mutex((queries: [FakeServer.Query](), isStopped: false))

  var queries: [FakeServer.Query] { state.withLock { $0.queries } }
  var isStopped: Bool { state.withLock { $0.isStopped } }

  func stop() { state.withLock { $0.isStopped = true } }

  func record(_ message: Message, overTCP: Bool) -> FakeServer.Query {
    state.withLock { state in
      let query = FakeServer.Query(
        message: message, overTCP: overTCP, number: state.queries.count)
      state.queries.append(query)
      return query
    }
  }
}

/// The thread's own state.
private struct ServerLoop: Sendable {
  let datagrams: Int32?
  let streams: Int32?
  let port: UInt16
  let overUDP: FakeServer.OverUDP
  let overTCP: FakeServer.OverTCP
  let log: Log
  private var connections: [Int32: [UInt8]] = [:]

  init(
    datagrams: Int32?, streams: Int32?, port: UInt16, overUDP: @escaping FakeServer.OverUDP,
    overTCP: @escaping FakeServer.OverTCP, log: Log
  ) {
    self.datagrams = datagrams
    self.streams = streams
    self.port = port
    self.overUDP = overUDP
    self.overTCP = overTCP
    self.log = log
  }

  mutating func run() {
    while !log.isStopped {
      let listening = [datagrams, streams].compactMap { $0 } + connections.keys
      var polled = listening.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = poll(&polled, nfds_t(polled.count), 10)
      for ready in polled where ready.revents != 0 {
        switch ready.fd {
        case datagrams: answerDatagram(ready.fd)
        case streams:
          let connection = accept(ready.fd, nil, nil)
          if connection >= 0 { connections[connection] = [] }
        default: answerStream(ready.fd)
        }
      }
    }
    for descriptor in [datagrams, streams].compactMap({ $0 }) + connections.keys {
      close(descriptor)
    }
  }

  private func answerDatagram(_ descriptor: Int32) {
    guard let (octets, sender) = Loopback.receive(descriptor),
      let message = try? Message(decoding: octets)
    else { return }
    for action in overUDP(log.record(message, overTCP: false)) {
      switch action {
      case .send(let octets): Loopback.send(octets, from: descriptor, to: sender)
      case .sendFromAnotherPort(let octets):
        guard let (other, _) = try? Loopback.bound(.datagram) else { continue }
        Loopback.send(octets, from: other, to: sender)
        close(other)
      case .sendFromAnotherAddress(let octets):
        guard let (other, _) = try? Loopback.bound(.datagram, at: "127.0.0.2", port: port)
        else { continue }
        Loopback.send(octets, from: other, to: sender)
        close(other)
      }
    }
  }

  private mutating func answerStream(_ connection: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_537)
    let count = recv(connection, &buffer, buffer.count, 0)
    guard count > 0 else {
      connections[connection] = nil
      close(connection)
      return
    }
    let octets = (connections[connection] ?? []) + buffer.prefix(count)
    connections[connection] = octets
    guard octets.count >= 2 else { return }
    let length = Int(octets[0]) << 8 | Int(octets[1])
    guard octets.count >= length + 2,
      let message = try? Message(decoding: Array(octets[2..<(length + 2)]))
    else { return }
    connections[connection] = []
    for step in overTCP(log.record(message, overTCP: true)) {
      switch step {
      case .send(let octets): Loopback.send(octets, on: connection)
      case .close:
        connections[connection] = nil
        close(connection)
        return
      case .reset:
        connections[connection] = nil
        Loopback.reset(connection)
        return
      }
    }
  }
}
