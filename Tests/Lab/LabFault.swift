import DNS

/// Something that dnsdist does to the queries on their way to one server of the lab.
public struct LabFault: Sendable {
  /// The address at which the fault lies.
  public enum Place: CaseIterable, Sendable {
    /// The server of the root zone.
    case root
    /// The server of the top-level domains.
    case tld
    /// The first server of the DNS host.
    case first
    /// The second server of the DNS host.
    case second
    /// The first server at its other address, `f1g1ns3.dnspod.net`.
    case third
    /// The second server at its other address, `f1g1ns4.dnspod.net`.
    case fourth
    /// BIND, as programs ask it.
    case resolver
  }

  /// What happens to a query.
  public enum Kind: Sendable {
    /// The answer comes this much later, over UDP and over TCP; connecting takes no longer. Ten
    /// TCP queries can be delayed at a time, further ones wait for their turn.
    case delay(milliseconds: Int)
    /// No answer ever; a TCP connection is accepted and then nothing follows.
    case silent
    /// No answer over UDP; TCP works.
    case udpSilent
    /// A TCP connection is accepted and closed without an answer; UDP works.
    ///
    /// dnsdist listens on TCP wherever it listens on UDP, so a refused connection, which has the
    /// same meaning, cannot be had of it.
    case tcpClosed
    /// Every answer over UDP is empty and marked as cut off (TC=1); TCP works.
    case truncated
    /// Every query is answered with this code and nothing else.
    case responseCode(ResponseCode)
    /// A query with EDNS is answered with this code and without EDNS; one without is served.
    case ednsRefused(ResponseCode)
    /// A query with EDNS is never answered; one without is served.
    case ednsSilent
    /// A question for a CNAME is answered with an alias to this name, all others as they are.
    case alias(String)
    /// Whoever asks for a text on behalf of a network (RFC 7871) gets this one.
    case distantText(String)
    /// This very name does not exist, whatever is below it.
    case denied(String)
    /// Names that begin with `annai-` have this address.
    case inventing(String)
    /// UDP answers of more octets than this are lost.
    case largeLost(overOctets: Int)
  }

  let kind: Kind
  let place: Place
  let suffix: String?

  /// A fault for all names, or for `suffix` (without final dot) and the names below it.
  ///
  /// Of several faults that match a query the first one counts; delays come before all others.
  public init(_ kind: Kind, at place: Place, below suffix: String? = nil) {
    self.kind = kind
    self.place = place
    self.suffix = suffix
  }

  /// The same fault at each address of the servers and of the resolver.
  public static func everywhere(_ kind: Kind) -> [LabFault] {
    Place.allCases.map { LabFault(kind, at: $0) }
  }

  var isDelay: Bool {
    if case .delay = kind { true } else { false }
  }
}
