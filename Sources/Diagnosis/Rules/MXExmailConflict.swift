import DNS
import MailAuth

extension Rule {
  /// The domain's mailboxes are with Tencent Exmail, whose domains the mail service refuses.
  ///
  /// The mail service may share its server with Exmail, so only Exmail's SPF record proves it.
  static let mxExmailConflict = Rule(
    "mx-exmail-conflict", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "existing", "evidenceKind"],
    explains: .sameRecord(["mx-existing-mailbox"]),
    broken: Example(
      without: "spf1",
      adding: #"@ TXT "v=spf1 include:spf.mail.qq.com include:qcloudmail.com ~all""#
    ).inWorld("spf.mail.qq.com. TXT \"v=spf1 ip4:203.0.113.0/24 -all\"\n"),
    fixed: Example()
  ) { evidence in
    evidence.mxSights.compactMap { sight in
      guard sight.expected.refusedMailboxes?.contains(exmail) == true,
        MailboxProvider.of(sight.verdict.exchangers).contains(where: { $0.id == exmail }),
        let spf = evidence.observations(of: sight.expected.name, .txt)
          .first(where: \.allowsExmail)
      else { return nil }
      return Draft(
        record: sight.expected,
        arguments: [
          "name": sight.name, "existing": .texts(sight.values), "evidenceKind": .text("spf"),
        ], evidence: sight.observations + [spf])
    }
  }

  /// The id of Tencent Exmail among the mailbox providers.
  private static let exmail = "tencent-exmail"
}

extension Observation {
  /// Whether an SPF record in the answer has the include that Exmail asks its customers for.
  fileprivate var allowsExmail: Bool {
    SPFRecord.select(from: (records ?? []).texts).contains { text in
      (try? SPFRecord(parsing: text))?.terms.contains {
        $0.included?.text.lowercased().split(separator: ".") == ["spf", "mail", "qq", "com"]
      } == true
    }
  }
}
