import DNS

/// One question put to one server, and what came of it.
public struct ServerReply: Sendable {
  /// What was asked.
  public let question: Question
  /// The name of the server, when it was found by name.
  public let serverName: DNSName?
  /// Where it was asked.
  public let server: ServerAddress
  /// The answer, or why there is none.
  public let result: Result<Client.Reply, NoAnswer>
  /// When it came, in seconds since 1970 UTC.
  public let at: Int

  /// The answer, if one came.
  public var message: Message? { try? result.get().message }

  /// Name servers for a zone below the asked one, out of the authority section (RFC 1034 §4.3.2).
  public var referral: (zone: DNSName, servers: [NameServer])? {
    message?.referral(for: question.name)
  }

  /// The zone whose servers say that there is no such record: the owner of the SOA (RFC 2308 §2).
  public var denyingZone: DNSName? {
    guard let message, message.answer.isEmpty, let soa = message.authoritySOA,
      message.responseCode == .nxDomain || message.responseCode == .noError
    else { return nil }
    return soa.zone
  }
}

extension Message {
  /// Name servers of a zone at or above `asked`, out of the authority section of an answer that
  /// says "ask those" (RFC 1034 §4.3.2).
  public func referral(for asked: DNSName) -> (zone: DNSName, servers: [NameServer])? {
    guard responseCode == .noError, answer.isEmpty, !isAuthoritative else { return nil }
    var zone: DNSName?
    var servers: [NameServer] = []
    for record in authority where record.type == .ns {
      guard case .name(let name) = record.data, asked.isSubdomain(of: record.name),
        zone == nil || zone == record.name
      else { continue }
      zone = record.name
      servers.append(NameServer(name, addresses: glue(for: name)))
    }
    return zone.map { ($0, servers) }
  }

  /// Addresses that came along for a server's name.
  fileprivate func glue(for name: DNSName) -> [IPAddress] {
    additional.compactMap { record in
      if record.name == name, case .address(let address) = record.data { address } else { nil }
    }
  }
}
