import DNS

/// A mail server of a domain, as an MX record names it (RFC 5321 §5.1).
public struct MailExchanger: Hashable, Sendable, Codable {
  /// Servers with a lower preference are tried first.
  public let preference: UInt16
  /// The name of the server.
  public let exchange: DNSName

  /// A mail server by its preference and name.
  public init(preference: UInt16, exchange: DNSName) {
    self.preference = preference
    self.exchange = exchange
  }

  /// The mail server of a record; nil when it is no MX.
  public init?(_ record: ResourceRecord) {
    guard case .mx(let preference, let exchange) = record.data else { return nil }
    self.init(preference: preference, exchange: exchange)
  }

  /// Whether the record says "no mail here": its exchange is the root (RFC 7505 §3).
  ///
  /// RFC 7505 §3 also wants preference 0 and no other MX beside it; the caller judges those.
  public var isNull: Bool { exchange == .root }
}
