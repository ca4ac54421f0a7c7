import DNS

/// What a matching mechanism says of the sender (RFC 7208 §4.6.2), the most permissive first.
public enum SPFQualifier: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// The sender may use the domain; also meant when no qualifier is written.
  case pass = "+"
  /// Nothing is said.
  case neutral = "?"
  /// The sender probably may not.
  case softFail = "~"
  /// The sender may not.
  case fail = "-"

  /// Whether `left` permits more than `right`.
  public static func < (left: SPFQualifier, right: SPFQualifier) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .pass: 0
    case .neutral: 1
    case .softFail: 2
    case .fail: 3
    }
  }
}

/// How many leading bits of the addresses behind a name are compared (RFC 7208 §5.3).
public struct SPFPrefixLengths: Hashable, Sendable {
  /// For IPv4, 0 to 32.
  public let ipv4: Int
  /// For IPv6, 0 to 128.
  public let ipv6: Int
  /// Whole addresses: what is meant when no length is written.
  static let whole = SPFPrefixLengths(ipv4: 32, ipv6: 128)
}

/// The test of a directive (RFC 7208 §5).
public enum SPFMechanism: Hashable, Sendable {
  /// Every sender (§5.1).
  case all
  /// Senders that pass the record of another domain (§5.2).
  case include(DomainSpec)
  /// Addresses of a domain, of the current one when nil (§5.3).
  case a(DomainSpec?, SPFPrefixLengths)
  /// Addresses of the mail servers of a domain, of the current one when nil (§5.4).
  case mx(DomainSpec?, SPFPrefixLengths)
  /// Senders whose reverse name lies in a domain, in the current one when nil (§5.5).
  case ptr(DomainSpec?)
  /// An IPv4 network, prefix length 0 to 32 (§5.6).
  case ip4(IPAddress, prefixLength: Int)
  /// An IPv6 network, prefix length 0 to 128 (§5.6).
  case ip6(IPAddress, prefixLength: Int)
  /// Senders for which a name, usually made with macros, has an address (§5.7).
  case exists(DomainSpec)
}

/// A mechanism with its qualifier (RFC 7208 §4.6.1).
public struct SPFDirective: Hashable, Sendable {
  /// What a match means.
  public let qualifier: SPFQualifier
  /// What is tested.
  public let mechanism: SPFMechanism
}

/// One term of a record (RFC 7208 §4.6.1).
public enum SPFTerm: Hashable, Sendable {
  /// A mechanism with its qualifier.
  case directive(SPFDirective)
  /// The domain whose record decides when no mechanism matches (§6.1).
  case redirect(DomainSpec)
  /// Where the explanation of a failure is found (§6.2).
  case explanation(DomainSpec)
  /// A modifier that readers ignore: its name in small letters, and its value (§6).
  case unknown(name: String, value: String)
}
