import DNS

/// One TCP connection to a server: queries in, responses out, each with its length in front
/// (RFC 7766 §8).
struct Connection {
  /// RFC 7766 §6.2.3 wants idle connections closed after some seconds.
  static let patience: Duration = .seconds(10)

  let socket: LoopbackSocket
  let address: IPAddress
  private(set) var deadline: ContinuousClock.Instant
  private var input: [UInt8] = []
  private var output: ArraySlice<UInt8> = []

  init(_ socket: LoopbackSocket, at address: IPAddress, now: ContinuousClock.Instant) {
    self.socket = socket
    self.address = address
    deadline = now + Self.patience
  }

  /// Whether the next thing to do is to write. While it is, nothing is read: a client that does
  /// not take its answers cannot make the memory grow.
  var wantsToWrite: Bool { !output.isEmpty }

  /// Reads or writes what the socket is ready for; false when the connection is over.
  mutating func proceed(
    buffer: inout [UInt8], now: ContinuousClock.Instant, respond: ([UInt8]) -> [UInt8]?
  ) -> Bool {
    if !wantsToWrite {
      switch socket.receive(into: &buffer) {
      case .octets(let count):
        input += buffer.prefix(count)
        deadline = now + Self.patience
      case .wouldBlock: return true
      case .ended: return false
      }
    }
    while true {
      while wantsToWrite {
        switch socket.send(output) {
        case .octets(let count):
          output = output.dropFirst(count)
          deadline = now + Self.patience
        case .wouldBlock: return true
        case .ended: return false
        }
      }
      guard let query = nextQuery() else { return true }
      // Octets without an answer mean that the other side does not speak DNS.
      guard let response = respond(query), let length = UInt16(exactly: response.count) else {
        return false
      }
      output = ([UInt8(length >> 8), UInt8(length & 0xFF)] + response)[...]
    }
  }

  /// Takes one whole query out of the input; at most one read is ever waiting behind it.
  private mutating func nextQuery() -> [UInt8]? {
    guard input.count >= 2 else { return nil }
    let end = 2 + (Int(input[0]) << 8 | Int(input[1]))
    guard input.count >= end else { return nil }
    defer { input.removeFirst(end) }
    return Array(input[2..<end])
  }
}
