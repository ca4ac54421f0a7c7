import DNS
import MailAuth

/// An expected SPF record with all that stands there and that it leads to.
struct SPFSight {
  let expected: ExpectedRecord
  let tree: SPFTree
  /// What the zone's servers said of the record.
  let observations: [Observation]

  /// The text of the record, when there is exactly one.
  var text: [UInt8]? { tree.texts.count == 1 ? tree.texts[0] : nil }
  /// The record, when there is exactly one and its syntax is right.
  var record: SPFRecord? { text.flatMap { try? SPFRecord(parsing: $0) } }
  /// The record as it was published; untrusted.
  var observed: FindingArgument { .text(text.map(RecordText.plain) ?? "") }
  var name: FindingArgument { .name(expected.name) }

  /// The first term that `matches`, with its offset.
  func place(where matches: (SPFTerm) -> Bool) -> (term: SPFTerm, offset: Int)? {
    guard let text, let record else { return nil }
    return zip(record.terms, SPFRecord.termOffsets(in: text)).first { matches($0.0) }
      .map { (term: $0.0, offset: $0.1) }
  }

  /// What was seen here and at the domains on the way to a place.
  func evidence(_ place: SPFPlace, in evidence: Evidence) -> [Observation] {
    var names = Array(place.path.dropFirst())
    if case .name(let target) = place.branch.target, place.branch.tree != nil {
      names.append(target)
    }
    return observations + names.flatMap { evidence.observations(of: $0, .txt) }
  }
}

extension Evidence {
  /// Looks for the expected SPF records.
  func findSPF(_ source: ObservedLookups) -> [SPFSight] {
    expected.filter { $0.purpose == .spf }.compactMap { record in
      let heard = authoritativeStates(of: record).filter { $0.state != .unknown }
      guard !heard.isEmpty, case .done(let tree) = SPFTree.walk(from: record.name, in: source)
      else { return nil }
      return SPFSight(
        expected: record, tree: tree, observations: heard.map(\.observation))
    }
  }

  /// Drafts of a rule that says at most one thing about each SPF record.
  func spfDrafts(
    _ draft: (SPFSight) -> [String: FindingArgument]?
  ) -> [Rule.Draft] {
    spfSights.compactMap { sight in
      draft(sight).map {
        Rule.Draft(record: sight.expected, arguments: $0, evidence: sight.observations)
      }
    }
  }

  /// Whether a domain is its owner's to change: it lies in the registered domain.
  func isOwn(_ domain: DNSName) -> Bool { domain.isSubdomain(of: registrableDomain) }
}

extension SPFCost {
  var argument: TermCost { TermCost(term: term.description, count: lookups) }
}

extension SPFTree {
  /// What the terms of the record cost, as an argument.
  var costArgument: FindingArgument { .costs(costs.map(\.argument)) }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of the first ones.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
