import DNS

/// What a reader of DMARC records does with mail of a domain that fails.
public struct DMARCEffect: Hashable, Sendable {
  /// The tag that a policy was taken from (RFC 9989 §4.10.1).
  public enum Tag: String, Hashable, Sendable, Codable, CaseIterable {
    /// The policy for the domain of the record.
    case domain = "p"
    /// The policy for existing subdomains.
    case subdomain = "sp"
    /// The policy for subdomains that do not exist.
    case nonexistent = "np"
  }

  /// The domain whose record applies.
  public let policyDomain: DNSName
  /// The record.
  public let record: DMARCRecord
  /// The tag that the policy stands in; an absent `sp` or `np` falls back to what is there.
  public let tag: Tag
  /// What is asked of receivers, after `t=y`; nil when the record is not applied at all.
  public let policy: DMARCPolicy?
  /// The share of failing mail that gets this policy; less than 100 only by RFC 7489's `pct`.
  public let percent: Int

  /// By RFC 9989 §4.10.1.
  init(_ record: DMARCRecord, of policyDomain: DNSName, isOwn: Bool, exists: Bool) {
    self.policyDomain = policyDomain
    self.record = record
    percent = 100
    if isOwn {
      tag = .domain
      policy = record.applied?.domain
    } else if !exists, record.nonexistentPolicy != nil {
      tag = .nonexistent
      policy = record.applied?.other
    } else {
      tag = record.subdomainPolicy == nil ? .domain : .subdomain
      policy = record.applied?.existing
    }
  }

  /// By RFC 7489 §6.6.3: `np`, `t` and `psd` are unknown, and `pct` counts.
  init(legacy record: DMARCRecord, of policyDomain: DNSName, isOwn: Bool) {
    self.policyDomain = policyDomain
    self.record = record
    let isSpoilt = record.issues.contains {
      $0.reason != .repeatedTag && ["p", "sp"].contains($0.tag)
    }
    tag = isOwn || record.subdomainPolicy == nil ? .domain : .subdomain
    if let declared = record.policy, !isSpoilt {
      policy = isOwn ? declared : record.subdomainPolicy ?? declared
      percent = policy == DMARCPolicy.none ? 100 : record.legacyPercent
    } else {
      policy = record.aggregateReports.isEmpty ? nil : DMARCPolicy.none
      percent = 100
    }
  }

  /// Whether another effect treats mail in the same way.
  public func isEquivalent(to other: DMARCEffect) -> Bool {
    policy == other.policy && percent == other.percent
      && record.dkimAlignment == other.record.dkimAlignment
      && record.spfAlignment == other.record.spfAlignment
  }
}

extension DMARCRecord {
  /// RFC 7489's `pct`, 0 to 100; 100 when it is not written or wrong.
  var legacyPercent: Int {
    let written = issues.first { $0.reason == .obsoleteTag && $0.tag == "pct" }
    guard let written, written.observed.utf8.allSatisfy(\.isDigit),
      let percent = Int(written.observed), percent <= 100
    else { return 100 }
    return percent
  }
}
