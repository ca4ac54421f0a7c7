import DNS
import MailAuth

extension Rule {
  /// A part of the record is no tag with a value.
  static let dmarcSyntax = Rule(
    "dmarc-syntax", layer: .mailAuth, severity: .error, references: ["RFC 9989 4.8"],
    arguments: ["name", "observed", "offset", "reason"],
    explains: .sameRecord(["record-mismatch", "dmarc-policy-missing", "dmarc-policy-value-wrong"]),
    broken: Example.dmarc("v=DMARC1; p=none rua=mailto:a@example.com"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.issues([.emptyTag, .missingEquals, .tagName, .character, .missingSemicolon])
        .prefix(1).map { issue in
          [
            "name": sight.name, "observed": sight.observed, "offset": .offset(issue.offset),
            "reason": .text(issue.reason.rawValue),
          ]
        }
    }
  }
}
