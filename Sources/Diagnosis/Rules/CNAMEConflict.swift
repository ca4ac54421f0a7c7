import DNS

extension Rule {
  /// An alias and other data stand at one name, which the DNS does not allow: what a resolver gives
  /// depends on what it was asked first.
  static let cnameConflict = Rule(
    "cname-conflict", layer: .records, severity: .error,
    references: ["RFC 1034 3.6.2", "RFC 2181 10.1"],
    arguments: ["name", "target", "otherTypes", "hostLabel"],
    explains: .sameName(["answer-stale-cached", "answer-negative-cached", "cname-blocks-record"]),
    broken: Example(adding: "_dmarc CNAME policy.example.net."), fixed: Example()
  ) { evidence in
    evidence.expectedNames.compactMap { name, records in
      let aliases = evidence.observations(.authoritative, Question(name, .cname)).filter {
        $0.answer?.isAuthoritative == true && !$0.ownRecords.isEmpty
      }
      let others = records.flatMap { evidence.observations(.authoritative, $0.question) }.filter {
        observation in
        observation.answer?.isAuthoritative == true
          && observation.ownRecords.contains { $0.type == observation.question.type }
      }
      guard let target = aliases.first?.ownRecords.first?.target, !others.isEmpty else {
        return nil
      }
      let types = Set(others.map(\.question.type.name)).sorted()
      return Draft(
        record: records.first,
        arguments: [
          "name": .name(name), "target": .name(target), "otherTypes": .texts(types),
          "hostLabel": .text(records.first?.hostLabel(in: evidence) ?? ""),
        ], evidence: aliases + others)
    }
  }
}

extension Evidence {
  /// The names of the expected records, each with the records that are no aliases themselves.
  var expectedNames: [(name: DNSName, records: [ExpectedRecord])] {
    let records = expected.filter { $0.type != .cname }
    let names = records.map(\.name).reduce(into: [DNSName]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return names.map { name in (name, records.filter { $0.name == name }) }
  }
}
