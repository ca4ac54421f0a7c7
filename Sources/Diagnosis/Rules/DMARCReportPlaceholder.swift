import DNS
import MailAuth

extension Rule {
  /// The sample address of a guide was left in place: reports go to a stranger.
  static let dmarcReportPlaceholder = Rule(
    "dmarc-report-placeholder", layer: .mailAuth, severity: .warning, references: [],
    arguments: ["name", "tag", "observed"],
    broken: Example.dmarc("v=DMARC1; p=none; rua=mailto:xxx@163.com")
      .inWorld(Example.reportMailbox("163.com")), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.cautions.compactMap { caution in
        guard case .placeholder(let tag, let address) = caution else { return nil }
        return ["name": sight.name, "tag": .text(tag), "observed": .text(address)]
      }
    }
  }
}

extension Example {
  /// Zone text of a domain that takes mail, and reports from example.com.
  static func reportMailbox(_ domain: String) -> String {
    """
    \(domain). MX 10 mx.\(domain).
    example.com._report._dmarc.\(domain). TXT "v=DMARC1"

    """
  }
}
