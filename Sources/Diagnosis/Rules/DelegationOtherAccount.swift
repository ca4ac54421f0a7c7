import DNS

extension Rule {
  /// The domain is delegated to the right DNS host, but to other name servers of it than the zone
  /// has that is edited: to another account's.
  static let delegationOtherAccount = Rule(
    "delegation-other-account", layer: .delegation, severity: .error,
    references: ["RFC 1034 4.2.1"],
    arguments: ["domain", "host", "delegatedServers", "zoneServers"],
    explains: .findings(consequencesOfDamage.union(["service-partly-verified"])),
    broken: Example(without: "_dmarc", editedServers: ["f1g1ns7.dnspod.net."]),
    fixed: Example(editedServers: ["f1g1ns1.dnspod.net.", "f1g1ns2.dnspod.net."])
  ) { evidence in
    guard evidence.delegation == .present, let edited = evidence.editedZone else { return [] }
    let delegated = evidence.nameServers.map(\.name)
    guard edited.isServedByOthers(than: delegated) else { return [] }
    // As long as all is right in the other zone, only the next change will be lost.
    let lacks = evidence.expected.contains { evidence.lacks($0) }
    return [
      Draft(
        severity: lacks ? .error : .warning,
        arguments: [
          "domain": .name(evidence.zone),
          "host": .text(evidence.hostDomains.joined(separator: ", ")),
          "delegatedServers": .names(delegated.sorted()),
          "zoneServers": .names(edited.nameServers.sorted()),
        ], evidence: evidence.observations.filter { $0.role == .parent })
    ]
  }
}
