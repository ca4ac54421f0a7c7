import DNS
import MailAuth

extension Rule {
  /// The text is no list of tags as a key record must be.
  static let dkimSyntax = Rule(
    "dkim-syntax", layer: .mailAuth, severity: .error,
    references: ["RFC 6376 3.2", "RFC 6376 3.6.1"],
    arguments: ["name", "tag", "offset", "reason"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("k=rsa; v=DKIM1; p=\(Example.key)"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      guard let error = sight.syntax, ![.missingKey, .base64].contains(error.reason) else {
        return nil
      }
      return [
        "name": sight.name, "tag": .optional(error.tag), "offset": .offset(error.offset),
        "reason": .text(error.reason.rawValue),
      ]
    }
  }
}
