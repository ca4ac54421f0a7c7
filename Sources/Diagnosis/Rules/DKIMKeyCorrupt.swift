import DNS
import MailAuth

extension Rule {
  /// What `p=` holds is no base64, or decodes to no public key.
  static let dkimKeyCorrupt = Rule(
    "dkim-key-corrupt", layer: .mailAuth, severity: .error, references: ["RFC 6376 3.6.1"],
    arguments: ["name", "offset", "reason"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dkim("v=DKIM1; k=rsa; p=AAAA"), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      if let error = sight.syntax, error.reason == .base64 {
        return [
          "name": sight.name, "offset": .offset(error.offset), "reason": .text("base64"),
        ]
      }
      guard let (reason, offset) = sight.keyFault?.corruption else { return nil }
      return ["name": sight.name, "offset": .offset(offset), "reason": .text(reason)]
    }
  }
}

extension DKIMPublicKeyFault {
  /// What is wrong with the octets of a key and where; nil when another rule says it better.
  fileprivate var corruption: (reason: String, offset: Int)? {
    switch self {
    case .corrupt(let reason, let offset): (reason.rawValue, offset)
    case .overlong(let announced, _): ("overlong", announced)
    case .truncated(nil, let observed): ("cutOff", observed)
    case .length(_, let observed): ("length", observed)
    case .wrapped: ("wrapped", 0)
    case .empty, .truncated, .type: nil
    }
  }
}
