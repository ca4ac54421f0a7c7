import DNS
import MailAuth

extension Rule {
  /// Without a record of its own, a stricter policy of a domain above applies to the sender's mail,
  /// and the mail's signature does not pass it yet.
  static let dmarcInheritedPolicyStricter = Rule(
    "dmarc-inherited-policy-stricter", layer: .mailAuth, severity: .warning,
    references: ["RFC 9989 4.10.1", "RFC 9989 4.10.2"],
    arguments: ["name", "inheritedFrom", "policy", "alignment"],
    broken: Example(
      // Neither `_dmarc` nor `_domainkey`.
      without: "_d", adding: #"_dmarc.example.com. TXT "v=DMARC1; p=reject""#, sender: "mail"),
    fixed: Example(sender: "mail")
  ) { evidence in
    let source = evidence.lookups
    return evidence.dmarcSights.compactMap { sight in
      guard sight.selected.isEmpty,
        case .done(let discovery) = DMARCDiscovery.judge(sight.domain, in: source),
        let effect = discovery.effect, discovery.isInherited, let policy = effect.policy
      else { return nil }
      let isStrict = effect.record.dkimAlignment == .strict || effect.record.spfAlignment == .strict
      guard policy != .none || isStrict, !evidence.signs(for: sight.domain, under: effect.record),
        let name = DNSName.policyName(of: effect.policyDomain)
      else { return nil }
      return Draft(
        record: sight.expected,
        arguments: [
          "name": sight.name, "inheritedFrom": .name(effect.policyDomain),
          "policy": .text(policy.rawValue), "alignment": .text(isStrict ? "strict" : "relaxed"),
        ], evidence: sight.observations + evidence.observations(of: name, .txt))
    }
  }
}

extension Evidence {
  /// Whether the mail service's key is in place, and its signature counts for a sender domain
  /// (RFC 9989 §4.4: that is enough).
  fileprivate func signs(for domain: DNSName, under record: DMARCRecord) -> Bool {
    guard case .done(let verdict) = alignment(of: domain, under: record, lookups),
      verdict.dkim?.isAligned == true
    else { return false }
    return expected.contains { $0.purpose == .dkim && isRightEverywhere($0) }
  }
}
