import DNS

extension Rule {
  /// The zone's servers have the record; a resolver still remembers that there was none.
  ///
  /// What one zone denied is told once, however many records that concerns: there is one wait.
  static let answerNegativeCached = Rule(
    "answer-negative-cached", layer: .caches, severity: .warning, references: ["RFC 2308 5"],
    arguments: [
      "name", "type", "records", "count", "resolvers", "waitSeconds", "visibleOn", "waits",
      "deniedBy", "wholeDomain",
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
    evidence.forgottenRecords.compactMap { denied in
      guard let first = denied.records.first else { return nil }
      return Draft(
        record: denied.records.count == 1 ? first : nil,
        arguments: [
          "name": .name(first.name), "type": .text(first.type.name),
          "records": .records(denied.records.map(\.question)),
          "count": .count(denied.records.count),
          "resolvers": .servers(denied.waits.map(\.resolver)), "deniedBy": .name(denied.zone),
          // After a hold or a new delegation it is the zone above that denied, and the whole domain.
          "wholeDomain": .flag(denied.zone == evidence.parent),
        ].merging(denied.waits.arguments) { $1 }, evidence: denied.observations)
    }
  }
}

/// Records of which resolvers still say that there is nothing, all by the word of one zone.
private struct DeniedRecords {
  let zone: DNSName
  /// The name of the one record that this is about, when an alias at its name may be the reason.
  let aliased: DNSName?
  var records: [ExpectedRecord] = []
  var observations: [Observation] = []
  var waits: [ResolverWait] = []
}

extension Evidence {
  fileprivate var forgottenRecords: [DeniedRecords] {
    expected(.match).reduce(into: []) { groups, found in
      let record = found.record
      let behind = resolverStates(of: record).filter { $0.state == .missing }.map(\.observation)
      guard !behind.isEmpty else { return }
      let deniers = behind.compactMap { $0.answer?.denial?.zone }
      let zone = deniers.first { $0 == parent } ?? deniers.first ?? self.zone
      let aliases = observations(.authoritative, Question(record.name, .cname))
      let aliased = aliases.contains { $0.records?.isEmpty == false } ? record.name : nil
      let index =
        groups.firstIndex { $0.zone == zone && $0.aliased == aliased } ?? groups.endIndex
      if index == groups.endIndex { groups.append(DeniedRecords(zone: zone, aliased: aliased)) }
      groups[index].records.append(record)
      groups[index].observations += behind
      // RFC 2308 §5: the SOA that came with the answer counts down in the cache.
      groups[index].waits = ResolverWait.longest(
        groups[index].waits
          + ResolverWait.waits(behind) {
            $0.negativeSeconds ?? negativeSeconds(of: record.name)
          })
    }
  }
}
