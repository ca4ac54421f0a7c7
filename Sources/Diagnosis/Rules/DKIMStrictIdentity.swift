import DNS
import MailAuth

extension Rule {
  /// `t=s`: signatures for subdomains do not count.
  static let dkimStrictIdentity = Rule(
    "dkim-strict-identity", layer: .mailAuth, severity: .info, references: ["RFC 6376 3.6.1"],
    arguments: ["name"],
    broken: Example.dkim("v=DKIM1; k=rsa; t=s; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      sight.verdict.faults.contains(.strictIdentity) ? ["name": sight.name] : nil
    }
  }
}
