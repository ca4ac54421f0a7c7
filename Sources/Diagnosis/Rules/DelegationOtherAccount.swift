import DNS

extension Rule {
  /// The domain is delegated to the right DNS host, but to another zone of it than the one that is
  /// edited: to name servers that another account has, or to a zone that edits do not change.
  static let delegationOtherAccount = Rule(
    "delegation-other-account", layer: .delegation, severity: .error,
    references: ["RFC 1034 4.2.1"],
    arguments: [
      "domain", "host", "delegatedServers", "zoneServers", "serialBefore", "serialAfter", "proof",
    ],
    explains: .findings(consequencesOfDamage.union(["service-partly-verified"])),
    broken: Example(without: "_dmarc", editedServers: ["f1g1ns7.dnspod.net."]),
    fixed: Example(editedServers: ["f1g1ns1.dnspod.net.", "f1g1ns2.dnspod.net."])
  ) { evidence in
    guard evidence.delegation == .present, let edited = evidence.editedZone else { return [] }
    let delegated = evidence.nameServers.map(\.name)
    let serials = evidence.serials
    let isOtherServers = edited.isServedByOthers(than: delegated)
    // A host that does not count says nothing by not counting on: some always say 1.
    let isUntouched =
      edited.serialBefore.map { serials.map(\.serial) == [$0] && $0 > 1 } == true
      && !evidence.expected(.missing).isEmpty
    guard isOtherServers || isUntouched else { return [] }
    let proof = serials.flatMap(\.observations)
    return [
      Draft(
        arguments: [
          "domain": .name(evidence.zone),
          "host": .text(evidence.hostDomains.joined(separator: ", ")),
          "delegatedServers": .names(delegated.sorted()),
          "zoneServers": .names(edited.nameServers.sorted()),
          "serialBefore": .text(edited.serialBefore.map(String.init) ?? ""),
          "serialAfter": .text(serials.map { String($0.serial) }.joined(separator: ", ")),
          "proof": .text(isOtherServers ? "servers" : "serial"),
        ],
        evidence: proof.isEmpty ? evidence.observations.filter { $0.role == .parent } : proof)
    ]
  }
}

extension Evidence {
  /// The serials that the zone's servers give, each with the answers that hold it.
  fileprivate var serials: [(serial: UInt32, observations: [Observation])] {
    let answers = observations(.authoritative, Question(zone, .soa)).filter {
      $0.answer?.isAuthoritative == true
    }
    return Dictionary(grouping: answers.filter { $0.serial != nil }) { $0.serial ?? 0 }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Observation {
  fileprivate var serial: UInt32? {
    for record in answer?.records ?? [] {
      if case .soa(let soa) = record.data { return soa.serial }
    }
    return nil
  }
}
