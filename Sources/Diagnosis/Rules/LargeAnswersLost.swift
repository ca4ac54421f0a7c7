import DNS

extension Rule {
  /// An answer that is too large for one packet never arrives, while the same question with a
  /// smaller limit is answered: fragments are dropped on the way.
  static let largeAnswersLost = Rule(
    "large-answers-lost", layer: .servers, severity: .warning, references: ["RFC 9715 3"],
    arguments: ["zone", "servers", "count", "name", "type", "length"],
    broken: Example(adding: Example.filling, secondServer: .losingLargeAnswers),
    fixed: Example(adding: Example.filling)
  ) { evidence in
    evidence.expected.map(\.question).reduce(into: [Question]()) {
      if !$0.contains($1) { $0.append($1) }
    }.compactMap { question in
      let lost = evidence.observations(.large, question).filter { observation in
        observation.outcome == .failed("timedOut")
          && evidence.observations(.authoritative, question).contains {
            $0.address == observation.address && $0.answer?.size != nil
          }
      }
      guard !lost.isEmpty else { return nil }
      let sizes = evidence.observations(.authoritative, question).compactMap(\.answer?.size)
      return Draft(
        arguments: [
          "zone": .name(evidence.zone(of: question.name)?.name ?? evidence.zone),
          "servers": .servers(lost.map(\.serverAsked)), "count": .count(lost.count),
          "name": .name(question.name), "type": .text(question.type.name),
          "length": .count(sizes.max() ?? 0),
        ], evidence: lost)
    }
  }
}
