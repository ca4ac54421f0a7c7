import DNS
import MailAuth

extension Rule {
  /// More report addresses than receivers need to serve.
  static let dmarcReportTooMany = Rule(
    "dmarc-report-too-many", layer: .mailAuth, severity: .warning, references: ["RFC 7489 6.2"],
    arguments: ["name", "tag", "count", "limit"],
    broken: Example.dmarc(
      "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com,mailto:c@example.com"),
    fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.cautions.compactMap { caution in
        guard case .manyReports(let tag, let count, let limit) = caution else { return nil }
        return [
          "name": sight.name, "tag": .text(tag), "count": .count(count), "limit": .count(limit),
        ]
      }
    }
  }
}
