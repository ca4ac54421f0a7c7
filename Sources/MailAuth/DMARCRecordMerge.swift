/// A DMARC record that grows until it is as strong as each of several.
struct DMARCRecordMerge {
  /// The record as far as it has grown.
  private(set) var record = DMARCRecord()
  /// Why it is not simply the one that was proposed.
  private(set) var reasons: [DMARCPlan.Reason] = []
  private let proposed: DMARCRecord

  init(_ proposed: DMARCRecord) {
    self.proposed = proposed
    record.policy = proposed.policy ?? DMARCPolicy.none
    record.subdomainPolicy = proposed.subdomainPolicy
    record.nonexistentPolicy = proposed.nonexistentPolicy
    record.dkimAlignment = proposed.dkimAlignment
    record.spfAlignment = proposed.spfAlignment
    record.failureOptions = proposed.failureOptions
    record.aggregateReports = proposed.aggregateReports
    record.failureReports = proposed.failureReports
    record.isTest = proposed.isTest
    record.publicSuffix = proposed.publicSuffix
  }

  /// Takes in the records that stand at the name.
  mutating func take(_ existing: [DMARCRecord]) {
    guard let first = existing.first else { return }
    if existing.count > 1 { reasons.append(.recordsMerged(count: existing.count)) }
    reasons += Self.strongerPolicies(of: existing, than: proposed)
    let all = existing + [proposed]
    raise(to: all.map(\.declared))
    // Testing goes on, unless it would leave less than is asked for or in force.
    record.isTest = all.contains(where: \.isTest)
    if !all.allSatisfy({ record.isAsStrong(as: $0) }) {
      record.isTest = false
      raise(to: all.compactMap(\.applied))
    }
    if record.isTest, existing.contains(where: \.isTest) { reasons.append(.testKept) }
    keepAlignment(
      dkim: existing.contains { $0.dkimAlignment == .strict },
      spf: existing.contains { $0.spfAlignment == .strict })
    if existing.contains(where: { $0.tagNames.contains("fo") }) {
      record.failureOptions = first.failureOptions
    }
    if first.publicSuffix != .undetermined { record.publicSuffix = first.publicSuffix }
    keepReports(of: existing)
    let dropped = existing.flatMap(\.issues)
      .filter { [.unknownTag, .obsoleteTag].contains($0.reason) }.compactMap(\.tag)
    if !dropped.isEmpty { reasons.append(.tagsDropped(dropped.uniqued)) }
  }

  /// Sets each policy to the strongest; those that follow from another are not written.
  private mutating func raise(to policies: [DMARCRecord.Policies]) {
    let domain = policies.map(\.domain).max() ?? DMARCPolicy.none
    let existing = policies.map(\.existing).max() ?? DMARCPolicy.none
    let other = policies.map(\.other).max() ?? DMARCPolicy.none
    record.policy = domain
    record.subdomainPolicy = existing == domain ? nil : existing
    record.nonexistentPolicy = other == existing ? nil : other
  }

  /// Takes in what a domain above asks for today.
  mutating func take(_ inherited: DMARCEffect) {
    let own = record.applied?.domain ?? DMARCPolicy.none
    if let policy = inherited.policy, policy > own {
      reasons.append(.policyInherited(existing: policy, proposed: own))
      record.policy = max(policy, record.policy ?? own)
      record.subdomainPolicy = record.subdomainPolicy.map { max($0, policy) }
      record.nonexistentPolicy = record.nonexistentPolicy.map { max($0, policy) }
      record.isTest = false
    }
    keepAlignment(
      dkim: inherited.record.dkimAlignment == .strict,
      spf: inherited.record.spfAlignment == .strict)
  }

  private mutating func keepAlignment(dkim: Bool, spf: Bool) {
    if dkim, record.dkimAlignment == .relaxed {
      record.dkimAlignment = .strict
      reasons.append(.alignmentKept(tag: "adkim"))
    }
    if spf, record.spfAlignment == .relaxed {
      record.spfAlignment = .strict
      reasons.append(.alignmentKept(tag: "aspf"))
    }
  }

  /// Reports keep going where they go, the owner's addresses first.
  private mutating func keepReports(of existing: [DMARCRecord]) {
    let kept = existing.flatMap(\.aggregateReports) + existing.flatMap(\.failureReports)
    if !kept.isEmpty { reasons.append(.reportsKept(kept.map(\.description).uniqued)) }
    record.aggregateReports =
      (existing.flatMap(\.aggregateReports) + record.aggregateReports).uniqued
    record.failureReports = (existing.flatMap(\.failureReports) + record.failureReports).uniqued
  }

  /// The addresses of `proposed` that `record` does not send to.
  static func missing(from record: DMARCRecord, in proposed: DMARCRecord) -> [String] {
    let wanted = proposed.aggregateReports + proposed.failureReports
    let sent = Set((record.aggregateReports + record.failureReports).map(\.description))
    return wanted.map(\.description).filter { !sent.contains($0) }.uniqued
  }

  static func strongerPolicies(
    of existing: [DMARCRecord], than proposed: DMARCRecord
  ) -> [DMARCPlan.Reason] {
    let wanted = proposed.declared
    let stands = existing.map(\.declared)
    let pairs: [(DMARCEffect.Tag, DMARCPolicy?, DMARCPolicy)] = [
      (.domain, stands.map(\.domain).max(), wanted.domain),
      (.subdomain, stands.map(\.existing).max(), wanted.existing),
      (.nonexistent, stands.map(\.other).max(), wanted.other),
    ]
    var reasons: [DMARCPlan.Reason] = []
    for (tag, existing, proposed) in pairs {
      guard let existing, existing > proposed else { continue }
      // Subdomains that only follow the domain's own policy are not worth a word.
      if tag != .domain, case .policyKept(_, existing, proposed) = reasons.last { continue }
      reasons.append(.policyKept(tag, existing: existing, proposed: proposed))
    }
    return reasons
  }
}

extension DMARCRecord {
  /// Whether no policy of `other` is milder here, `t=y` counted.
  fileprivate func isAsStrong(as other: DMARCRecord) -> Bool {
    guard let own = applied, let wanted = other.applied else { return other.applied == nil }
    return own.domain >= wanted.domain && own.existing >= wanted.existing
      && own.other >= wanted.other
  }

  /// The policies as written, with their fallbacks; what is wrong or absent counts as none.
  fileprivate var declared: Policies {
    let domain = policy ?? DMARCPolicy.none
    let existing = subdomainPolicy ?? domain
    return (domain, existing, nonexistentPolicy ?? existing)
  }
}

extension Array where Element: CustomStringConvertible {
  /// Each element once, where it first stands.
  fileprivate var uniqued: [Element] {
    var seen: Set<String> = []
    return filter { seen.insert($0.description).inserted }
  }
}
