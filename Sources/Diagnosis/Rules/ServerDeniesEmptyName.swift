import DNS

extension Rule {
  /// A server denies a name that has nothing itself but names below it: whoever believes it does
  /// not ask for those.
  static let serverDeniesEmptyName = Rule(
    "server-denies-empty-name", layer: .servers, severity: .warning,
    references: ["RFC 8020 2", "RFC 4592 2.2.2"],
    arguments: ["zone", "name", "servers", "count", "foundName"],
    broken: Example(secondServer: .denyingEmptyNames), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      guard let question = evidence.emptyName(above: record) else { return nil }
      let denying = evidence.observations(.authoritative, question).filter { observation in
        observation.answer?.code == .nxDomain && observation.answer?.isAuthoritative == true
          && evidence.observations(.authoritative, record.question).contains {
            $0.address == observation.address && !$0.ownRecords.isEmpty
          }
      }
      guard !denying.isEmpty else { return nil }
      return Draft(
        record: record,
        arguments: [
          "zone": .name(evidence.zone(of: record.name)?.name ?? evidence.zone),
          "name": .name(question.name), "servers": .servers(denying.map(\.serverAsked)),
          "count": .count(denying.count), "foundName": .name(record.name),
        ], evidence: denying)
    }
  }
}

extension Evidence {
  /// What asks about the name above an expected record, when that is a name in between that needs
  /// no records of its own, such as `_domainkey`.
  public func emptyName(above record: ExpectedRecord) -> Question? {
    guard let parent = record.name.parent, parent.isSubdomain(of: zone), parent != zone,
      parent != domain, !expected.contains(where: { $0.name == parent })
    else { return nil }
    return Question(parent, .txt)
  }
}
