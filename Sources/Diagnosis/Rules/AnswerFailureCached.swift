import DNS

extension Rule {
  /// The zone's servers answer rightly, and a resolver still fails: it remembers an earlier failure.
  static let answerFailureCached = Rule(
    "answer-failure-cached", layer: .caches, severity: .warning, references: ["RFC 9520 3.2"],
    arguments: ["name", "type", "resolvers", "waitSeconds", "visibleOn", "waits"],
    broken: Example(resolver: .failing), fixed: Example()
  ) { evidence in
    evidence.expected(.match).compactMap { record, _ in
      // What the same resolver answers without validation is a matter of signatures.
      let sound = Set(
        evidence.observations(.unvalidated, record.question).filter(\.isSound).map(\.address))
      let failing = evidence.observations(.resolver, record.question)
        .filter(\.isServerFailure).filter { !sound.contains($0.address) }
      guard !failing.isEmpty else { return nil }
      // RFC 9520 §3.2: a failure must not be kept for longer than five minutes.
      let waits = ResolverWait.waits(failing) { _ in 300 }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "resolvers": .servers(waits.map(\.resolver)),
        ].merging(waits.arguments) { $1 }, evidence: failing)
    }
  }
}

extension Observation {
  /// Whether it is an answer without a fault.
  fileprivate var isSound: Bool { answer?.code == .noError }
}
