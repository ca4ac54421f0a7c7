import DNS
import MailAuth

extension Rule {
  /// The record is longer than fits well into an answer over UDP.
  static let spfTooLong = Rule(
    "spf-too-long", layer: .mailAuth, severity: .warning,
    references: ["RFC 7208 3.3", "RFC 7208 3.4"], arguments: ["name", "length", "limit"],
    broken: Example(
      without: "spf1",
      adding: "@ TXT \"v=spf1 include:qcloudmail.com \" \""
        + (10..<24).map { "ip4:203.0.113.\($0) " }.joined() + "\" \""
        + (30..<44).map { "ip4:203.0.113.\($0) " }.joined() + "~all\""),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard let text = sight.text, text.count > longestAdvised else { return nil }
      return [
        "name": sight.name, "length": .count(text.count), "limit": .count(longestAdvised),
      ]
    }
  }

  /// RFC 7208 §3.4: with up to 450 octets the answer still fits into 512.
  private static let longestAdvised = 450
}
