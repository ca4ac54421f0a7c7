import DNS

/// Puts one question to one server: UDP first, TCP when the answer is cut off.
public struct Client: Sendable {
  /// What came back.
  public struct Reply: Sendable {
    /// The answer, which belongs to the question asked.
    public let message: Message
    /// Whether it came over TCP.
    public let overTCP: Bool
    /// From the first octet sent to the answer.
    public let duration: Duration
    /// Octets of the answer.
    public let size: Int
  }

  /// How long each try waits; a later one is more patient than the one before (RFC 1035 §7.2).
  var patience: [Duration] = [.seconds(1), .seconds(2)]
  /// Wrong datagrams after which UDP is given up: somebody is guessing (RFC 5452 §9.3).
  static let mostForgeries = 16

  private let readiness: Readiness
  /// How many queries this client has sent.
  public let counter = QueryCounter()

  /// A client that waits for its sockets through `readiness`.
  public init(readiness: Readiness) { self.readiness = readiness }

  /// Asks; ends at `deadline` at the latest.
  public func ask(
    _ question: Question, at server: ServerAddress, _ options: QueryOptions,
    until deadline: ContinuousClock.Instant
  ) async -> Result<Reply, NoAnswer> {
    let start = ContinuousClock.now
    do throws(NoAnswer) {
      let (received, overTCP) = try await answer(question, server, options, deadline)
      return .success(
        Reply(
          message: received.message, overTCP: overTCP, duration: start.duration(to: .now),
          size: received.size))
    } catch {
      return .failure(Task.isCancelled ? .cancelled : error)
    }
  }

  /// A message and how many octets it came in.
  private typealias Received = (message: Message, size: Int)

  private func answer(
    _ question: Question, _ server: ServerAddress, _ options: QueryOptions,
    _ deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> (received: Received, overTCP: Bool) {
    var edns = options.payloadSize != nil
    var fault = NoAnswer.timedOut
    for patience in options.patience ?? self.patience
    where ContinuousClock.now < deadline && !Task.isCancelled {
      do throws(NoAnswer) {
        let limit = min(deadline, .now + patience)
        let query = options.query(question, edns: edns)
        if options.overTCP { return (try await overTCP(query, server, until: limit), true) }
        let first = try await answer(to: query, server, limit, deadline)
        guard edns, Self.dislikesEDNS.contains(first.received.message.responseCode) else {
          return first
        }
        // RFC 6891 §7: a server that does not know EDNS is asked once more without it.
        edns = false
        let plain = options.query(question, edns: false)
        return try await answer(to: plain, server, limit, deadline)
      } catch {
        fault = error
        // Silence may be a lost packet; everything else will not change within a second.
        if error != .timedOut { throw error }
      }
    }
    throw fault
  }

  /// UDP until `limit`; TCP until `deadline` when the answer is cut off or many wrong ones came.
  private func answer(
    to query: Message, _ server: ServerAddress, _ limit: ContinuousClock.Instant,
    _ deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> (received: Received, overTCP: Bool) {
    if let received = try await overUDP(query, server, until: limit), !received.message.isTruncated
    {
      return (received, false)
    }
    return (try await overTCP(query, server, until: deadline), true)
  }

  private static let dislikesEDNS: Set<ResponseCode> = [.formErr, .notImp, .badVers]

  /// The answer, or nil when so many wrong ones came that UDP is not to be trusted.
  private func overUDP(
    _ query: Message, _ server: ServerAddress, until deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> Received? {
    let socket = try Socket(.datagram, connectedTo: server)
    let wire = query.encoded()
    counter.add()
    _ = try socket.send(wire[...])
    var fault = NoAnswer.timedOut
    var forgeries = 0
    while await readiness.wait(for: socket.descriptor, writing: false, until: deadline) {
      while let datagram = try socket.receive(limit: 65_535) {
        if let message = try? Message(decoding: datagram) {
          if message.isAnswer(to: query) { return (message, datagram.count) }
        } else {
          fault = .malformed
        }
        // Junk counts too, or a flood of it would keep this loop from ever ending.
        forgeries += 1
        if forgeries >= Self.mostForgeries { return nil }
      }
    }
    throw fault
  }

  /// RFC 7766 §8: two octets of length, then the message.
  private func overTCP(
    _ query: Message, _ server: ServerAddress, until deadline: ContinuousClock.Instant
  ) async throws(NoAnswer) -> Received {
    let socket = try Socket(.stream, connectedTo: server)
    counter.add()
    guard await readiness.wait(for: socket.descriptor, writing: true, until: deadline) else {
      throw .timedOut
    }
    if let fault = socket.connectionFault() { throw fault }
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
      if part.isEmpty { throw .malformed }
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

extension Message {
  /// Same id, a response, the same question (RFC 5452 §9.1).
  ///
  /// Only an error answer may leave the question out; the source address is checked by the
  /// connected socket.
  func isAnswer(to query: Message) -> Bool {
    guard isResponse, id == query.id else { return false }
    if let question { return question == query.question }
    return responseCode != .noError && responseCode != .nxDomain
  }
}
