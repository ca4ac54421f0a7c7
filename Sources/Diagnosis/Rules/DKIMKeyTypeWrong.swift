import DNS
import MailAuth

extension Rule {
  /// `k=` is unknown, or is not what the key is.
  static let dkimKeyTypeWrong = Rule(
    "dkim-key-type-wrong", layer: .mailAuth, severity: .error,
    references: ["RFC 6376 3.6.1", "RFC 8463 3"],
    arguments: ["name", "declared", "actual"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("v=DKIM1; k=ed25519; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard case .type(let declared, let actual) = sight.keyFault else { return nil }
      return [
        "name": sight.name, "declared": .text(declared), "actual": .optional(actual?.word),
      ]
    }
  }
}

extension DKIMPublicKeyFault.Algorithm {
  /// The name as the standards write it, or the object identifier.
  fileprivate var word: String {
    switch self {
    case .rsa: "RSA"
    case .ed25519: "Ed25519"
    case .other(let identifier): identifier
    }
  }
}
