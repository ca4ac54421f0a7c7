import DNS
import MailAuth

extension Rule {
  /// Several texts at the selector: receivers take any one of them.
  static let dkimMultiple = Rule(
    "dkim-multiple", layer: .mailAuth, severity: .error, references: ["RFC 6376 3.6.2.2"],
    arguments: ["name", "values", "expected"], explains: .sameRecord(["record-mismatch"]),
    broken: Example(adding: #"qcloud._domainkey TXT "v=DKIM1; k=rsa; p=""#), fixed: Example()
  ) { evidence in
    evidence.dkimDrafts { sight in
      for case .several in sight.verdict.faults {
        return [
          "name": sight.name, "values": .texts(sight.verdict.texts.map(RecordText.plain)),
          "expected": .text(sight.expected.shownValue),
        ]
      }
      return nil
    }
  }
}
