import DNS

/// What a record comes to when a mail service's include is added to it.
public struct SPFPlan: Hashable, Sendable {
  /// The one record to publish: the present ones merged, with the include in force.
  public let record: SPFRecord
  /// Whether that says something else than the one record that is there now.
  public let isChange: Bool
  /// How many terms will ask the DNS (RFC 7208 §4.6.4).
  public let lookups: Int
  /// How many lookups will find nothing for any sender (RFC 7208 §4.6.4).
  public let voidLookups: Int
  /// What the terms of the record will cost, the dearest first.
  public let costs: [SPFCost]
  /// Whether both trees were seen to their ends; the counts are lower bounds otherwise.
  public let isComplete: Bool

  /// Whether receivers will stay within their limits (RFC 7208 §4.6.4).
  public var isWithinLimits: Bool {
    lookups <= SPFLimits.lookups && voidLookups <= SPFLimits.voidLookups
  }

  /// A plan from the tree of the domain and the tree of the domain that is to be included.
  ///
  /// Without a record there will be one with the include and `all`, qualified with `ending`. Whether
  /// the provider's record is sound is for the caller to look at.
  public init(
    present: SPFTree, adding include: DomainSpec, provider: SPFTree,
    ending: SPFQualifier = .softFail
  ) throws(SPFPlanError) {
    switch present.status {
    case .sound, .missing, .several, .syntax: break
    case .failed, .loop, .repeated, .unexplored: throw .unknownRecord
    }
    var records: [SPFRecord] = []
    for text in present.texts {
      do throws(SPFSyntaxError) {
        records.append(try SPFRecord(parsing: text))
      } catch {
        throw .syntax(error, text)
      }
    }
    record = Self.record(from: records, include: include, ending: ending)
    isChange = records != [record]
    isComplete = present.isComplete && provider.isComplete

    let costs = SPFPlan.costs(of: record, present: present, include: include, provider: provider)
    lookups = min(costs.reduce(0) { $0 + $1.lookups }, SPFTree.highestCount)
    voidLookups = min(costs.reduce(0) { $0 + $1.voidLookups }, SPFTree.highestCount)
    self.costs = costs.dearestFirst
  }

  /// A record that has the include already stays as it is; from others, dead terms go.
  private static func record(
    from present: [SPFRecord], include: DomainSpec, ending: SPFQualifier
  ) -> SPFRecord {
    guard let first = present.first else { return SPFRecord(include: include, ending: ending) }
    if present.count == 1, first.includes(include) { return first }
    return first.merging(Array(present.dropFirst())).adding(include: include)
  }

  /// The costs in the order of the record; merging turns redirects into includes of the same cost.
  private static func costs(
    of record: SPFRecord, present: SPFTree, include: DomainSpec, provider: SPFTree
  ) -> [SPFCost] {
    var known: [SPFMechanism: (lookups: Int, voidLookups: Int)] = [:]
    known[.include(include)] = (1 + provider.lookups, provider.voidLookups)
    for branch in present.branches {
      guard let mechanism = branch.term.costKey else { continue }
      known[mechanism] = (branch.lookups, branch.voidLookups)
    }
    return record.livingTerms.filter(\.asksDNS).map { term in
      let cost = term.costKey.flatMap { known[$0] } ?? (1, 0)
      return SPFCost(term: term, lookups: cost.lookups, voidLookups: cost.voidLookups)
    }
  }
}

/// Why there is no plan.
public enum SPFPlanError: Error, Hashable, Sendable {
  /// Whether there is a record could not be found out, so nothing may be put in its place.
  case unknownRecord
  /// A record that is there has a fault; what it means must be settled first.
  case syntax(SPFSyntaxError, [UInt8])
}

extension SPFTerm {
  /// A redirect asks what an include of the same domain asks.
  fileprivate var costKey: SPFMechanism? {
    if case .redirect(let domain) = self { .include(domain) } else { mechanism }
  }
}

extension SPFRecord {
  /// The shortest record for one mail service.
  public init(include domain: DomainSpec, ending: SPFQualifier) {
    self.init(terms: [
      .directive(SPFDirective(qualifier: .pass, mechanism: .include(domain))),
      .directive(SPFDirective(qualifier: ending, mechanism: .all)),
    ])
  }
}
