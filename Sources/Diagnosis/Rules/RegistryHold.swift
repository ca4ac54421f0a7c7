import Registration

extension Rule {
  /// The registry has taken the domain out of its zone.
  ///
  /// Why, it does not say: the reasons are those that the trade knows.
  static let registryHold = Rule(
    "registry-hold", layer: .registration, severity: .error,
    references: ["RFC 5731 2.3", "RFC 8056 2"],
    arguments: RegistrationArguments.registry.union(RegistrationArguments.host)
      .union(RegistrationArguments.duty).union([
        "registryServers", "holdReason", "auditStatus", "rejectReason", "delegation",
      ]),
    explains: .everythingOfError(after: .registration),
    broken: Example(delegation: .absent, registry: .status("serverHold")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .registryHold else { return [] }
    return [
      facts.draft(
        severity: facts.isStillDelegated ? .warning : .error, facts.registry, facts.host,
        facts.duty,
        [
          "registryServers": .names(facts.verdict.registryServers),
          "holdReason": .text(facts.verdict.likelyHoldReason),
          // The panel of a registrar would show these two; a registry does not publish them.
          "auditStatus": .optional(nil), "rejectReason": .optional(nil),
          "delegation": .text(evidence.delegation.rawValue),
        ])
    ]
  }
}

extension RegistrationVerdict {
  /// The likeliest reason of a hold among those that the catalogue of findings names.
  fileprivate var likelyHoldReason: String {
    switch reasons.first {
    case .realName: "realName"
    case .nameReview: "nameReview"
    default: "notStated"
    }
  }
}
