import Registration

extension Rule {
  /// The registry has not finished creating the domain, or still reviews what was handed in.
  static let registrationPending = Rule(
    "registration-pending", layer: .registration, severity: .error,
    references: ["RFC 5731 2.3", "RFC 8056 2"],
    arguments: RegistrationArguments.registry.union(RegistrationArguments.duty).union(["stage"]),
    explains: .everything(after: .registration),
    broken: Example(delegation: .absent, registry: .status("pendingCreate")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .pending, !facts.isInDNSDuringReview else { return [] }
    return [facts.draft(facts.registry, facts.duty, ["stage": .text(facts.verdict.stage)])]
  }
}

extension RegistrationArguments {
  /// Whether the owner's identity is under review while the domain is in the DNS.
  var isInDNSDuringReview: Bool {
    verdict.phase == .identityReview && evidence.delegation != .absent
  }
}

extension RegistrationVerdict {
  /// What the registry waits for, in the words of the catalogue of findings.
  fileprivate var stage: String {
    if rules.contains(.topNameReview) { return "nameReview" }
    return phase == .identityReview || rules.contains(.idDocuments) ? "documents" : "create"
  }
}
