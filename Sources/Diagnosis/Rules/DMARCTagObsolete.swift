import DNS
import MailAuth

extension Rule {
  /// Tags, or size limits of report addresses, that the present standard no longer has.
  static let dmarcTagObsolete = Rule(
    "dmarc-tag-obsolete", layer: .mailAuth, severity: .warning,
    references: ["RFC 9989 4.7", "RFC 9989 A.6"],
    arguments: ["name", "tags"],
    broken: Example.dmarc("v=DMARC1; p=none; pct=50"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      let tags = sight.issues([.obsoleteTag, .obsoleteSize]).map { issue in
        issue.reason == .obsoleteSize ? "!" : issue.tag ?? ""
      }
      return tags.isEmpty ? [] : [["name": sight.name, "tags": .texts(tags.distinct)]]
    }
  }
}
