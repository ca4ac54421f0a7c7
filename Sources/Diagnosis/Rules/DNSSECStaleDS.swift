import DNS

extension Rule {
  /// The zone above says that the domain is signed with keys that the domain does not have.
  ///
  /// This is what a change of the DNS host leaves behind when the DS records stay at the registry.
  static let dnssecStaleDS = Rule(
    "dnssec-stale-ds", layer: .delegation, severity: .error, references: ["RFC 4035 5.2"],
    arguments: ["domain", "parent", "dsTags", "keyTags", "keyCount", "ttl"],
    explains: .findings(["dnssec-bogus", "answer-failure-cached"]),
    broken: Example(
      adding: "@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d",
      parentRecords: "@ 86400 DS 12345 13 2 \(String(repeating: "AB", count: 32))"),
    fixed: Example()
  ) { evidence in
    let domain = evidence.registrableDomain
    let signers = evidence.observations(.parent, Question(domain, .ds)).filter {
      $0.records?.isEmpty == false
    }
    let dsRecords = signers.flatMap { $0.records ?? [] }
    let tags = Set(dsRecords.compactMap(KeyTag.init(ds:)))
    // Only an answer proves that the keys are others, or that there are none.
    let asked = evidence.observations(.authoritative, Question(domain, .dnskey)).filter {
      $0.answer?.isAuthoritative == true && $0.records != nil
    }
    let keys = Set(asked.flatMap { $0.records ?? [] }.compactMap(KeyTag.init(dnskey:)))
    guard !tags.isEmpty, !asked.isEmpty, tags.isDisjoint(with: keys) else { return [] }
    let ttl = dsRecords.map { Int($0.ttl) }.max() ?? 0
    return [
      Draft(
        arguments: [
          "domain": .name(domain), "parent": .name(evidence.parent),
          "dsTags": .texts(tags.map(\.tag).sorted().map(String.init)),
          "keyTags": .texts(keys.map(\.tag).sorted().map(String.init)),
          "keyCount": .count(keys.count), "ttl": .seconds(ttl),
        ], evidence: signers + asked)
    ]
  }
}
