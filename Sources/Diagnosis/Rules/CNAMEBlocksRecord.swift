import DNS

extension Rule {
  /// An alias stands where the mail service wants a record of another type, which then cannot be
  /// added. The service looks at the name itself, so that the right text at the alias's target
  /// does not help.
  static let cnameBlocksRecord = Rule(
    "cname-blocks-record", layer: .records, severity: .error,
    references: ["RFC 1034 3.6.2", "RFC 2181 10.1"],
    arguments: ["name", "target", "blockedTypes", "hostLabel"],
    explains: .sameName(absences.union(["record-mismatch"])),
    broken: Example(
      without: "_dmarc",
      adding: """
        _dmarc CNAME policy
        policy TXT "v=DMARC1; p=none"
        """), fixed: Example()
  ) { evidence in
    evidence.expectedNames.compactMap { name, all in
      // An alias at a selector is a finding about the key.
      let records = all.filter { $0.purpose != .dkim }
      let aliased = records.flatMap { evidence.observations(.authoritative, $0.question) }.filter {
        $0.alias?.leadsSomewhere == true && !$0.ownRecords.isEmpty
      }
      guard let target = aliased.first?.ownRecords.first?.target else { return nil }
      let types = Set(records.map(\.type.name)).sorted()
      return Draft(
        record: records.first,
        arguments: [
          "name": .name(name), "target": .name(target), "blockedTypes": .texts(types),
          "hostLabel": .text(records.first?.hostLabel(in: evidence) ?? ""),
        ], evidence: aliased)
    }
  }
}

extension AliasChain {
  /// Whether the chain comes to a name that exists; a circle and a dead end are other findings.
  var leadsSomewhere: Bool {
    switch ending {
    case .records, .tooLong, .unknown: true
    case .nothing(let code): code == .noError
    case .loop: false
    }
  }
}
