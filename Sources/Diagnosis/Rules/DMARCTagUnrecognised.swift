import DNS
import MailAuth

extension Rule {
  /// A tag that DMARC does not have.
  static let dmarcTagUnrecognised = Rule(
    "dmarc-tag-unrecognised", layer: .mailAuth, severity: .warning, references: ["RFC 9989 4.7"],
    arguments: ["name", "tag", "suggestion"],
    broken: Example.dmarc("v=DMARC1; p=none; adkmi=r"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.issues([.unknownTag]).map { issue in
        [
          "name": sight.name, "tag": .text(issue.tag ?? ""),
          "suggestion": .optional(issue.tag.flatMap { DMARCRecord.suggestion(forTag: $0) }),
        ]
      }
    }
  }
}
