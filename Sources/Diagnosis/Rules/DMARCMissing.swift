import DNS
import MailAuth

extension Rule {
  /// No TXT record at `_dmarc` below the sender name is a DMARC record; that of a domain above may
  /// apply all the same (RFC 9989 §4.10.1).
  static let dmarcMissing = Rule(
    "dmarc-missing", layer: .mailAuth, severity: .error, references: ["RFC 9989 4.10"],
    arguments: [
      "name", "type", "expected", "host", "isInherited", "inheritedFrom", "inheritedPolicy",
    ],
    broken: Example(without: "_dmarc"), fixed: Example()
  ) { evidence in
    evidence.missing(.dmarc).map { record, observations in
      let inherited = evidence.inheritedPolicy(for: record)
      let above = inherited.flatMap { DNSName.policyName(of: $0.policyDomain) }
      var arguments = record.additionArguments(in: evidence)
      arguments["isInherited"] = .flag(inherited != nil)
      arguments["inheritedFrom"] = .text(above?.withoutFinalDot ?? "")
      arguments["inheritedPolicy"] = .text(inherited?.policy?.rawValue ?? "")
      return Draft(
        record: record, arguments: arguments,
        evidence: observations + (above.map { evidence.observations(of: $0, .txt) } ?? []))
    }
  }
}

extension Evidence {
  /// What applies to mail from a record's domain while it has no record of its own; nil when that is
  /// nothing, or not known.
  fileprivate func inheritedPolicy(for record: ExpectedRecord) -> DMARCEffect? {
    guard let domain = record.policyDomain,
      case .done(let discovery) = DMARCDiscovery.judge(domain, in: lookups),
      let effect = discovery.effect, discovery.isInherited, effect.policy != nil
    else { return nil }
    return effect
  }
}

extension DNSName {
  /// Where the DMARC record of a domain stands.
  static func policyName(of domain: DNSName) -> DNSName? {
    try? DNSName(labels: [Array("_dmarc".utf8)] + domain.labels)
  }
}
