import DNS
import MailAuth

extension Rule {
  /// The record has no `p=`, and so no key.
  static let dkimKeyMissing = Rule(
    "dkim-key-missing", layer: .mailAuth, severity: .error, references: ["RFC 6376 6.1.2"],
    arguments: ["name", "observed"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("v=DKIM1; k=rsa"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard sight.syntax?.reason == .missingKey else { return nil }
      return ["name": sight.name, "observed": sight.observed]
    }
  }
}
