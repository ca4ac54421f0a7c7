import DNS
import MailAuth

extension Rule {
  /// A redirect beside an `all` is never followed.
  static let spfRedirectIgnored = Rule(
    "spf-redirect-ignored", layer: .mailAuth, severity: .warning, references: ["RFC 7208 6.1"],
    arguments: ["name", "target"],
    broken: Example(
      without: "spf1",
      adding: #"@ TXT "v=spf1 include:qcloudmail.com ~all redirect=_spf.example.net""#),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard let record = sight.record, case .all = record.ending, let target = record.redirect
      else { return nil }
      return ["name": sight.name, "target": .text(target.text)]
    }
  }
}
