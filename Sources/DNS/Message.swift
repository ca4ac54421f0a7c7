/// A DNS message as a value (RFC 1035 §4.1), class IN, at most one question.
public struct Message: Hashable, Sendable, Codable {
  /// The identifier that ties an answer to its query.
  public var id: UInt16
  /// QR: a response, not a query.
  public var isResponse = false
  /// AA: the server speaks for the zone.
  public var isAuthoritative = false
  /// TC: cut off, ask again over TCP.
  public var isTruncated = false
  /// RD: the resolver shall do the work.
  public var recursionDesired = false
  /// RA: the server offers to do the work.
  public var recursionAvailable = false
  /// AD: the resolver holds the data for authentic (RFC 6840 §5.7).
  public var isAuthenticData = false
  /// CD: do not validate (RFC 4035 §3.2.2).
  public var checkingDisabled = false
  /// The response code.
  public var responseCode = ResponseCode.noError
  /// The question; some error answers leave it out, and one of another class is not read.
  public var question: Question?
  /// What was asked for.
  public var answer: [ResourceRecord] = []
  /// Who speaks for the name, or the SOA that proves an absence (RFC 2308 §2).
  public var authority: [ResourceRecord] = []
  /// Addresses that come along; without the EDNS pseudo-record.
  public var additional: [ResourceRecord] = []
  /// The largest UDP answer that the sender takes, in octets; nil without EDNS (RFC 6891 §6.2.3).
  public var udpPayloadSize: UInt16?
  /// DO: signatures are wanted (RFC 3225 §3); without meaning when there is no EDNS.
  public var isDNSSECOK = false
  /// The options of EDNS, in their order (RFC 6891 §6.1.2).
  public var ednsOptions: [EDNSOption] = []

  /// The size that survives every network: no fragments (RFC 9715 §3.1 R6, DNS flag day 2020).
  public static let safePayloadSize: UInt16 = 1232

  /// A query for one question.
  public init(query question: Question, id: UInt16, recursionDesired: Bool) {
    self.id = id
    self.question = question
    self.recursionDesired = recursionDesired
    self.udpPayloadSize = Self.safePayloadSize
  }

  /// An answer to `query` with its id, question and flags taken over.
  public init(response query: Message, code: ResponseCode = .noError) {
    self.id = query.id
    self.isResponse = true
    self.recursionDesired = query.recursionDesired
    self.responseCode = code
    self.question = query.question
    self.udpPayloadSize = query.udpPayloadSize == nil ? nil : Self.safePayloadSize
  }

  init(id: UInt16) { self.id = id }

  /// All records of the answer section with this name and type.
  public func answers(_ question: Question) -> [ResourceRecord] {
    answer.filter { $0.name == question.name && $0.type == question.type }
  }

  /// The SOA in the authority section, which says whose absence this is (RFC 2308 §2).
  public var authoritySOA: (zone: DNSName, ttl: UInt32, soa: StartOfAuthority)? {
    for record in authority {
      if case .soa(let soa) = record.data { return (record.name, record.ttl, soa) }
    }
    return nil
  }
}
