import DNS

extension Rule {
  /// A validating resolver refuses the answer, and gives it when it is told not to validate.
  static let dnssecBogus = Rule(
    "dnssec-bogus", layer: .servers, severity: .error, references: ["RFC 4035 5", "RFC 8914 4"],
    arguments: ["zone", "name", "type", "resolvers", "count", "errors", "errorCount"],
    explains: .sameRecord(["answer-failure-cached"]),
    broken: Example(resolver: .refusingSignatures), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      let refused = evidence.observations(.resolver, record.question).filter { observation in
        observation.answer?.code == .servFail
          && evidence.observations(.unvalidated, record.question).contains {
            $0.address == observation.address && $0.answer?.code != .servFail && $0.records != nil
          }
      }
      guard !refused.isEmpty else { return nil }
      let errors = refused.flatMap { $0.answer?.extendedErrors ?? [] }.map(\.summary)
      let distinct = Set(errors).sorted()
      return Draft(
        record: record,
        arguments: [
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "name": .name(record.name), "type": .text(record.type.name),
          "resolvers": .servers(refused.map(\.serverAsked)), "count": .count(refused.count),
          "errors": .texts(distinct), "errorCount": .count(distinct.count),
        ], evidence: refused)
    }
  }
}
