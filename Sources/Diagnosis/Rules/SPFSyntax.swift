import DNS
import MailAuth

extension Rule {
  /// Reading the record stops at a place: receivers treat the whole record as an error.
  static let spfSyntax = Rule(
    "spf-syntax", layer: .mailAuth, severity: .error,
    references: ["RFC 7208 4.6.1", "RFC 7208 12"],
    arguments: ["name", "observed", "term", "offset", "reason"],
    explains: .sameRecord(["record-mismatch"]),
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com ip4:192.0.2 ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard case .syntax(let error) = sight.tree.status else { return nil }
      return [
        "name": sight.name, "observed": sight.observed,
        "term": .optional(error.term.isEmpty ? nil : error.term),
        "offset": .offset(error.offset), "reason": .text(error.reason.rawValue),
      ]
    }
  }
}
