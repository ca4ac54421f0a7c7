import DNS

/// How a question is put.
public struct QueryOptions: Hashable, Sendable {
  /// RD: the server shall do the work.
  public var recursion = false
  /// AD in a query: the answer may say whether it is authentic (RFC 6840 §5.7).
  public var asksForAuthenticity = false
  /// CD: do not validate.
  public var checkingDisabled = false
  /// DO: send signatures along.
  public var dnssec = false
  /// Ask which server answers (RFC 5001).
  public var serverIdentity = false
  /// Further EDNS options, such as a client's subnet (RFC 7871).
  public var ednsOptions: [EDNSOption] = []
  /// TCP from the start.
  public var overTCP = false
  /// The largest UDP answer that is taken; nil asks without EDNS.
  public var payloadSize: UInt16? = Message.safePayloadSize
  /// How long each try waits; nil leaves it to the client.
  public var patience: [Duration]?
  /// Whether an answer that is cut off is taken as it is.
  public var ignoresTruncation = false
  /// Random letter case in the name, which a forger must guess too.
  public var randomisesCase = true
  /// Whether a server that is silent to EDNS is asked without it in the last try.
  public var dropsEDNSWhenSilent = true
  /// Whether a server that refuses EDNS is asked again without it.
  public var dropsEDNSWhenRefused = true

  /// The usual way: UDP with EDNS, two tries.
  public init(recursion: Bool = false) { self.recursion = recursion }

  /// The query for a question, with a fresh random id from the system's generator.
  func query(_ question: Question, edns: Bool, randomCase: Bool) -> Message {
    var question = question
    if randomCase { question.name = question.name.withRandomCase() }
    var query = Message(
      query: question, id: UInt16.random(in: .min ... .max), recursionDesired: recursion)
    query.isAuthenticData = asksForAuthenticity
    query.checkingDisabled = checkingDisabled
    query.udpPayloadSize = edns ? payloadSize : nil
    query.isDNSSECOK = dnssec
    query.ednsOptions = ednsOptions
    if serverIdentity { query.ednsOptions.append(EDNSOption(code: EDNSOption.nsid)) }
    return query
  }
}
