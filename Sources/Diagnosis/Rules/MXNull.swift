import DNS
import MailAuth

extension Rule {
  /// The only MX says that the domain takes no mail.
  static let mxNull = Rule(
    "mx-null", layer: .mailAuth, severity: .error, references: ["RFC 7505 3"],
    arguments: ["name"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.mx("0 ."), fixed: Example()
  ) { evidence in
    evidence.mxDrafts { sight, fault in
      fault == .null ? ["name": sight.name] : nil
    }
  }
}
