import DNS
import MailAuth

extension Rule {
  /// The key announces more octets than are there, or is a beginning of the expected one.
  static let dkimKeyTruncated = Rule(
    "dkim-key-truncated", layer: .mailAuth, severity: .error, references: ["RFC 8017 A.1.1"],
    arguments: ["name", "expectedLength", "observedLength"],
    explains: .sameRecord(["record-mismatch", "dkim-key-corrupt"]),
    broken: Example.dkim("v=DKIM1; k=rsa; p=\(Example.key.prefix(120))"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      if case .truncated(let announced?, let observed) = sight.keyFault {
        return [
          "name": sight.name, "expectedLength": .count(announced),
          "observedLength": .count(observed),
        ]
      }
      guard case .truncated(let length, let expected) = sight.comparison else { return nil }
      return [
        "name": sight.name, "expectedLength": .count(expected), "observedLength": .count(length),
      ]
    }
  }
}
