import Foundation
import Registration

extension Rule {
  /// The domain is in the DNS, but its owner's identity is still under review.
  static let registrationIdentityUnverified = Rule(
    "registration-identity-unverified", layer: .registration, severity: .warning, references: [],
    arguments: RegistrationArguments.registry.union(RegistrationArguments.duty).union([
      "auditStatus", "rejectReason", "deadline",
    ]),
    broken: Example(registry: .status("pendingVerification")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .pending, facts.isInDNSDuringReview else { return [] }
    return [
      facts.draft(
        facts.registry, facts.duty,
        [
          // The panel of a registrar would show these two; a registry does not publish them.
          "auditStatus": .optional(nil), "rejectReason": .optional(nil),
          "deadline": .optional(facts.deadline),
        ])
    ]
  }
}

extension RegistrationArguments {
  /// The day by which the owner's duty must be done, when it counts from a known registration.
  fileprivate var deadline: String? {
    guard let days = OwnerDuty(verdict).rule?.deadlineDays, let begin = verdict.registeredOn else {
      return nil
    }
    return begin.day(after: days)
  }
}
