import DNS

extension Client {
  /// What came over UDP.
  enum UDPOutcome {
    /// The answer, its letters as they were sent.
    case answer(Message, size: Int)
    /// So many wrong ones came that UDP is not to be trusted.
    case forgeries
    /// The answer, but its name in other letters: a server that breaks 0x20, or a forger.
    case otherCase
  }

  /// One query over UDP from a socket, and so a source port, of its own.
  func overUDP(
    _ query: Message, _ server: ServerAddress, anyCase: Bool = false,
    until deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> UDPOutcome {
    let socket = try Socket(.datagram, connectedTo: server)
    let wire = query.encoded()
    counter.add()
    _ = try socket.send(wire[...])
    var fault = NoAnswer.timedOut
    var forgeries = 0
    while await readiness.wait(for: socket.descriptor, writing: false, until: deadline) {
      while let datagram = try socket.receive(limit: 65_535) {
        if let message = try? Message(decoding: datagram) {
          if message.isAnswer(to: query) {
            guard anyCase || message.keepsLetterCase(of: query) else { return .otherCase }
            return .answer(message, size: datagram.count)
          }
        } else {
          fault = .malformed
        }
        // Junk counts too, or a flood of it would keep this loop from ever ending.
        forgeries += 1
        if forgeries >= Self.mostForgeries { return .forgeries }
      }
    }
    throw fault
  }

  /// One query over TCP.
  ///
  /// A server may close a connection at any moment, also before it has answered; the question is
  /// then put once more on another one (RFC 7766 §6.2.4).
  func overTCP(
    _ query: Message, _ server: ServerAddress, until deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> (Message, size: Int) {
    for _ in 0..<2 {
      let socket = try Socket(.stream, connectedTo: server)
      counter.add()
      guard await readiness.wait(for: socket.descriptor, writing: true, until: deadline) else {
        throw .timedOut
      }
      if let fault = socket.connectionFault() { throw fault }
      do throws(NoAnswer) {
        return try await answer(to: query, on: socket, until: deadline)
      } catch {
        guard error == .portClosed else { throw error }
      }
    }
    throw .portClosed
  }

  /// RFC 7766 §8: two octets of length, then the message; closed before a word is `portClosed`.
  private func answer(
    to query: Message, on socket: borrowing Socket, until deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> (Message, size: Int) {
    let message = query.encoded()
    var unsent = [UInt8(message.count >> 8), UInt8(message.count & 0xFF)][...] + message
    while !unsent.isEmpty {
      unsent = unsent.dropFirst(try socket.send(unsent))
      if unsent.isEmpty { break }
      guard await readiness.wait(for: socket.descriptor, writing: true, until: deadline) else {
        throw .timedOut
      }
    }
    var received: [UInt8] = []
    while await readiness.wait(for: socket.descriptor, writing: false, until: deadline) {
      guard let part = try socket.receive(limit: 65_537 - received.count) else { continue }
      // Closed in the middle is half a message.
      if part.isEmpty { throw received.isEmpty ? .portClosed : .malformed }
      received += part
      guard received.count >= 2 else { continue }
      let length = Int(received[0]) << 8 | Int(received[1])
      guard received.count >= length + 2 else { continue }
      guard let answer = try? Message(decoding: Array(received[2..<(length + 2)])),
        answer.isAnswer(to: query)
      else { throw .malformed }
      return (answer, length)
    }
    throw .timedOut
  }
}
