import DNS
import MailAuth

extension Rule {
  /// An `mx` term leads to more mail servers than receivers look at.
  static let spfTooManyHosts = Rule(
    "spf-too-many-hosts", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.6.4"],
    arguments: ["name", "term", "count", "limit"],
    broken: Example(
      without: "spf1",
      adding: #"@ TXT "v=spf1 include:qcloudmail.com mx:many.example.com ~all""# + "\n"
        + (0..<11).map { "many MX 10 m\($0).example.com.\nm\($0) A 192.0.2.\($0 + 1)\n" }.joined()),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      sight.tree.crowded.map { place in
        Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "term": .text(place.branch.term.description),
            "count": .count(place.branch.mailServers ?? 0), "limit": .count(SPFLimits.names),
          ], evidence: sight.evidence(place, in: evidence))
      }
    }
  }
}
