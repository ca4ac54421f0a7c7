/// The DMARC record to publish at a name: what a mail service asks for, and never less than what
/// is in force there now.
public struct DMARCPlan: Hashable, Sendable {
  /// What is to be done.
  public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    /// The record that is there stays as it is.
    case keep
    /// There is none: add it.
    case add
    /// Put it in place of what is there.
    case replace
  }

  /// Why the record is not simply the one that the service shows.
  public enum Reason: Hashable, Sendable {
    /// A policy in place is stronger than the one asked for.
    case policyKept(DMARCEffect.Tag, existing: DMARCPolicy, proposed: DMARCPolicy)
    /// The policy that applies today comes from a domain above and is stronger.
    case policyInherited(existing: DMARCPolicy, proposed: DMARCPolicy)
    /// `adkim` or `aspf` is strict already.
    case alignmentKept(tag: String)
    /// Addresses that reports go to today.
    case reportsKept([String])
    /// Addresses that the service asks for and a record that stays does not have.
    case reportsNotAdded([String])
    /// Several records, which readers discard, become one.
    case recordsMerged(count: Int)
    /// Tags that readers ignore are left out.
    case tagsDropped([String])
    /// The owner is testing (`t=y`), and goes on.
    case testKept
  }

  /// What is to be done.
  public let action: Action
  /// The record as it will be.
  public let record: DMARCRecord
  /// Its text: as it stands when it stays, else in one form.
  public let text: [UInt8]
  /// Why it is not simply what the service shows.
  public let reasons: [Reason]

  /// Plans the record for a name with these TXT texts.
  ///
  /// `inherited` is the effect of the record of a domain above that applies today: a record at the
  /// name ends it.
  public init(
    existing texts: [[UInt8]], proposed: DMARCRecord, inherited: DMARCEffect? = nil
  ) {
    let existing = DMARCRecord.select(from: texts).compactMap { text in
      (try? DMARCRecord(parsing: text)).map { (text, $0) }
    }
    if existing.count == 1, existing[0].1.satisfies(proposed) {
      (text, record) = existing[0]
      action = .keep
      let missing = DMARCRecordMerge.missing(from: record, in: proposed)
      reasons =
        DMARCRecordMerge.strongerPolicies(of: [record], than: proposed)
        + (missing.isEmpty ? [] : [.reportsNotAdded(missing)])
      return
    }
    var merge = DMARCRecordMerge(proposed)
    merge.take(existing.map(\.1))
    // A single sound record is what applies; several are discarded, and what is above applies.
    if existing.count != 1, let inherited { merge.take(inherited) }
    record = merge.record
    text = Array(record.description.utf8)
    action = existing.isEmpty ? .add : .replace
    reasons = merge.reasons
  }
}
