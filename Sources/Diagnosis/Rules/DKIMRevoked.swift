import DNS
import MailAuth

extension Rule {
  /// An empty `p=` says that the key is revoked.
  static let dkimRevoked = Rule(
    "dkim-revoked", layer: .mailAuth, severity: .error, references: ["RFC 6376 6.1.2"],
    arguments: ["name", "observed"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("v=DKIM1; k=rsa; p="), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard sight.verdict.faults.contains(.revoked) else { return nil }
      return ["name": sight.name, "observed": sight.observed]
    }
  }
}
