import DNS

/// The questions that a judgement with several lookups still has, so that all go out at once.
struct OpenQuestions {
  private(set) var questions: [Question] = []

  /// The answer to a question with its aliases followed; nil when it must be asked first.
  mutating func resolve(_ question: Question, in source: some LookupSource) -> ResolvedAnswer? {
    let answer = source.resolve(question)
    guard case .unknown(let missing) = answer else { return answer }
    add(missing)
    return nil
  }

  /// The outcome of a part; nil when it needs more answers.
  mutating func take<Outcome>(_ part: Gathering<Outcome>) -> Outcome? {
    switch part {
    case .done(let outcome): return outcome
    case .needs(let missing):
      missing.forEach { add($0) }
      return nil
    }
  }

  private mutating func add(_ question: Question) {
    if !questions.contains(question) { questions.append(question) }
  }
}
