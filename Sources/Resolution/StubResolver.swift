import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Leaves the work to recursive resolvers and takes the first answer that counts (RFC 1034 §5.3.1).
public struct StubResolver: Sendable {
  /// How long one resolver is waited for before the next one is asked as well.
  static let patience: Duration = .milliseconds(400)

  private let client: Client
  private let resolvers: [ServerAddress]

  /// A stub that asks `resolvers`, the first one first.
  public init(client: Client, resolvers: [ServerAddress]) {
    self.client = client
    self.resolvers = resolvers
  }

  /// Puts all questions at once; the replies are in the order of the questions.
  ///
  /// There is one for each question, unless there are no resolvers to ask.
  public func ask(
    _ questions: [Question], until deadline: ContinuousClock.Instant
  ) async -> [ServerReply] {
    await withTaskGroup(of: (Int, ServerReply?).self) { group in
      for (index, question) in questions.enumerated() {
        group.addTask { (index, await ask(question, until: deadline)) }
      }
      var replies: [(Int, ServerReply?)] = []
      for await reply in group { replies.append(reply) }
      return replies.sorted { $0.0 < $1.0 }.compactMap(\.1)
    }
  }

  /// The first reply that counts, else the last one that does not; nil without resolvers.
  private func ask(
    _ question: Question, until deadline: ContinuousClock.Instant
  ) async -> ServerReply? {
    await withTaskGroup(of: ServerReply?.self) { group in
      var rest = resolvers[...]
      var last: ServerReply?
      func askNext() {
        guard let resolver = rest.popFirst() else { return }
        group.addTask { await reply(to: question, from: resolver, until: deadline) }
        // Nil says that it is the next one's turn.
        if !rest.isEmpty { group.addTask { await Self.turn() } }
      }
      askNext()
      // Each reply and each turn makes room for one more resolver.
      for await reply in group {
        if let reply {
          if reply.counts {
            group.cancelAll()
            return reply
          }
          last = reply
        }
        askNext()
      }
      return last
    }
  }

  private static func turn() async -> ServerReply? {
    try? await Task.sleep(for: patience)
    return nil
  }

  private func reply(
    to question: Question, from resolver: ServerAddress, until deadline: ContinuousClock.Instant
  ) async -> ServerReply {
    let result = await client.ask(
      question, at: resolver, QueryOptions(recursion: true), until: deadline)
    return ServerReply(
      question: question, serverName: nil, server: resolver, result: result, at: time(nil))
  }
}

extension ServerReply {
  /// Whether a resolver says what there is, or that there is nothing.
  public var counts: Bool {
    switch message?.responseCode {
    case .noError, .nxDomain: true
    default: false
    }
  }
}
