import DNS
import MailAuth

extension Rule {
  /// Tags, or size limits of report addresses, that the present standard no longer has.
  ///
  /// Many sound records still write out what used to be the default, which changes nothing.
  static let dmarcTagObsolete = Rule(
    "dmarc-tag-obsolete", layer: .mailAuth, severity: .warning,
    references: ["RFC 9989 4.7", "RFC 9989 A.6"],
    arguments: ["name", "tags"],
    broken: Example.dmarc("v=DMARC1; p=none; pct=50"), fixed: Example()
  ) { evidence in
    evidence.dmarcSights.compactMap { sight in
      let issues = sight.issues([.obsoleteTag, .obsoleteSize])
      let tags = issues.map { $0.reason == .obsoleteSize ? "!" : $0.tag ?? "" }
      if tags.isEmpty { return nil }
      return Draft(
        record: sight.expected,
        severity: issues.allSatisfy(\.isFormerDefault) ? .info : .warning,
        arguments: ["name": sight.name, "tags": .texts(tags.distinct)],
        evidence: sight.observations)
    }
  }
}

extension DMARCIssue {
  /// Whether an obsolete tag has the value that RFC 7489 §6.3 gave it when it was absent.
  fileprivate var isFormerDefault: Bool {
    switch tag {
    case "pct": observed == "100"
    case "rf": observed.lowercased() == "afrf"
    case "ri": observed == "86400"
    default: false
    }
  }
}
