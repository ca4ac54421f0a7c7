import DNS

extension Rule {
  /// An alias stands where the mail service wants a record of another type, which then cannot be
  /// added.
  ///
  /// Whoever follows the alias to the right records is served (RFC 1034 §3.6.2); that a mail service
  /// may look at the name itself is worth knowing and no fault of the domain.
  static let cnameBlocksRecord = Rule(
    "cname-blocks-record", layer: .records, severity: .error,
    references: ["RFC 1034 3.6.2", "RFC 2181 10.1"],
    arguments: ["name", "target", "blockedTypes", "hostLabel", "isRight"],
    explains: .sameNameOfError(
      consequencesOfDamage.union(["mx-existing-mailbox", "spf-at-other-name"])),
    broken: Example(
      without: "_dmarc",
      adding: """
        _dmarc CNAME www
        www A 192.0.2.80
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
      let isRight = records.allSatisfy(evidence.isRightEverywhere)
      return Draft(
        record: records.first, severity: isRight ? .info : .error,
        arguments: [
          "name": .name(name), "target": .name(target), "blockedTypes": .texts(types),
          "hostLabel": .text(records.first?.hostLabel(in: evidence) ?? ""),
          "isRight": .flag(isRight),
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
