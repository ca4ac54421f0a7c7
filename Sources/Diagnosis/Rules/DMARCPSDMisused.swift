import DNS
import MailAuth

extension Rule {
  /// `psd=y` on a domain that is no public suffix.
  static let dmarcPSDMisused = Rule(
    "dmarc-psd-misused", layer: .mailAuth, severity: .warning, references: ["RFC 9989 4.7"],
    arguments: ["name"],
    broken: Example.dmarc("v=DMARC1; p=none; psd=y"), fixed: Example()
  ) { evidence in
    evidence.dmarcDrafts { sight in
      sight.cautions.contains(.notPublicSuffix) ? [["name": sight.name]] : []
    }
  }
}
