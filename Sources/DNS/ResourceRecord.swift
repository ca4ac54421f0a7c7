/// One resource record of class IN.
public struct ResourceRecord: Hashable, Sendable, Codable {
  /// The owner.
  public var name: DNSName
  /// The type.
  public var type: RecordType
  /// Seconds that the record may be kept in a cache.
  public var ttl: UInt32
  /// What the record says.
  public var data: RecordData

  /// A record from its parts.
  public init(name: DNSName, type: RecordType, ttl: UInt32, data: RecordData) {
    self.name = name
    self.type = type
    self.ttl = ttl
    self.data = data
  }

  /// The octets of a TXT record, its strings joined without a separator (RFC 7208 §3.3).
  public var text: [UInt8]? {
    if case .txt(let strings) = data { strings.flatMap { $0 } } else { nil }
  }
}

/// The data of a record, read as far as annai needs it.
public enum RecordData: Hashable, Sendable {
  /// An address of a host (A, AAAA).
  case address(IPAddress)
  /// A name that the record points to (NS, CNAME, PTR, DNAME).
  case name(DNSName)
  /// A mail exchange: the lower preference is tried first (RFC 5321 §5.1).
  case mx(preference: UInt16, exchange: DNSName)
  /// Character-strings of at most 255 octets each (RFC 1035 §3.3.14).
  case txt([[UInt8]])
  /// The start of a zone.
  case soa(StartOfAuthority)
  /// The octets of any other type, names uncompressed.
  case other([UInt8])
}

/// The data of an SOA record (RFC 1035 §3.3.13).
public struct StartOfAuthority: Hashable, Sendable, Codable {
  /// The primary server.
  public var primary: DNSName
  /// The mailbox of the zone's keeper, `@` written as a dot.
  public var mailbox: DNSName
  /// The version of the zone.
  public var serial: UInt32
  /// Seconds between a secondary's looks at the serial.
  public var refresh: UInt32
  /// Seconds before a secondary tries again.
  public var retry: UInt32
  /// Seconds after which a secondary gives up.
  public var expire: UInt32
  /// Upper bound, in seconds, for keeping "no such record" in a cache (RFC 2308 §4).
  public var minimum: UInt32

  /// An SOA from its parts; times in seconds.
  public init(
    primary: DNSName, mailbox: DNSName, serial: UInt32, refresh: UInt32, retry: UInt32,
    expire: UInt32, minimum: UInt32
  ) {
    self.primary = primary
    self.mailbox = mailbox
    self.serial = serial
    self.refresh = refresh
    self.retry = retry
    self.expire = expire
    self.minimum = minimum
  }
}

/// What is asked: a name and a type, class IN.
public struct Question: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The name asked for.
  public var name: DNSName
  /// The type asked for.
  public var type: RecordType

  /// A question.
  public init(_ name: DNSName, _ type: RecordType) {
    self.name = name
    self.type = type
  }

  /// `example.com. MX`.
  public var description: String { "\(name) \(type)" }
}
