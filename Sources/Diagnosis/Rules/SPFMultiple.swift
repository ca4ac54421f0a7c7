import DNS
import MailAuth

extension Rule {
  /// Two or more SPF records at one name: receivers must treat that as an error (permerror).
  static let spfMultiple = Rule(
    "spf-multiple", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.5"],
    arguments: ["name", "values", "merged", "count", "host"],
    explains: .sameRecord(["record-mismatch"]),
    broken: Example(adding: #"@ TXT "v=spf1 include:_spf.example.net ~all""#), fixed: Example()
  ) { evidence in
    evidence.expected.compactMap { record in
      guard record.purpose == .spf else { return nil }
      let heard = evidence.authoritativeStates(of: record).map(\.observation)
      let several = heard.filter { SPFRecord.select(from: ($0.records ?? []).texts).count > 1 }
      guard !several.isEmpty else { return nil }
      let values = record.relevantTexts(in: several)
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "values": .texts(values), "count": .count(values.count),
          "merged": .text(record.proposedValue(seeing: several)),
          "host": .text(record.name.hostLabel(in: evidence.zone)),
        ], evidence: several)
    }
  }
}
