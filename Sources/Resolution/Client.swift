import DNS

/// Puts one question to one server: UDP first, TCP when the answer is cut off or cannot be trusted.
public struct Client: Sendable {
  /// What came back.
  public struct Reply: Sendable {
    /// The answer, which belongs to the question asked.
    public let message: Message
    /// Whether it came over TCP.
    public let overTCP: Bool
    /// Whether it came cut off over UDP first.
    public let wasCutOff: Bool
    /// How the server took EDNS.
    public let edns: EDNSUse
    /// From the first octet sent to the answer.
    public let duration: Duration
    /// Octets of the answer.
    public let size: Int
  }

  /// How long each try waits; a later one is more patient than the one before (RFC 1035 §7.2).
  var patience: [Duration] = [.seconds(1), .seconds(2)]
  /// How long a whole exchange over TCP may take.
  var streamPatience: Duration = .seconds(3)
  /// Wrong datagrams after which UDP is given up: somebody is guessing (RFC 5452 §9.3).
  static let mostForgeries = 16

  let readiness: Readiness
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
      let exchange = Exchange(
        client: self, question: question, server: server, options: options, deadline: deadline)
      let (answer, edns) = try await exchange.answer()
      return .success(
        Reply(
          message: answer.message, overTCP: answer.overTCP, wasCutOff: answer.wasCutOff, edns: edns,
          duration: start.duration(to: .now), size: answer.size))
    } catch {
      return .failure(Task.isCancelled ? .cancelled : error)
    }
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

  /// Whether the name came back in the very letters that were sent; without a name there is
  /// nothing to compare.
  func keepsLetterCase(of query: Message) -> Bool {
    guard let own = question?.name, let asked = query.question?.name else { return true }
    return own.wire == asked.wire
  }
}
