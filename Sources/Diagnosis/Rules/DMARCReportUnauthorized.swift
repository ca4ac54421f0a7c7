import DNS
import MailAuth

extension Rule {
  /// Reports go to another organization's domain, which does not say that it takes them.
  static let dmarcReportUnauthorized = Rule(
    "dmarc-report-unauthorized", layer: .mailAuth, severity: .warning, references: ["RFC 9990 4"],
    arguments: ["name", "destination", "missingName"],
    broken: Example.dmarc("v=DMARC1; p=none; rua=mailto:a@reports.example.net")
      .inWorld("reports.example.net. MX 10 mx.reports.example.net.\n"), fixed: Example()
  ) { evidence in
    evidence.reportSights.compactMap { sight in
      guard case .missing(let name) = sight.destination.authorization else { return nil }
      return Draft(
        record: sight.dmarc.expected,
        arguments: [
          "name": sight.dmarc.name, "destination": .name(sight.destination.domain),
          "missingName": .name(name),
        ], evidence: sight.dmarc.observations + evidence.observations(of: name, .txt))
    }
  }
}
