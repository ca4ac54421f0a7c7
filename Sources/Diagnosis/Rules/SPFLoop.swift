import DNS
import MailAuth

extension Rule {
  /// Includes or redirects lead back to a domain that led to them.
  static let spfLoop = Rule(
    "spf-loop", layer: .mailAuth, severity: .error, references: ["RFC 7208 5.2", "RFC 7208 6.1"],
    arguments: ["name", "chain"],
    broken: Example(
      without: "spf1",
      adding: """
        @ TXT "v=spf1 include:qcloudmail.com include:more.example.com ~all"
        more TXT "v=spf1 include:example.com ~all"
        """),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      sight.tree.loops.prefix(1).map { chain in
        Draft(
          record: sight.expected, arguments: ["name": sight.name, "chain": .names(chain)],
          evidence: sight.observations
            + chain.dropFirst().dropLast().flatMap { evidence.observations(of: $0, .txt) })
      }
    }
  }
}
