import DNS

/// One question to one server, through all tries and ways until an answer can be believed.
struct Exchange: Sendable {
  let client: Client
  let question: Question
  let server: ServerAddress
  let options: QueryOptions
  let deadline: ContinuousClock.Instant

  /// An answer and the way it came.
  ///
  /// `wasCutOff`: over UDP it came cut off, which is why TCP was used.
  typealias Answer = (message: Message, size: Int, overTCP: Bool, wasCutOff: Bool)

  /// The answer, written in the letters of the question.
  func answer() async throws(NoAnswer) -> (Answer, EDNSUse) {
    var (answer, edns) = try await tries()
    if options.randomisesCase { answer.message = answer.message.withLetterCase(of: question.name) }
    return (answer, edns)
  }

  /// The tries over UDP; each later one waits longer.
  private func tries() async throws(NoAnswer) -> (Answer, EDNSUse) {
    let tries = options.patience ?? client.patience
    var edns = options.payloadSize == nil ? EDNSUse.unused : .taken
    var fault = NoAnswer.timedOut
    for (number, patience) in tries.enumerated() where !Task.isCancelled {
      if ContinuousClock.now >= deadline { throw .outOfTime }
      if options.dropsEDNSWhenSilent, edns == .taken, number > 0, number == tries.count - 1 {
        // Old firewalls drop what has EDNS; RFC 6891 §6.2.2 leaves the last word to plain DNS.
        edns = .unanswered
      }
      do throws(NoAnswer) {
        let limit = min(deadline, .now + patience)
        let first = try await ask(edns: edns == .taken, until: limit)
        guard edns == .taken, options.dropsEDNSWhenRefused,
          Self.dislikesEDNS(first.message.responseCode)
        else {
          return (first, edns)
        }
        // RFC 6891 §7: a server that does not know EDNS is asked once more without it.
        return (try await ask(edns: false, until: limit), .refused)
      } catch {
        fault = error
        // Silence may be a lost packet; everything else will not change within a second.
        if error != .timedOut { throw error }
      }
      // A try that was cut short proves no silence.
      if ContinuousClock.now >= deadline { throw .outOfTime }
    }
    throw fault
  }

  private static func dislikesEDNS(_ code: ResponseCode) -> Bool {
    code == .formErr || code == .notImp || code == .badVers
  }

  /// One try: UDP, then TCP if UDP cannot bring the answer.
  private func ask(
    edns: Bool, until limit: ContinuousClock.Instant
  ) async throws(NoAnswer) -> Answer {
    let query = options.query(question, edns: edns, randomCase: options.randomisesCase)
    if options.overTCP { return try await overTCP(query, until: streamLimit) }
    switch try await client.overUDP(query, server, until: limit) {
    case .answer(let message, let size) where !message.isTruncated || options.ignoresTruncation:
      return (message, size, false, false)
    case .answer: return try await whole(query)
    case .forgeries: return try await overTCP(query, until: streamLimit)
    case .otherCase: return try await withoutRandomCase(query, edns: edns, until: limit)
    }
  }

  private var streamLimit: ContinuousClock.Instant {
    min(deadline, .now + client.streamPatience)
  }

  /// What was cut off over UDP, over TCP (RFC 7766 §5).
  private func whole(_ query: Message) async throws(NoAnswer) -> Answer {
    do throws(NoAnswer) {
      var answer = try await overTCP(query, until: streamLimit)
      answer.wasCutOff = true
      return answer
    } catch {
      switch error {
      // A wait that was cut short says nothing about the server's TCP.
      case .timedOut where ContinuousClock.now >= deadline: throw .outOfTime
      case .timedOut, .portClosed, .unreachable: throw .cutOff
      default: throw error
      }
    }
  }

  /// Some servers do not give the letters back as they came. Over TCP nobody can forge an answer
  /// unseen; where there is no TCP, a second question with an id and port of its own must do.
  private func withoutRandomCase(
    _ query: Message, edns: Bool, until limit: ContinuousClock.Instant
  ) async throws(NoAnswer) -> Answer {
    if let answer = try? await overTCP(query, until: min(limit, streamLimit)) { return answer }
    var plain = options.query(question, edns: edns, randomCase: false)
    plain.question?.name = question.name.inSmallLetters
    guard
      case .answer(let message, let size) = try await client.overUDP(
        plain, server, anyCase: true, until: max(limit, min(deadline, .now + .seconds(1))))
    else { throw .malformed }
    return message.isTruncated ? try await whole(plain) : (message, size, false, false)
  }

  private func overTCP(
    _ query: Message, until limit: ContinuousClock.Instant
  ) async throws(NoAnswer) -> Answer {
    let (message, size) = try await client.overTCP(query, server, until: limit)
    return (message, size, true, false)
  }
}
