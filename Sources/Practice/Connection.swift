import DNS

/// One TCP connection to a server: messages in, responses out (RFC 7766 §8 for DNS).
struct Connection {
  /// RFC 7766 §6.2.3 wants idle connections closed after some seconds.
  static let patience: Duration = .seconds(10)

  let socket: LoopbackSocket
  let address: IPAddress
  private let framing: Framing
  private(set) var deadline: ContinuousClock.Instant
  private var input: [UInt8] = []
  private var output: ArraySlice<UInt8> = []
  /// Whether nothing comes after what is being written.
  private var isOver = false

  init(
    _ socket: LoopbackSocket, at address: IPAddress, framing: Framing, now: ContinuousClock.Instant
  ) {
    self.socket = socket
    self.address = address
    self.framing = framing
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
      if isOver { return false }
      // At most one read is ever waiting behind the first whole message.
      guard let query = framing.next(&input) else { return true }
      // Octets without an answer mean that the other side does not speak DNS.
      guard let response = respond(query), let framed = framing.framed(response) else {
        return false
      }
      output = framed[...]
      isOver = framing == .http
    }
  }
}
