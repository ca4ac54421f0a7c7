import DNS
import MailAuth

extension Rule {
  /// `t=y`: the owner is only testing, and receivers may ignore the signature.
  static let dkimTesting = Rule(
    "dkim-testing", layer: .mailAuth, severity: .warning, references: ["RFC 6376 3.6.1"],
    arguments: ["name"],
    broken: Example.dkim("v=DKIM1; k=rsa; t=y; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      sight.verdict.faults.contains(.testing) ? ["name": sight.name] : nil
    }
  }
}
