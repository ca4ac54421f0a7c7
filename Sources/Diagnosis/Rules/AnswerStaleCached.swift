import DNS

extension Rule {
  /// The zone's servers have the new value; a resolver still gives the old one.
  static let answerStaleCached = Rule(
    "answer-stale-cached", layer: .caches, severity: .warning, references: ["RFC 1035 3.2.1"],
    arguments: [
      "name", "type", "expected", "observed", "resolvers", "waitSeconds", "visibleOn", "waits",
    ],
    broken: Example(
      cache: """
        @ MX 10 mxbiz1.qq.com.
        @ 300 TXT "v=spf1 -all"
        qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\(Example.key)"
        _dmarc TXT "v=DMARC1; p=none"
        _token TXT "token=1"
        """), fixed: Example()
  ) { evidence in
    evidence.expected(.match).compactMap { record, _ in
      let behind = evidence.resolverStates(of: record).filter { $0.state == .mismatch }
        .map(\.observation)
      guard !behind.isEmpty else { return nil }
      let waits = ResolverWait.waits(behind, seconds: \.staleSeconds)
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "expected": .text(record.shownValue),
          "observed": .texts(record.relevantTexts(in: behind)),
          "resolvers": .servers(waits.map(\.resolver)),
        ].merging(waits.arguments) { $1 }, evidence: behind)
    }
  }
}
