import DNS
import MailAuth

extension Rule {
  /// An alias stands at the selector where a text is asked for.
  static let dkimIsAlias = Rule(
    "dkim-is-alias", layer: .mailAuth, severity: .error, references: ["RFC 1034 3.6.2"],
    arguments: ["name", "target", "targetHoldsKey"],
    broken: Example(
      without: "_domainkey",
      adding: """
        qcloud._domainkey CNAME key.example.com.
        key TXT "v=DKIM1; k=rsa; p=\(Example.key)"
        """), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      for case .alias(let target, let holdsKey) in sight.verdict.faults {
        return ["name": sight.name, "target": .name(target), "targetHoldsKey": .flag(holdsKey)]
      }
      return nil
    }
  }
}
