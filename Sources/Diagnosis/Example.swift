import DNS

/// A small world in which a rule speaks or is silent: zone text, judged without a network.
public struct Example: Sendable {
  /// Zone text of `example.com.` on its first server; `SOA` and `NS` are added.
  public var zone: String
  /// Zone text of the second server, when it differs.
  public var second: String?
  /// What a resolver answers from its cache, when it differs from the first server.
  public var cache: String?
  /// Zone text of the zone above, read with the domain as its origin.
  var parentRecords = ""
  /// Whether the parent delegates the domain.
  public var delegation = Evidence.Delegation.present
  /// The servers that the parent names, when they are not those of the DNS host.
  var delegatedTo: [String] = []
  /// What the registry says when it is asked.
  var registry: Registry?
  /// Whether the servers answer before the time is up.
  public var serversAnswer = true
  /// What is the matter with the second server.
  var secondServer = ServerFault.none
  /// What is the matter with the resolver.
  var resolver = ResolverFault.none
  /// A label below the domain that is a zone of its own, empty, on the second server.
  var cut: String?
  /// What lies outside the domain.
  var world = ExampleWorld()

  /// What a server can have.
  enum ServerFault: Sendable {
    case none, refusing, silent, withoutAddress, withoutEDNS, withoutTCP
    /// Its name is inside the zone, and the zone gives another address than the zone above.
    case elsewhere
  }

  /// What a resolver can have.
  enum ResolverFault: Sendable {
    case none, failing
    /// It fails unless it is told not to validate.
    case refusingSignatures
  }

  /// The records of a domain where everything is right.
  static let healthyZone = """
    @ MX 10 mxbiz1.qq.com.
    @ TXT "v=spf1 include:qcloudmail.com ~all"
    qcloud._domainkey TXT "v=DKIM1; k=rsa; p=\(key)"
    _dmarc TXT "v=DMARC1; p=none"
    _token TXT "token=1"
    """

  /// A 1024-bit RSA public key, made for these examples.
  static let key = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDfTSdX4eVfr76WrT2sH3ScMTD9lhdV65y5\
    XMxoRzX8G5yySaHbaSZBfDNFgXireH/P1Dozu/PesqZoW8ohLFuQQjMAyRVNTlAOYz0sJBiD\
    gs9+tGBOqEFuApbY1ZqZD3tmOl+lWceAAA95Dxw5BuTMLz6YGypd/Kiig334MeDjYwIDAQAB
    """

  /// An example whose zone differs from the healthy one by whole lines.
  init(
    without missing: String? = nil, adding added: String = "", second: String? = nil,
    cache: String? = nil, parentRecords: String = "",
    delegation: Evidence.Delegation = .present, delegatedTo: [String] = [],
    registry: Registry? = nil, serversAnswer: Bool = true,
    secondServer: ServerFault = .none, resolver: ResolverFault = .none, cut: String? = nil
  ) {
    let lines = Self.healthyZone.split(separator: "\n").filter { line in
      missing.map { !line.contains($0) } ?? true
    }
    zone = lines.joined(separator: "\n") + "\n" + added
    self.second = second
    self.cache = cache
    self.parentRecords = parentRecords
    self.delegation = delegation
    self.delegatedTo = delegatedTo
    self.registry = registry
    self.serversAnswer = serversAnswer
    self.secondServer = secondServer
    self.resolver = resolver
    self.cut = cut
  }
}
