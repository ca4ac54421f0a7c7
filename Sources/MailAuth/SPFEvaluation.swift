import DNS

/// The answer of `check_host()` with everything that led to it (RFC 7208 §4).
public struct SPFEvaluation: Hashable, Sendable, Encodable {
  /// The query.
  public let query: SPFQuery
  /// The explanation of a "fail" that the domain gives: printable ASCII, at most 512 octets; nil
  /// when there is none or anything is wrong with it (RFC 7208 §6.2).
  public let explanation: String?
  /// How many terms asked the DNS, 11 when the limit of 10 was passed (RFC 7208 §4.6.4).
  public let lookups: Int
  /// How many lookups found nothing; 2 are allowed (RFC 7208 §4.6.4).
  public let voidLookups: Int
  /// The way to the result, record by record.
  public let trace: SPFTrace

  /// The result.
  public var result: SPFResult { trace.result }
  /// Why the result is "none", "permerror" or "temperror"; nil for other results.
  public var problem: SPFProblem? { trace.problem }
  /// The term that matched; nil when none did. Behind a redirect it is the other domain's term.
  public var match: SPFMatch? { trace.match }
}

/// A term that matched, and whose it is.
public struct SPFMatch: Hashable, Sendable, Encodable {
  /// The term in its canonical text.
  public let term: String
  /// The domain whose record holds the term.
  public let domain: String

  /// A match by its parts.
  public init(term: String, domain: String) {
    self.term = term
    self.domain = domain
  }
}

/// How the record of one domain was evaluated.
public struct SPFTrace: Hashable, Sendable, Encodable {
  /// The domain, macros expanded.
  public let domain: String
  /// The lookup of the record; nil when the domain is no name.
  public internal(set) var lookup: SPFLookup?
  /// The text of the record, or of the first of several; broken UTF-8 is replaced.
  public internal(set) var record: String?
  /// The terms that were evaluated, in their order.
  public internal(set) var steps: [SPFStep] = []
  /// How many terms without a match are left out of `steps`; all of them are `ip4` or `ip6`.
  public internal(set) var unlistedSteps = 0
  /// The result of this record.
  public internal(set) var result: SPFResult
  /// Why the result is "none", "permerror" or "temperror".
  public internal(set) var problem: SPFProblem?

  /// The term that matched, here or behind a redirect.
  public var match: SPFMatch? {
    guard let last = steps.last else { return nil }
    switch last.outcome {
    case .match: return SPFMatch(term: last.term, domain: domain)
    case .redirected: return last.check?.match
    case .noMatch, .problem: return nil
    }
  }
}

/// How one term was evaluated.
public struct SPFStep: Hashable, Sendable, Encodable {
  /// What came of a term.
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// It matched, and its qualifier is the result.
    case match
    /// It did not match.
    case noMatch
    /// The evaluation ended here with an error.
    case problem
    /// The result of the redirect's target is the result (RFC 7208 §6.1).
    case redirected
  }

  /// The term in its canonical text.
  public let term: String
  /// The domain that the term is about, macros expanded; nil for `all`, `ip4` and `ip6`.
  public let target: String?
  /// What was asked, in order; the record of an include or redirect is asked for in `check`.
  public let asked: [SPFLookup]
  /// What came of it.
  public let outcome: Outcome
  /// How many terms had asked the DNS when this one was done.
  public let lookups: Int
  /// How many lookups had found nothing when this one was done.
  public let voidLookups: Int
  /// The evaluation of the record that an include or redirect leads to.
  public let check: SPFTrace?
}

/// A question and what kind of answer it had.
public struct SPFLookup: Hashable, Sendable, Encodable {
  /// The kind of answer.
  public enum Status: String, Hashable, Sendable, Codable {
    /// There are records.
    case records
    /// There are none of the type.
    case empty
    /// The name does not exist.
    case nxDomain
    /// No answer that counts.
    case failed
  }

  /// The question.
  public let question: Question
  /// The answer.
  public let status: Status
  /// The aliases that were followed, in order.
  public let aliases: [DNSName]

  /// Whether the lookup found nothing (RFC 7208 §4.6.4).
  public var isVoid: Bool { status == .empty || status == .nxDomain }
}
