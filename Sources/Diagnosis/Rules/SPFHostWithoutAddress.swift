import DNS
import MailAuth

extension Rule {
  /// A host of an `a` or `mx` term in the owner's records has no address.
  static let spfHostWithoutAddress = Rule(
    "spf-host-without-address", layer: .mailAuth, severity: .warning,
    references: ["RFC 7208 4.6.4"], arguments: ["name", "term", "target"],
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com a:gone.example.com ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      sight.tree.withoutAddress.filter { evidence.isOwn($0.path.last ?? .root) }
        .flatMap { place in
          place.branch.hostsWithoutAddress.map { host in
            Draft(
              record: sight.expected,
              arguments: [
                "name": sight.name, "term": .text(place.branch.term.description),
                "target": .name(host),
              ], evidence: sight.observations + evidence.observations(of: host, .a))
          }
        }
    }
  }
}
