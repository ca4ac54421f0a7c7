import DNS
import MailAuth

extension Rule {
  /// The record says nothing of senders that it does not list.
  static let spfNoDefault = Rule(
    "spf-no-default", layer: .mailAuth, severity: .warning,
    references: ["RFC 7208 4.7", "RFC 7208 5.1"], arguments: ["name", "ending"],
    broken: Example(without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com""#),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      switch sight.record?.ending {
      case .all(.neutral): ["name": sight.name, "ending": .text("neutral")]
      case .absent: ["name": sight.name, "ending": .text("absent")]
      case .all, .redirect, nil: nil
      }
    }
  }
}
