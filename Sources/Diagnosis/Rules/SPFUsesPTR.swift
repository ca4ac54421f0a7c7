import DNS
import MailAuth

extension Rule {
  /// The owner's records look addresses up backwards, which the standard advises against.
  static let spfUsesPTR = Rule(
    "spf-uses-ptr", layer: .mailAuth, severity: .warning, references: ["RFC 7208 5.5"],
    arguments: ["name", "term", "branch"],
    broken: Example(without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com ptr ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      // What a provider's record does is not the owner's to change.
      sight.tree.reverseTerms.filter { evidence.isOwn($0.path.last ?? .root) }.map { place in
        Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name, "term": .text(place.branch.term.description),
            "branch": .names(place.path),
          ], evidence: sight.evidence(place, in: evidence))
      }
    }
  }
}
