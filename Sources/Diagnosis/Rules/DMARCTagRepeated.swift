import DNS
import MailAuth

extension Rule {
  /// A tag stands there twice.
  static let dmarcTagRepeated = Rule(
    "dmarc-tag-repeated", layer: .mailAuth, severity: .error,
    references: ["RFC 9989 4.7", "RFC 9989 4.8"],
    arguments: ["name", "tag"], explains: .sameRecord(["record-mismatch"]),
    broken: Example.dmarc("v=DMARC1; p=none; p=reject"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.issues([.repeatedTag]).compactMap(\.tag).distinct.map {
        ["name": sight.name, "tag": .text($0)]
      }
    }
  }
}
