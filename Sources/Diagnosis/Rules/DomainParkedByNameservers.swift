import DNS
import Registration

extension Rule {
  /// The domain is delegated to the servers of a parking service.
  static let domainParkedByNameservers = Rule(
    "domain-parked-by-nameservers", layer: .registration, severity: .error, references: [],
    arguments: RegistrationArguments.owner.union(["servers", "pattern"]),
    explains: .everything(after: .servers),
    broken: Example(delegatedTo: ["ns1.sedoparking.com.", "ns2.sedoparking.com."]),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .suspended, let standIn = facts.verdict.standIn,
      standIn.kind == .parked
    else { return [] }
    return [
      facts.draft(
        facts.owner,
        [
          "servers": .names(evidence.delegationFacts.delegatedServers),
          "pattern": .name(standIn.suffix),
        ])
    ]
  }
}
