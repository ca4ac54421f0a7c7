import DNS
import MailAuth

extension Rule {
  /// The record asks for no policy.
  static let dmarcPolicyMissing = Rule(
    "dmarc-policy-missing", layer: .mailAuth, severity: .error,
    references: ["RFC 9989 4.7", "RFC 9989 4.10.1"],
    arguments: ["name", "observed"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dmarc("v=DMARC1; rua=mailto:a@example.com"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      guard sight.cautions.contains(.policyMissing) else { return [] }
      return [["name": sight.name, "observed": sight.observed]]
    }
  }
}
