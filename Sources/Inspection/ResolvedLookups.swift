import DNS
import MailAuth
import Resolution

/// The answers of recursive resolvers, gathered as far as a judgement has asked for them.
public struct ResolvedLookups: LookupSource, Sendable {
  private var answers: [Question: LookupAnswer] = [:]

  /// Nothing yet.
  public init() {}

  /// The answer to a question; nil when it has not been asked.
  public func answer(to question: Question) -> LookupAnswer? { answers[question] }

  /// Asks what a judgement needs, all at once, and judges again, until it is made.
  ///
  /// Ends: at the deadline whatever is still open counts as failed, and no judgement asks for a
  /// name twice.
  public mutating func gather<Outcome>(
    from resolver: StubResolver, until deadline: ContinuousClock.Instant,
    _ judge: (ResolvedLookups) -> Gathering<Outcome>
  ) async -> Outcome {
    while true {
      switch judge(self) {
      case .done(let outcome): return outcome
      case .needs(let questions):
        for reply in await resolver.ask(questions, until: deadline) { add(reply) }
        // Silence and a refusal are answers too: that there is none.
        for question in questions where answers[question] == nil { answers[question] = .failed }
      }
    }
  }

  /// Takes in what a resolver said.
  mutating func add(_ reply: ServerReply) {
    guard reply.counts, let message = reply.message else { return }
    let isAbsent = message.responseCode == .nxDomain
    var chain = AliasChain(reply.question)
    let hasRecords = chain.follow(message.answer)
    answers[reply.question] =
      isAbsent && chain.names.count == 1 ? .nxDomain : .records(message.answer)
    // RFC 2308 §2.1: behind aliases the code speaks of the last name, which need not be asked for.
    let last = Question(chain.last, reply.question.type)
    if !hasRecords, answers[last] == nil { answers[last] = isAbsent ? .nxDomain : .records([]) }
  }
}
