import DNS
import MailAuth

extension Rule {
  /// Terms behind `all` are never read.
  static let spfTermAfterAll = Rule(
    "spf-term-after-all", layer: .mailAuth, severity: .warning, references: ["RFC 7208 4.6.2"],
    arguments: ["name", "terms", "offset"],
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com ~all ip4:192.0.2.1""#),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      let behind = sight.tree.deadTerms.filter { $0.reason == .behindAll }
      guard sight.tree.status == .sound, let first = behind.first else { return nil }
      return [
        "name": sight.name, "terms": .texts(behind.map(\.term.description)),
        "offset": .offset(first.offset),
      ]
    }
  }
}
