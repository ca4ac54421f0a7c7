/// A DMARC policy record (RFC 9989 §4.7).
///
/// A tag whose value is wrong counts as not written, as §4.8 asks; `issues` says so.
public struct DMARCRecord: Hashable, Sendable {
  /// The policy for the domain (`p`); nil when it is not written or wrong.
  public internal(set) var policy: DMARCPolicy?
  /// The policy for subdomains that exist (`sp`); nil when not written: `policy` applies.
  public internal(set) var subdomainPolicy: DMARCPolicy?
  /// The policy for subdomains that do not exist (`np`); nil when not written: `sp`, then `p`.
  public internal(set) var nonexistentPolicy: DMARCPolicy?
  /// Where aggregate reports go (`rua`): the sound addresses.
  public internal(set) var aggregateReports: [DMARCReportURI] = []
  /// Where failure reports go (`ruf`): the sound addresses.
  public internal(set) var failureReports: [DMARCReportURI] = []
  /// How DKIM domains align (`adkim`).
  public internal(set) var dkimAlignment = DMARCAlignment.relaxed
  /// How SPF domains align (`aspf`).
  public internal(set) var spfAlignment = DMARCAlignment.relaxed
  /// When failure reports are wanted (`fo`), in the order written; only in force with `ruf`.
  public internal(set) var failureOptions = [DMARCFailureOption.allFailed]
  /// Whether receivers are asked to apply a policy one level milder (`t=y`).
  public internal(set) var isTest = false
  /// Whether the domain is a public suffix (`psd`).
  public internal(set) var publicSuffix = DMARCPublicSuffix.undetermined
  /// The tag names in small letters, in their order; `v` is the first.
  public internal(set) var tagNames: [String] = []
  /// Where each of these names begins, an octet from 0.
  public internal(set) var tagOffsets: [Int] = []
  /// Where white space stands around the version, which the grammar allows (RFC 9989 §4.8) and
  /// many readers do not; nil without.
  public internal(set) var spacedVersionOffset: Int?
  /// What is wrong in the record, in the order of the text.
  public internal(set) var issues: [DMARCIssue] = []

  /// The records among the TXT texts of a name, each with its strings joined (RFC 9989 §4.10).
  ///
  /// A sound name has one; when there are more, receivers discard them all.
  public static func select(from txt: [[UInt8]]) -> [[UInt8]] {
    txt.filter { versionFault(in: $0) == nil }
  }

  /// The policies for the domain, for existing and for other subdomains.
  typealias Policies = (domain: DMARCPolicy, existing: DMARCPolicy, other: DMARCPolicy)

  /// The policies that receivers apply to the domain, to existing and to other subdomains.
  ///
  /// RFC 9989 §4.10.1: a wrong `sp` or `np` spoils the whole record. With a report address it is
  /// then read as `p=none`, without one it is not applied at all (nil).
  var applied: Policies? {
    let isSpoilt = issues.contains {
      $0.reason != .repeatedTag && ["p", "sp", "np"].contains($0.tag)
    }
    guard let policy, !isSpoilt else {
      return aggregateReports.isEmpty ? nil : (.none, .none, .none)
    }
    let existing = subdomainPolicy ?? policy
    let other = nonexistentPolicy ?? existing
    return isTest ? (policy.milder, existing.milder, other.milder) : (policy, existing, other)
  }

  /// Whether this record does what `expected` asks, so that it can stay as it is.
  ///
  /// It must have a `p` of its own, as mail services demand (RFC 9989 itself would do without), and
  /// be at least as strong in every policy and alignment. Report addresses and other tags are the
  /// owner's business. A repeated tag never satisfies: RFC 6376 §3.2 makes the whole list invalid.
  public func satisfies(_ expected: DMARCRecord) -> Bool {
    guard policy != nil, let own = applied, !issues.contains(where: { $0.reason == .repeatedTag })
    else { return false }
    let wanted = expected.applied ?? (.none, .none, .none)
    return own.domain >= wanted.domain && own.existing >= wanted.existing
      && own.other >= wanted.other
      && (expected.dkimAlignment == .relaxed || dkimAlignment == .strict)
      && (expected.spfAlignment == .relaxed || spfAlignment == .strict)
  }
}
