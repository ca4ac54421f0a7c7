import DNS
import Registration

extension Rule {
  /// The domain is delegated to servers that a registrar puts in place of the owner's.
  static let domainSuspendedByNameservers = Rule(
    "domain-suspended-by-nameservers", layer: .registration, severity: .error, references: [],
    arguments: RegistrationArguments.owner.union(["servers", "pattern", "reason", "liftMost"]),
    explains: .everything(after: .servers),
    broken: Example(
      delegatedTo: ["failed-whois-verification.namecheap.com."], registry: .active),
    fixed: Example(registry: .active)
  ) { evidence in
    let facts = RegistrationArguments(evidence)
    guard facts.verdict.status == .suspended, let standIn = facts.verdict.standIn,
      standIn.kind == .suspended
    else { return [] }
    return [
      facts.draft(
        facts.owner,
        [
          "servers": .names(evidence.delegationFacts.delegatedServers),
          "pattern": .name(standIn.suffix), "reason": .text(standIn.reason.word),
          "liftMost": .count(IdentityRule.rule(.icannEmail)?.lifting?.most ?? 0),
        ])
    ]
  }
}

extension StandInServers.Reason {
  /// The word of the catalogue of findings.
  fileprivate var word: String {
    switch self {
    case .contactUnverified: "contactUnverified"
    case .expired: "expired"
    case .notStated: "notStated"
    }
  }
}
