import DNS
import MailAuth

extension Rule {
  /// An RSA key below 1024 bits, which receivers must not accept.
  static let dkimKeyShort = Rule(
    "dkim-key-short", layer: .mailAuth, severity: .error, references: ["RFC 8301 3.2"],
    arguments: ["name", "bits", "minimumBits"],
    explains: .sameRecord(["record-mismatch", "dkim-key-other"]),
    broken: Example.dkim("v=DKIM1; k=rsa; p=\(Example.shortKey)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      for case .weak(let bits) in sight.verdict.faults {
        return ["name": sight.name, "bits": .count(bits), "minimumBits": .count(1024)]
      }
      return nil
    }
  }
}

extension Example {
  /// A 512-bit RSA public key, made for these examples.
  fileprivate static let shortKey = """
    MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMLF023vRsppdk4ZDriclfKymHQeY35lmYoGF6eyFxp0\
    L/VAu3qdPOA1HfILSwtNwlvR3QlpCpiXWIKsahzULuUCAwEAAQ==
    """
}
