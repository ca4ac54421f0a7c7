import DNS
import MailAuth

extension Rule {
  /// The record and all that it leads to have more terms that ask the DNS than receivers follow.
  static let spfTooManyLookups = Rule(
    "spf-too-many-lookups", layer: .mailAuth, severity: .error, references: ["RFC 7208 4.6.4"],
    arguments: ["name", "count", "limit", "costs"],
    broken: Example.spfHosts(10), fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      guard sight.tree.status == .sound, sight.tree.lookups > SPFLimits.lookups,
        sight.tree.loops.isEmpty
      else { return nil }
      return [
        "name": sight.name, "count": .count(sight.tree.lookups),
        "limit": .count(SPFLimits.lookups), "costs": sight.tree.costArgument,
      ]
    }
  }
}

extension Example {
  /// A sound SPF record with the mail service's include and this many `a` terms.
  static func spfHosts(_ count: Int, hasInclude: Bool = true) -> Example {
    let terms = (0..<count).map { "a:h\($0).example.com " }.joined()
    let hosts = (0..<count).map { "\nh\($0) A 192.0.2.\($0 + 1)" }.joined()
    let include = hasInclude ? "include:qcloudmail.com " : ""
    return Example(
      without: "spf1", adding: "@ TXT \"v=spf1 \(include)\(terms)~all\"\(hosts)")
  }
}
