import DNS
import MailAuth

extension Rule {
  /// `t=y`: receivers apply a milder policy.
  static let dmarcTestMode = Rule(
    "dmarc-test-mode", layer: .mailAuth, severity: .info, references: ["RFC 9989 4.7"],
    arguments: ["name", "policy", "effectivePolicy"],
    broken: Example.dmarc("v=DMARC1; p=reject; t=y"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.cautions.compactMap { caution in
        guard case .testMode(let declared, let applied) = caution else { return nil }
        return [
          "name": sight.name, "policy": .text(declared.rawValue),
          "effectivePolicy": .text(applied.rawValue),
        ]
      }
    }
  }
}
