import Registration

extension Rule {
  /// The registrar has had the domain taken out of the registry's zone.
  static let registrarHold = Rule(
    "registrar-hold", layer: .registration, severity: .error,
    references: ["RFC 5731 2.3", "RFC 8056 2"],
    arguments: RegistrationArguments.registry.union(RegistrationArguments.host)
      .union(RegistrationArguments.duty).union(["registryServers", "delegation"]),
    explains: .everythingOfError(after: .registration),
    broken: Example(delegation: .absent, registry: .status("clientHold")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .registrarHold else { return [] }
    return [
      facts.draft(
        severity: facts.isStillDelegated ? .warning : .error, facts.registry, facts.host,
        facts.duty,
        [
          "registryServers": .names(facts.verdict.registryServers),
          "delegation": .text(evidence.delegation.rawValue),
        ])
    ]
  }
}
