import DNS
import MailAuth

extension Rule {
  /// Several DMARC records at one name: receivers discard them all.
  static let dmarcMultiple = Rule(
    "dmarc-multiple", layer: .mailAuth, severity: .error, references: ["RFC 9989 4.10"],
    arguments: ["name", "values"], explains: .sameRecord(["record-mismatch"]),
    broken: Example(adding: #"_dmarc TXT "v=DMARC1; p=reject""#), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      guard sight.selected.count > 1 else { return [] }
      return [["name": sight.name, "values": .texts(sight.selected.map(RecordText.plain))]]
    }
  }
}
