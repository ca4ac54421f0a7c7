import DNS
import MailAuth

extension Rule {
  /// `s=` does not permit the key for mail.
  static let dkimServiceOther = Rule(
    "dkim-service-other", layer: .mailAuth, severity: .error, references: ["RFC 6376 3.6.1"],
    arguments: ["name", "observed"],
    broken: Example.dkim("v=DKIM1; k=rsa; s=tlsrpt; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      for case .service(let services) in sight.verdict.faults {
        return ["name": sight.name, "observed": .text(services.joined(separator: ":"))]
      }
      return nil
    }
  }
}
