import DNS
import MailAuth

extension Rule {
  /// An include or redirect leads to no usable SPF record, so receivers end there with an error.
  static let spfIncludeBroken = Rule(
    "spf-include-broken", layer: .mailAuth, severity: .error, references: ["RFC 7208 5.2"],
    arguments: ["name", "include", "branch", "reason"],
    broken: Example(
      without: "spf1", adding: #"@ TXT "v=spf1 include:qcloudmail.com include:gone.example ~all""#),
    fixed: Example()
  ) { evidence in
    evidence.spfSights.flatMap { sight in
      sight.tree.broken.map { place in
        Draft(
          record: sight.expected,
          arguments: [
            "name": sight.name,
            "include": .text(place.branch.term.target?.text ?? place.branch.term.description),
            "branch": .names(place.path), "reason": .text(place.branch.fault),
          ], evidence: sight.evidence(place, in: evidence))
      }
    }
  }
}

extension SPFBranch {
  /// Why what the branch leads to is no use.
  fileprivate var fault: String {
    switch tree?.status {
    case .several: "several"
    case .syntax: "syntax"
    default: "none"
    }
  }
}

extension SPFTerm {
  /// The domain of an include or a redirect.
  var target: DomainSpec? {
    if case .redirect(let domain) = self { domain } else { included }
  }
}
