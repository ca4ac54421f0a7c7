import DNS

/// Why a result is "none", "permerror" or "temperror".
public struct SPFProblem: Hashable, Sendable, Encodable {
  /// The kind of problem.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The domain, or the target of an include or redirect, is no name of two labels or more (§4.3).
    case malformedDomain
    /// The domain, or the target of an include or redirect, has no SPF record (§4.5, §5.2, §6.1).
    case noRecord
    /// The domain has several SPF records (§4.5).
    case severalRecords
    /// The record has a fault (§4.6).
    case syntax
    /// More than 10 terms that ask the DNS (§4.6.4).
    case tooManyLookups
    /// More than 2 lookups that found nothing (§4.6.4).
    case tooManyVoidLookups
    /// An `mx` term leads to more than 10 mail servers (§4.6.4).
    case tooManyMailServers
    /// A lookup got no answer that counts (§4.4, §5).
    case lookupFailed
  }

  /// What is wrong.
  public let reason: Reason
  /// The domain whose record is at fault, or holds `term`.
  public let domain: String
  /// The term whose evaluation ended in the problem; nil when it is the whole record's.
  public var term: String?
  /// The domain that an include or redirect leads to, macros expanded.
  public var target: String?
  /// The fault of the record, for `syntax`.
  public var syntax: SPFSyntaxError?
  /// The question that failed, for `lookupFailed`.
  public var question: Question?
  /// How many records or mail servers there are.
  public var count: Int?
}
