import DNS
import MailAuth

extension Rule {
  /// The letters are right, their case is not: another value, where case counts.
  static let valueCaseChanged = Rule(
    "value-case-changed", layer: .content, severity: .error, references: ["RFC 4648 4"],
    arguments: ["name", "expected", "observed", "hostLabel"],
    explains: .sameRecord(consequencesOfDamage),
    broken: Example(
      without: "_domainkey",
      adding: #"qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\#(Example.key.lowercased())""#),
    fixed: Example()
  ) { evidence in
    evidence.meantRecords().filter { !$0.isRight }.compactMap { meant in
      guard meant.record.isCaseChanged(in: meant.text) else { return nil }
      return evidence.draft(meant, [:])
    }
  }
}

extension ExpectedRecord {
  /// Whether a text is this record's value in other letters; SPF terms and DMARC tags may be in
  /// either case and are judged by their own rules.
  fileprivate func isCaseChanged(in text: MeantText) -> Bool {
    let (found, wanted) = (text.value.withoutSpaces, value.withoutSpaces)
    switch purpose {
    case .dkim, .other: return found != wanted && found.lowercased() == wanted.lowercased()
    case .mx, .spf, .dmarc: return false
    }
  }
}
