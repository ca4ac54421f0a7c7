import DNS
import MailAuth

extension Rule {
  /// A text that is meant as SPF does not begin with exactly `v=spf1` and a space or the end.
  static let spfVersionWrong = Rule(
    "spf-version-wrong", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.5"],
    arguments: ["name", "observed"], explains: .sameRecord(["spf-missing"]),
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1,include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.missing(.spf).compactMap { record, _ in
      let heard = evidence.authoritativeStates(of: record).map(\.observation)
      let texts = heard.flatMap { ($0.records ?? []).texts }
      guard let meant = texts.first(where: { SPFRecord.isMeant(by: $0) }) else { return nil }
      return Draft(
        record: record,
        arguments: ["name": .name(record.name), "observed": .text(RecordText.plain(meant))],
        evidence: heard)
    }
  }
}
