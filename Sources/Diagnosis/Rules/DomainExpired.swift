import DNS
import Registration

extension Rule {
  /// The term of the registration is over, and the domain is out of the DNS or parked.
  static let domainExpired = Rule(
    "domain-expired", layer: .registration, severity: .error,
    references: ["RFC 3915 3.1", "RFC 8056 2"],
    arguments: RegistrationArguments.registry.union(["expiresOn", "phase", "top", "days"]),
    explains: .everything(after: .registration),
    broken: Example(
      delegation: .absent, registry: .status("redemptionPeriod", expires: "2025-11-20")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .expired else { return [] }
    let phase = facts.verdict.phase ?? .grace
    let remedy = facts.verdict.remedy
    return [
      facts.draft(
        facts.registry,
        [
          "expiresOn": .optional(facts.verdict.expiresOn?.day), "phase": .text(phase.word),
          "top": .text(evidence.registrableDomain.topLabel),
          // For so long restoring is possible, or so long it takes until the name is free.
          "days": .count(remedy?.window?.most ?? remedy?.takes?.most ?? 0),
        ])
    ]
  }
}

extension RegistrationPhase {
  /// The word of the catalogue of findings.
  fileprivate var word: String {
    switch self {
    case .redemption: "redemption"
    case .restorePending: "restorePending"
    case .deletePending: "deletePending"
    default: "grace"
    }
  }
}

extension DNSName {
  /// The last label in small letters, `com`.
  var topLabel: String {
    labels.last.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
  }
}
