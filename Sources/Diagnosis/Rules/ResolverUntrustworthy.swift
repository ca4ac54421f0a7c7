import DNS

extension Rule {
  /// The resolver of this machine's network answers for names that do not exist, or from a zone of
  /// its own; what it says is left out of the judgement.
  static let resolverUntrustworthy = Rule(
    "resolver-untrustworthy", layer: .caches, severity: .warning, references: [],
    arguments: ["resolver", "name", "kind", "observed"],
    broken: Example(resolver: .rewriting), fixed: Example()
  ) { evidence in
    evidence.untrustworthyResolvers.map { doubt in
      Draft(
        arguments: [
          "resolver": .servers([doubt.observation.serverAsked]),
          "name": .name(doubt.observation.question.name), "kind": .text(doubt.kind.rawValue),
          "observed": .texts(doubt.observation.ownRecords.map(RecordText.of)),
        ], evidence: [doubt.observation])
    }
  }
}
