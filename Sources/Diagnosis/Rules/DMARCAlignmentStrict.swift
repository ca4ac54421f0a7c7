import DNS
import MailAuth

extension Rule {
  /// Strict alignment keeps the signature or the return path of the mail service from counting.
  static let dmarcAlignmentStrict = Rule(
    "dmarc-alignment-strict", layer: .mailAuth, severity: .error,
    references: ["RFC 9989 4.4", "RFC 9989 4.10.2"],
    arguments: ["name", "tag", "fromDomain", "otherDomain"],
    broken: Example(
      without: "_dmarc",
      adding: """
        _dmarc TXT "v=DMARC1; p=none; aspf=s"
        bounce TXT "v=spf1 include:qcloudmail.com ~all"
        """
    ).withReturnPath("bounce"),
    fixed: Example(adding: #"bounce TXT "v=spf1 include:qcloudmail.com ~all""#)
      .withReturnPath("bounce")
  ) { evidence in
    let source = evidence.lookups
    return evidence.dmarcSights.flatMap { sight -> [Draft] in
      guard let (policyDomain, record) = sight.inForce(source),
        let name = try? DNSName(labels: [Array("_dmarc".utf8)] + policyDomain.labels),
        case .done(let verdict) = evidence.alignment(of: sight.domain, under: record, source)
      else { return [] }
      return verdict.strictTags.map { tag in
        let other = (tag == "adkim" ? verdict.dkim : verdict.spf)?.identifier ?? sight.domain
        return Draft(
          record: sight.expected, severity: verdict.passes ? .warning : .error,
          arguments: [
            "name": .name(name), "tag": .text(tag), "fromDomain": .name(sight.domain),
            "otherDomain": .name(other),
          ],
          evidence: sight.observations
            + evidence.observations(of: name, .txt).filter {
              $0.question != sight.expected.question
            })
      }
    }
  }
}

extension DMARCSight {
  /// The record that applies to mail from the domain, and where it stands.
  fileprivate func inForce(_ source: ObservedLookups) -> (DNSName, DMARCRecord)? {
    if let record { return (domain, record) }
    guard case .done(let discovery) = DMARCDiscovery.judge(domain, in: source),
      let effect = discovery.effect
    else { return nil }
    return (effect.policyDomain, effect.record)
  }
}
