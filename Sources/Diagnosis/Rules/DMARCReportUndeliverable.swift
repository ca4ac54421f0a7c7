import DNS
import MailAuth

extension Rule {
  /// The domain that reports go to takes no mail.
  static let dmarcReportUndeliverable = Rule(
    "dmarc-report-undeliverable", layer: .mailAuth, severity: .warning,
    references: ["RFC 5321 5.1", "RFC 7505 3"],
    arguments: ["name", "destination"],
    broken: Example.dmarc("v=DMARC1; p=none; rua=mailto:a@reports.example.com"), fixed: Example()
  ) { evidence in
    evidence.reportSights.compactMap { sight in
      guard [.refused, .nowhere].contains(sight.destination.delivery) else { return nil }
      let domain = sight.destination.domain
      return Draft(
        record: sight.dmarc.expected,
        arguments: ["name": sight.dmarc.name, "destination": .name(domain)],
        evidence: sight.dmarc.observations + evidence.observations(of: domain, .mx))
    }
  }
}
