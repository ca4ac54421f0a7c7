import DNS
import MailAuth

extension Rule {
  /// Mailboxes are served at the name: other MX records would take the mail away from them.
  static let mxExistingMailbox = Rule(
    "mx-existing-mailbox", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "existing", "mailboxService"],
    explains: .sameRecord(["record-mismatch"]),
    broken: Example.mx("1 smtp.google.com.").inWorld("smtp.google.com. A 203.0.113.26\n"),
    fixed: Example()
  ) { evidence in
    evidence.mxSights.compactMap { sight in
      let wanted = evidence.expected.filter { $0.name == sight.expected.name }
        .compactMap(\.exchanger?.exchange)
      guard !sight.verdict.exchangers.contains(where: { wanted.contains($0.exchange) }),
        let provider = MailboxProvider.of(sight.verdict.exchangers).first(where: {
          $0.kind != .sender
        })
      else { return nil }
      return Draft(
        record: sight.expected,
        arguments: [
          "name": sight.name, "existing": .texts(sight.values),
          "mailboxService": .mailboxProvider(id: provider.id),
        ], evidence: sight.observations)
    }
  }
}
