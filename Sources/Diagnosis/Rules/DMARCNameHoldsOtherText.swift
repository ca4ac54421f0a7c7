import DNS
import MailAuth

extension Rule {
  /// There are texts at the name, and none of them has to do with DMARC.
  static let dmarcNameHoldsOtherText = Rule(
    "dmarc-name-holds-other-text", layer: .mailAuth, severity: .error,
    references: ["RFC 9989 4.10"],
    arguments: ["name", "values"], explains: .sameRecord(["dmarc-missing"]),
    broken: Example.dmarc("site-token=1"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      guard !sight.texts.isEmpty, sight.selected.isEmpty,
        !sight.texts.contains(where: { DMARCRecord.isMeant(by: $0) })
      else { return [] }
      return [["name": sight.name, "values": .texts(sight.texts.map(RecordText.plain))]]
    }
  }
}
