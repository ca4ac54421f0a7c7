import DNS
import MailAuth

extension Rule {
  /// There is no room for a further mail service, or not even for the one that is asked for.
  static let spfNearLookupLimit = Rule(
    "spf-near-lookup-limit", layer: .mailAuth, severity: .warning,
    references: ["RFC 7208 4.6.4"],
    arguments: ["name", "count", "projected", "limit", "costs"],
    broken: Example.spfHosts(8), fixed: Example()
  ) { evidence in
    evidence.spfDrafts { sight in
      let count = sight.tree.lookups
      guard sight.tree.status == .sound, count <= SPFLimits.lookups else { return nil }
      let projected = evidence.projectedLookups(of: sight)
      guard count >= SPFLimits.lookups - 1 || projected > SPFLimits.lookups else { return nil }
      return [
        "name": sight.name, "count": .count(count), "projected": .count(projected),
        "limit": .count(SPFLimits.lookups), "costs": sight.tree.costArgument,
      ]
    }
  }
}

extension Evidence {
  /// The count once everything that the mail service asks for is included.
  fileprivate func projectedLookups(of sight: SPFSight) -> Int {
    guard let record = sight.record, let wanted = try? SPFRecord(parsing: sight.expected.value)
    else { return sight.tree.lookups }
    let source = lookups
    return wanted.directives.reduce(sight.tree.lookups) { count, directive in
      guard case .include(let domain) = directive.mechanism, !record.includes(domain) else {
        return count
      }
      // A provider that was not looked at costs at least the include itself.
      guard let name = domain.name,
        case .done(let tree) = SPFTree.walk(from: name, in: source)
      else { return count + 1 }
      return count + 1 + tree.lookups
    }
  }
}
