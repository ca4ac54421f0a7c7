import DNS

extension Rule {
  /// The value of another expected record stands here: a row was mixed up in copying.
  static let valueOfOtherRecord = Rule(
    "value-of-other-record", layer: .content, severity: .error, references: [],
    arguments: [
      "name", "observed", "ownerDomain", "ownerName", "expected", "hostLabel",
    ],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(without: "_dmarc", adding: #"_dmarc TXT "v=spf1 include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    // At the domain itself such a text is misplaced, which is another finding.
    let apart = evidence.expected.filter { $0.type == .txt && $0.name != evidence.domain }
    return apart.flatMap { record -> [Draft] in
      let heard = evidence.authoritativeStates(of: record).filter { $0.state != .unknown }
      guard !heard.isEmpty, !heard.contains(where: { $0.state == .match }) else { return [] }
      return evidence.expected.filter { $0.type == record.type && $0.name != record.name }
        .compactMap { owner in
          let holding = heard.map(\.observation).filter { owner.state(in: $0) == .match }
          guard let first = holding.first else { return nil }
          let text = (first.records ?? []).first { owner.state(of: [$0]) == .match }
          return Draft(
            record: record,
            arguments: [
              "name": .name(record.name), "observed": .text(text.map(RecordText.of) ?? ""),
              "ownerDomain": .name(evidence.domain), "ownerName": .name(owner.name),
              "expected": .text(record.shownValue),
              "hostLabel": .text(record.hostLabel(in: evidence)),
            ], evidence: holding)
        }
    }
  }
}
