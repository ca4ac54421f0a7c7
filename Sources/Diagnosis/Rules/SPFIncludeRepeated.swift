import DNS
import MailAuth

extension Rule {
  /// Several includes lead to one domain, and each costs its lookups again.
  static let spfIncludeRepeated = Rule(
    "spf-include-repeated", layer: .mailAuth, severity: .warning, references: ["RFC 7208 5.2"],
    arguments: ["name", "include", "count"],
    broken: Example(
      without: "spf1",
      adding: #"@ TXT "v=spf1 include:qcloudmail.com include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight -> [Draft] in
      guard sight.tree.status == .sound, sight.tree.loops.isEmpty else { return [] }
      return sight.tree.repeatedTargets.map { domain, count in
        Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "include": .text(domain.withoutFinalDot), "count": .count(count),
          ], evidence: sight.observations + evidence.observations(of: domain, .txt))
      }
    }
  }
}
