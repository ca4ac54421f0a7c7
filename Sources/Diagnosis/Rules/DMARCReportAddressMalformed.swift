import DNS
import MailAuth

extension Rule {
  /// A report address is no sound `mailto:` address.
  static let dmarcReportAddressMalformed = Rule(
    "dmarc-report-address-malformed", layer: .mailAuth, severity: .warning,
    references: ["RFC 9989 4.7"],
    arguments: ["name", "tag", "observed"],
    broken: Example.dmarc("v=DMARC1; p=none; rua=reports@example.com"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      let malformed = sight.issues([.reportAddress]).map { ($0.tag ?? "", $0.observed) }
      let others = sight.cautions.compactMap { caution -> (String, String)? in
        if case .notMail(let tag, let address) = caution { (tag, address) } else { nil }
      }
      return (malformed + others).map { tag, observed in
        ["name": sight.name, "tag": .text(tag), "observed": .text(observed)]
      }
    }
  }
}
