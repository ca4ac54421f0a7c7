import DNS
import MailAuth

extension Rule {
  /// `p` does not follow `v` directly, as older receivers want it.
  static let dmarcPolicyNotSecond = Rule(
    "dmarc-policy-not-second", layer: .mailAuth, severity: .warning,
    references: ["RFC 7489 6.4", "RFC 9989 4.8"],
    arguments: ["name", "offset"],
    broken: Example.dmarc("v=DMARC1; sp=none; p=none"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.cautions.compactMap { caution in
        guard case .policyNotSecond(let offset) = caution else { return nil }
        return ["name": sight.name, "offset": .offset(offset)]
      }
    }
  }
}
