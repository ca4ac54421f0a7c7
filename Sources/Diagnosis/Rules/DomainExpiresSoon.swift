import Foundation
import Registration

extension Rule {
  /// The term ends within a month, or the deletion was asked for.
  static let domainExpiresSoon = Rule(
    "domain-expires-soon", layer: .registration, severity: .warning, references: ["RFC 9083 4.5"],
    arguments: RegistrationArguments.registry.union([
      "expiresOn", "daysLeft", "limit", "deletionRequested",
    ]),
    broken: Example(registry: .status("ok", expires: "2026-01-15")),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    let isEnding = facts.verdict.phase == .deletionRequested
    guard facts.verdict.status == .active, facts.verdict.phase == nil || isEnding else { return [] }
    let days = facts.verdict.expiresOn.map { date in
      Int((date.latest.timeIntervalSince1970 - Double(evidence.checkedAt)) / 86_400)
    }
    guard isEnding || days.map({ (0...soon).contains($0) }) == true else { return [] }
    return [
      facts.draft(
        facts.registry,
        [
          "expiresOn": .optional(facts.verdict.expiresOn?.day),
          "daysLeft": .count(max(days ?? 0, 0)), "limit": .count(soon),
          "deletionRequested": .flag(isEnding),
        ])
    ]
  }

  /// So near an end is worth a word; unit: days.
  private static let soon = 30
}
