import DNS
import Testing

@testable import Practice

/// TCP: length prefixes, several queries on one connection, clients that misbehave.
@Suite struct ConnectionTests {
  let world: World

  init() throws { world = try PracticeTests.world("healthy") }

  private func framed(_ id: UInt16) throws -> [UInt8] {
    let query = Message(
      query: Question(try name("mail.example.com"), .mx), id: id, recursionDesired: false)
    let wire = query.encoded()
    return [UInt8(wire.count >> 8), UInt8(wire.count & 0xFF)] + wire
  }

  private func connected(_ server: String = "127.53.0.3") throws -> LoopbackSocket {
    let socket = try LoopbackSocket(.stream)
    #expect(socket.connect(try address(server), port: world.port) == nil)
    return socket
  }

  /// Reads until `count` octets are there or the connection ends.
  private func read(_ socket: LoopbackSocket, count: Int) -> (octets: [UInt8], ended: Bool) {
    var all: [UInt8] = []
    let end = ContinuousClock.now + .seconds(5)
    while all.count < count, ContinuousClock.now < end {
      var buffer = [UInt8](repeating: 0, count: count - all.count)
      switch socket.receive(into: &buffer) {
      case .octets(let read): all += buffer.prefix(read)
      case .wouldBlock: continue
      case .ended: return (all, true)
      }
    }
    return (all, false)
  }

  @Test func manyQueriesOnOneConnection() throws {
    let socket = try connected()
    let octets = try (1...50).flatMap { try framed($0) }
    #expect(socket.send(octets[...]) == .octets(octets.count))
    for id in 1...50 as ClosedRange<UInt16> {
      let prefix = read(socket, count: 2).octets
      try #require(prefix.count == 2)
      let length = Int(prefix[0]) << 8 | Int(prefix[1])
      let message = try Message(decoding: read(socket, count: length).octets)
      #expect(message.id == id)
      #expect(message.answer.count == 1)
    }
  }

  @Test func queriesInPieces() throws {
    let socket = try connected()
    for octet in try framed(7) {
      #expect(socket.send([octet][...]) == .octets(1))
    }
    let answer = read(socket, count: 14).octets
    #expect(answer.dropFirst(2).prefix(2) == [0, 7])
  }

  @Test func junkEndsTheConnection() throws {
    let socket = try connected()
    let junk: [UInt8] = [0, 3, 1, 2, 3]
    #expect(socket.send(junk[...]) == .octets(5))
    #expect(read(socket, count: 1).ended)
    let empty = try connected()
    let nothing: [UInt8] = [0, 0]
    #expect(empty.send(nothing[...]) == .octets(2))
    #expect(read(empty, count: 1).ended)
  }

  @Test func tooManyConnectionsDoNotStopTheServer() throws {
    let idle = try (0..<(ServerLoop.mostConnections + 20)).map { _ in try connected() }
    // The last ones are turned away at once; UDP goes on.
    #expect(try read(#require(idle.last), count: 1).ended)
    #expect(try world.ask("127.53.0.3", "mail.example.com", .mx)?.answer.count == 1)
  }

  @Test func aClientThatNeverReadsIsLeftAlone() throws {
    let lazy = try connected()
    let query = try framed(1)
    let flood = (0..<20_000).flatMap { _ in query }
    var unsent = flood[...]
    let end = ContinuousClock.now + .seconds(2)
    var stuck = 0
    while !unsent.isEmpty, stuck < 1000, ContinuousClock.now < end {
      if case .octets(let count) = lazy.send(unsent) {
        unsent = unsent.dropFirst(count)
        stuck = 0
      } else {
        stuck += 1
      }
    }
    #expect(try world.ask("127.53.0.3", "mail.example.com", .mx)?.answer.count == 1)
    let other = try connected()
    let last = try framed(9)
    #expect(other.send(last[...]) == .octets(last.count))
    #expect(read(other, count: 14).octets.dropFirst(2).prefix(2) == [0, 9])
  }
}
