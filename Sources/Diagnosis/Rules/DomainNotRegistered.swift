import Registration

extension Rule {
  /// The registry has no such domain, and the zone above agrees.
  static let domainNotRegistered = Rule(
    "domain-not-registered", layer: .registration, severity: .error,
    references: ["RFC 9083 6", "RFC 7480 5.3"],
    arguments: RegistrationArguments.host.union([
      "domain", "parent", "registry", "source", "askedAt", "suggestions", "suggestionCount",
    ]),
    explains: .everything(after: .registration),
    broken: Example(delegation: .absent, registry: .nothing), fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .notRegistered else { return [] }
    let near = NearNames.of(evidence.registrableDomain)
    let wanted = facts.registry.filter {
      ["domain", "parent", "registry", "source", "askedAt"].contains($0.key)
    }
    return [
      facts.draft(
        wanted, facts.host, ["suggestions": .names(near), "suggestionCount": .count(near.count)])
    ]
  }
}
