import DNS

/// One question to one server, and what came of it.
public struct Observation: Hashable, Sendable, Codable {
  /// Why this server was asked.
  public enum Role: String, Hashable, Sendable, Codable {
    /// It serves the zone above the registered domain.
    case parent
    /// The delegation names it.
    case authoritative
    /// It belongs to a DNS host that the delegation does not name.
    case undelegated
    /// It is a recursive resolver.
    case resolver
    /// It is a recursive resolver that failed, asked not to validate (CD, RFC 4035 §3.2.2).
    case unvalidated
    /// It was asked for the address of a name server.
    case host
    /// A server of the zone, asked for a random name beside an expected one: what answers that
    /// is a wildcard (RFC 4592 §2.1.1).
    case sibling
    /// A server of the zone, asked on behalf of a network somewhere else (RFC 7871).
    case distant
    /// A server of the zone, asked to send a large answer over UDP in one piece.
    case large
    /// A server of the zone, asked for signatures too (DO, RFC 3225).
    case signed
    /// A resolver, asked for something that has nothing to do with the domain.
    case control
    /// It is a recursive resolver, asked what a mail record leads to.
    case lookup
  }

  /// What was asked.
  public var question: Question
  /// The name of the server; nil for a resolver known by its address only.
  public var server: DNSName?
  /// The address, with `#PORT` unless the port is 53.
  public var address: String
  /// Why it was asked.
  public var role: Role
  /// When the answer came, in seconds since 1970 UTC.
  public var at: Int
  /// What came.
  public var outcome: Outcome
  /// Where an alias in the answer leads, found by asking on; nil when there is none.
  public var alias: AliasChain?
  /// The network on whose behalf the question was put, such as `203.0.113.0/24`.
  public var subnet: String?

  /// What came of a question.
  public enum Outcome: Hashable, Sendable {
    /// An answer, which may say that there is nothing.
    case answered(Answer)
    /// Nothing usable; the word says why, such as `timedOut`.
    case failed(String)
  }

  /// The parts of a message that judging needs.
  public struct Answer: Hashable, Sendable, Codable {
    /// The response code.
    public var code: ResponseCode
    /// Whether the server speaks for the zone.
    public var isAuthoritative: Bool
    /// The answer section.
    public var records: [ResourceRecord]
    /// The SOA of the authority section, which proves an absence (RFC 2308 §2).
    public var denial: Denial?
    /// The zone and servers that the answer refers to instead (RFC 1034 §4.3.2).
    public var referral: Referral?
    /// AD: the resolver has validated the answer (RFC 4035 §3.2.3).
    public var isValidated = false
    /// The reasons that came with a failure (RFC 8914); untrusted.
    public var extendedErrors: [ExtendedError] = []
    /// How the server took EDNS.
    public var edns = EDNSUse.taken
    /// Octets of an answer that did not fit into UDP and came over TCP.
    public var size: Int?

    /// An answer from its parts.
    public init(
      code: ResponseCode, isAuthoritative: Bool, records: [ResourceRecord], denial: Denial? = nil
    ) {
      self.code = code
      self.isAuthoritative = isAuthoritative
      self.records = records
      self.denial = denial
    }
  }

  /// Servers that an answer refers to.
  public struct Referral: Hashable, Sendable, Codable {
    /// The zone that they serve.
    public var zone: DNSName
    /// The servers, with addresses as far as they came along.
    public var nameServers: [NameServer]

    /// A referral from its parts.
    public init(zone: DNSName, nameServers: [NameServer]) {
      self.zone = zone
      self.nameServers = nameServers
    }
  }

  /// The SOA that came with an empty answer.
  public struct Denial: Hashable, Sendable, Codable {
    /// The zone that denies.
    public var zone: DNSName
    /// Seconds that the SOA record itself may still be kept.
    public var ttl: UInt32
    /// The MINIMUM field, in seconds.
    public var minimum: UInt32

    /// A denial from its parts.
    public init(zone: DNSName, ttl: UInt32, minimum: UInt32) {
      self.zone = zone
      self.ttl = ttl
      self.minimum = minimum
    }
  }

  /// An observation from its parts.
  public init(
    question: Question, server: DNSName?, address: String, role: Role, at: Int, outcome: Outcome
  ) {
    self.question = question
    self.server = server
    self.address = address
    self.role = role
    self.at = at
    self.outcome = outcome
  }

  /// The answer, if one came.
  public var answer: Answer? {
    if case .answered(let answer) = outcome { answer } else { nil }
  }

  /// Whether the server said that it failed (SERVFAIL).
  public var isServerFailure: Bool { answer?.code == .servFail }

  /// The records of the asked type, those behind an alias included; nil unless the answer counts.
  ///
  /// Counted are answers with data, and denials that carry an SOA; a refusal, a failure or an
  /// empty answer without proof says nothing about the record.
  public var records: [ResourceRecord]? {
    guard let answer else { return nil }
    let found = answer.records.filter { $0.type == question.type }
    if found.isEmpty, let alias {
      switch alias.ending {
      case .records(let records): return records
      case .nothing, .loop, .tooLong: return []
      case .unknown: return nil
      }
    }
    if answer.code == .noError, !found.isEmpty { return found }
    guard answer.code == .noError || answer.code == .nxDomain, answer.denial != nil else {
      return nil
    }
    return []
  }
}
