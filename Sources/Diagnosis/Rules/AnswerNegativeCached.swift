import DNS

extension Rule {
  /// The zone's servers have the record; a resolver still remembers that there was none.
  static let answerNegativeCached = Rule(
    "answer-negative-cached", layer: .caches, severity: .warning, references: ["RFC 2308 5"],
    arguments: [
      "name", "type", "resolvers", "waitSeconds", "visibleOn", "waits", "deniedBy", "wholeDomain",
    ],
    broken: Example(
      cache: """
        @ 440 SOA f1g1ns1.dnspod.net. hostmaster.example.com. 1 60 60 3600 600
        @ MX 10 mxbiz1.qq.com.
        @ TXT "v=spf1 include:qcloudmail.com ~all"
        qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\(Example.key)"
        _token TXT "token=1"
        """), fixed: Example()
  ) { evidence in
    evidence.expected(.match).compactMap { record, _ in
      let behind = evidence.resolverStates(of: record).filter { $0.state == .missing }
        .map(\.observation)
      guard !behind.isEmpty else { return nil }
      // RFC 2308 §5: the SOA that came with the answer counts down in the cache.
      let waits = ResolverWait.waits(behind) {
        $0.negativeSeconds ?? evidence.negativeSeconds(of: record.name)
      }
      let denials = behind.compactMap { $0.answer?.denial }
      // After a hold or a new delegation it is the zone above that denied, and the whole domain.
      let denier = denials.map(\.zone).first { $0 == evidence.parent }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "type": .text(record.type.name),
          "resolvers": .servers(waits.map(\.resolver)),
          "deniedBy": .name(denier ?? denials.first?.zone ?? evidence.zone),
          "wholeDomain": .flag(denier != nil),
        ].merging(waits.arguments) { $1 }, evidence: behind)
    }
  }
}
