import DNS

/// All records that an SPF record leads to, looked at without a sender: for advice and diagnosis.
///
/// Counts are those of a receiver that evaluates every term (RFC 7208 §4.6.4).
public struct SPFTree: Hashable, Sendable {
  /// What stands at the domain.
  public enum Status: Hashable, Sendable {
    /// One record without a fault.
    case sound
    /// No SPF record: receivers answer "none", or "permerror" for an include or redirect.
    case missing
    /// Several records: "permerror" (RFC 7208 §4.5).
    case several
    /// A record with a fault: "permerror" (RFC 7208 §4.6).
    case syntax(SPFSyntaxError)
    /// The lookup got no answer that counts.
    case failed
    /// The domain is one of those that lead here, so that the records have no end.
    case loop
    /// The domain has been shown in full where it was reached first; the counts are here again.
    case repeated
    /// Not looked at: the tree is larger than `SPFTree` goes.
    case unexplored
  }

  /// The domain of the record.
  public let domain: DNSName
  /// What stands there.
  public let status: Status
  /// The SPF records as they were published; for a repeated domain and a loop none.
  public let texts: [[UInt8]]
  /// The terms that ask the DNS, in their order, at most `mostTerms`; those behind `all` ask nothing.
  ///
  /// Of several records at the first domain the terms of all, elsewhere none.
  public let branches: [SPFBranch]
  /// The terms that never have a say, in their order, at most `mostTerms`.
  public let deadTerms: [SPFDeadTerm]
  /// How many terms ask the DNS, here and in all records below; at most `highestCount`.
  public let lookups: Int
  /// How many lookups find nothing for any sender, here and below; at most `highestCount`.
  public let voidLookups: Int

  /// Terms of one record that are listed; more are only counted.
  public static let mostTerms = 100
  /// Records that are read.
  public static let mostRecords = 64
  /// Records of which each leads to the next, so many rounds of questions; receivers end at 11.
  public static let mostLevels = 16
  /// Questions that are asked for a whole tree, aliases not counted.
  public static let mostQuestions = 256
  /// Where counting ends; records that repeat others could count without end.
  public static let highestCount = 1_000_000

  /// Whether everything below was seen: nothing failed, nothing was left out.
  public var isComplete: Bool {
    switch status {
    case .failed, .unexplored: false
    default: branches.allSatisfy { !$0.isUnresolved && $0.tree?.isComplete ?? true }
    }
  }
}

/// A term that asks the DNS, with what it leads to.
public struct SPFBranch: Hashable, Sendable {
  /// The domain that a term is about.
  public enum Target: Hashable, Sendable {
    /// The same domain for every message.
    case name(DNSName)
    /// Macros make it depend on the message.
    case dependsOnMessage
    /// No DNS name: an empty or overlong label.
    case malformed
  }

  /// The term.
  public let term: SPFTerm
  /// Where the term begins in the text of its record; unit: octets from 0.
  public let offset: Int
  /// What the term is about.
  public let target: Target
  /// How many terms ask the DNS: this one and all below.
  public internal(set) var lookups: Int
  /// How many lookups find nothing for any sender: the term's own and all below.
  public internal(set) var voidLookups: Int
  /// Whether the term's own lookup finds nothing.
  public internal(set) var isVoid: Bool
  /// Whether a lookup of the term's own failed or was left out.
  public internal(set) var isUnresolved: Bool
  /// How many mail servers an `mx` term leads to; more than 10 are an error (RFC 7208 §4.6.4).
  public internal(set) var mailServers: Int?
  /// The hosts of an `a` or `mx` term that have neither an IPv4 nor an IPv6 address.
  public internal(set) var hostsWithoutAddress: [DNSName]
  /// What an include or redirect leads to; nil when its target is not known.
  public internal(set) var tree: SPFTree?
  /// Whether a host of the term has an address.
  var hasHost = false
}

/// A term without effect.
public struct SPFDeadTerm: Hashable, Sendable {
  /// Why a term has no effect.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// It stands behind `all` (RFC 7208 §5.1).
    case behindAll
    /// It is a redirect in a record with an `all` (RFC 7208 §6.1).
    case redirectBesideAll
    /// The same mechanism stands before it.
    case repeated
    /// There is nothing to match: no address, no mail server, no name.
    case findsNothing
  }

  /// The domain whose record holds the term.
  public let domain: DNSName
  /// The term.
  public let term: SPFTerm
  /// Where the term begins in the text of its record; unit: octets from 0.
  public let offset: Int
  /// Why it has no effect.
  public let reason: Reason
}
