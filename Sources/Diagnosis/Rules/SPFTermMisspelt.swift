import DNS
import MailAuth

extension Rule {
  /// A term is a known slip, and what was meant can be told.
  static let spfTermMisspelt = Rule(
    "spf-term-misspelt", layer: .mailAuth, severity: .error, references: ["RFC 7208 12"],
    arguments: ["name", "term", "offset", "suggestion"],
    explains: .sameRecord(["spf-syntax", "record-mismatch"]),
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com ipv4:192.0.2.1 ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      SPFMisspelling.find(in: sight.text ?? []).map { slip in
        Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "term": .text(slip.term), "offset": .offset(slip.offset),
            "suggestion": .text(slip.suggestion),
          ], evidence: sight.observations)
      }
    }
  }
}
