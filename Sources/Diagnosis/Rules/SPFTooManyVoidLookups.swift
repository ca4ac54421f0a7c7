import DNS
import MailAuth

extension Rule {
  /// More lookups find nothing than receivers put up with.
  static let spfTooManyVoidLookups = Rule(
    "spf-too-many-void-lookups", layer: .mailAuth, severity: .error,
    references: ["RFC 7208 4.6.4"], arguments: ["name", "count", "limit", "terms"],
    explains: .sameRecord(["spf-host-without-address"]),
    broken: Example(
      without: "spf1",
      adding: """
        @ TXT "v=spf1 include:qcloudmail.com a:x.example.com a:y.example.com a:z.example.com ~all"
        """),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard sight.tree.status == .sound, sight.tree.voidLookups > SPFLimits.voidLookups else {
        return nil
      }
      let dead = (sight.tree.voids + sight.tree.withoutAddress).map(\.branch.term.description)
      return [
        "name": sight.name, "count": .count(sight.tree.voidLookups),
        "limit": .count(SPFLimits.voidLookups), "terms": .texts(dead.distinct),
      ]
    }
  }
}
