import Registration

extension Rule {
  /// The term is over or was prolonged by the registry for now; the domain is still in the DNS.
  static let domainInRenewalGrace = Rule(
    "domain-in-renewal-grace", layer: .registration, severity: .warning,
    references: ["RFC 3915 3.1", "RFC 8056 2"],
    arguments: RegistrationArguments.registry.union(["expiresOn"]),
    broken: Example(registry: .status("autoRenewPeriod")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.phase == .renewalGrace else { return [] }
    let date = facts.verdict.expiresOn?.day
    return [facts.draft(facts.registry, ["expiresOn": .optional(date)])]
  }
}
