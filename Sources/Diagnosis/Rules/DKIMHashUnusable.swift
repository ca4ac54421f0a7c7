import DNS
import MailAuth

extension Rule {
  /// `h=` does not permit sha256, the one hash that is left.
  static let dkimHashUnusable = Rule(
    "dkim-hash-unusable", layer: .mailAuth, severity: .error,
    references: ["RFC 6376 3.6.1", "RFC 8301 3.1"],
    arguments: ["name", "values"],
    broken: Example.dkim("v=DKIM1; k=rsa; h=sha1; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      for case .hash(let permitted) in sight.verdict.faults {
        return ["name": sight.name, "values": .texts(permitted)]
      }
      return nil
    }
  }
}
