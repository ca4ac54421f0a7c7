import DNS
import MailAuth

extension Rule {
  /// Text of Sender ID, which nobody reads any more, beside the SPF record.
  static let spfObsoleteForm = Rule(
    "spf-obsolete-form", layer: .mailAuth, severity: .warning, references: ["RFC 7208 3.1"],
    arguments: ["name", "form", "observed"],
    broken: Example(adding: #"@ TXT "spf2.0/pra include:qcloudmail.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.expected.filter { $0.purpose == .spf }.compactMap { record in
      let heard = evidence.authoritativeStates(of: record).map(\.observation)
      let texts = heard.flatMap { ($0.records ?? []).texts }.map(RecordText.plain)
      guard let senderID = texts.first(where: { $0.lowercased().hasPrefix("spf2.0/") }) else {
        return nil
      }
      return Draft(
        record: record,
        arguments: [
          "name": .name(record.name), "form": .text("senderId"), "observed": .text(senderID),
        ], evidence: heard)
    }
  }
}
