import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks a resolver on loopback and waits for the answer: UDP first, TCP when it is cut off.
struct ConsoleClient {
  let resolver: IPAddress
  let port: UInt16
  let deadline: ContinuousClock.Instant

  /// The answer; nil when none came before the deadline.
  func ask(_ question: Question) -> Message? {
    let query = Message(
      query: question, id: UInt16.random(in: .min ... .max), recursionDesired: true)
    guard let message = overUDP(query) else { return nil }
    return message.isTruncated ? overTCP(query) : message
  }

  private func overUDP(_ query: Message) -> Message? {
    guard let socket = connected(.datagram) else { return nil }
    guard case .octets = socket.send(query.encoded()[...]) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_535)
    while wait(socket, for: POLLIN) {
      switch socket.receive(into: &buffer) {
      case .octets(let count):
        if let answer = answer(Array(buffer.prefix(count)), to: query) { return answer }
      case .wouldBlock: continue
      case .ended: return nil
      }
    }
    return nil
  }

  private func overTCP(_ query: Message) -> Message? {
    guard let socket = connected(.stream) else { return nil }
    let wire = query.encoded()
    var output = ([UInt8(wire.count >> 8), UInt8(wire.count & 0xFF)] + wire)[...]
    while !output.isEmpty, wait(socket, for: POLLOUT) {
      switch socket.send(output) {
      case .octets(let count): output = output.dropFirst(count)
      case .wouldBlock: continue
      case .ended: return nil
      }
    }
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_537)
    while wait(socket, for: POLLIN) {
      switch socket.receive(into: &buffer) {
      case .octets(let count): input += buffer.prefix(count)
      case .wouldBlock: continue
      case .ended: return nil
      }
      guard input.count >= 2 else { continue }
      let end = 2 + (Int(input[0]) << 8 | Int(input[1]))
      if input.count >= end { return answer(Array(input[2..<end]), to: query) }
    }
    return nil
  }

  private func connected(_ kind: LoopbackSocket.Kind) -> LoopbackSocket? {
    guard let socket = try? LoopbackSocket(kind), socket.connect(resolver, port: port) == nil
    else { return nil }
    return socket
  }

  /// Same id, same question (RFC 5452 §9.1).
  private func answer(_ octets: [UInt8], to query: Message) -> Message? {
    guard let message = try? Message(decoding: octets), message.isResponse,
      message.id == query.id, message.question == query.question
    else { return nil }
    return message
  }

  private func wait(_ socket: LoopbackSocket, for events: Int32) -> Bool {
    while true {
      let rest = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard rest > 0 else { return false }
      var polled = [
        pollfd(fd: socket.descriptor.number, events: Int16(events), revents: 0)
      ]
      let result = poll(&polled, 1, Int32(min(rest.rounded(.up), 60_000)))
      if result > 0 { return true }
      if result < 0, errno != EINTR { return false }
    }
  }
}
