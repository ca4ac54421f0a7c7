import DNS
import Registration

extension Rule {
  /// The zone above does not list the domain, so nothing below it exists for anyone.
  ///
  /// Where the registry gives the reason, a finding of the layer registration speaks instead. Where
  /// it is not known, the missing delegation is proven all the same.
  static let domainNotDelegated = Rule(
    "domain-not-delegated", layer: .delegation, severity: .error,
    references: ["RFC 5731 2.3", "RFC 8020 2"],
    arguments: RegistrationArguments.registry.union(RegistrationArguments.duty).union([
      "count", "servers", "registryServers", "registryServerCount", "registrationKnown",
      "registrationAsked",
    ]),
    explains: .everything(after: .delegation),
    broken: Example(delegation: .absent), fixed: Example()
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard evidence.delegation == .absent,
      [.notDelegated, .unknown].contains(facts.verdict.status)
    else { return [] }
    let servers = evidence.undelegatedServers
    let registered = facts.verdict.registryServers
    return [
      facts.draft(
        facts.registry, facts.duty,
        [
          "count": .count(servers.count), "servers": .names(servers),
          "registryServers": .names(registered), "registryServerCount": .count(registered.count),
          "registrationKnown": .flag(facts.verdict.status == .notDelegated),
          "registrationAsked": .flag(evidence.registration != nil),
        ])
    ]
  }
}
