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
  /// The sender's label in the zone; nil when the sender is the zone itself.
  var sender: String?
  /// Zone text of a server of a DNS host that the domain is not delegated to.
  var elsewhere: String?
  /// The name servers that the DNS host's console shows.
  var editedServers: [String]?
  /// Zone text that the first server has for somebody in another place, when it differs.
  var distant: String?
  /// How the records are signed.
  var signature = Signature.none
  /// What is the matter with the network.
  var network = NetworkFault.none
  /// Seconds by which the clock is ahead of the registry's.
  var clockOffset: Int?
  /// The domain as somebody typed it.
  var typed: String?
  /// What the lines that the zone lacks have in common.
  private var removed: String?
  /// The lines that the zone has in addition.
  private var added = ""
  /// Whether the mail service asks for an alias at `_link` instead of the token.
  var linked = false
  /// What lies outside the domain.
  var world = ExampleWorld()

  /// What a server can have.
  enum ServerFault: Sendable {
    case none, refusing, silent, withoutAddress, withoutEDNS, withoutTCP
    case losingLargeAnswers, denyingEmptyNames
    /// Its name is an alias.
    case alias
    /// Its address is one of a private network, so that nobody hears of it.
    case privateAddress
    /// Its name is inside the zone, and the zone gives another address than the zone above.
    case elsewhere
  }

  /// What the network of this machine can have.
  enum NetworkFault: Sendable {
    case none
    /// Nothing but its own resolver answers.
    case blocked
    case absent
  }

  /// How the records are signed.
  enum Signature: Sendable { case none, sound, expired }

  /// What a resolver can have.
  enum ResolverFault: Sendable {
    case none, failing
    /// It fails unless it is told not to validate.
    case refusingSignatures
    /// It has an address for every name.
    case rewriting
  }

  /// The records of a domain where everything is right.
  /// When every example is looked at: 2026-01-01 UTC, in seconds since 1970.
  public static let moment = 1_767_225_600

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
    secondServer: ServerFault = .none, resolver: ResolverFault = .none, cut: String? = nil,
    sender: String? = nil, linked: Bool = false, elsewhere: String? = nil,
    editedServers: [String]? = nil, distant: String? = nil, signature: Signature = .none,
    network: NetworkFault = .none, clockOffset: Int? = nil, typed: String? = nil
  ) {
    let lines = Self.healthyZone.split(separator: "\n").filter { line in
      missing.map { !line.contains($0) } ?? true
    }
    removed = missing
    self.added = added
    let origin = sender.map { "$ORIGIN \($0)\n" } ?? ""
    zone = origin + lines.joined(separator: "\n") + "\n" + added
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
    self.sender = sender
    self.linked = linked
    self.elsewhere = elsewhere
    self.editedServers = editedServers
    self.distant = distant
    self.signature = signature
    self.network = network
    self.clockOffset = clockOffset
    self.typed = typed
  }

  /// A world with the faults of both; nil when one of them undoes the other.
  func joined(with other: Example) -> Example? {
    guard sender == other.sender, linked == other.linked, second == nil, other.second == nil,
      removed == nil || removed != other.removed, cache == nil || other.cache == nil,
      delegatedTo.isEmpty || !other.isAboutOwnServers,
      other.delegatedTo.isEmpty || !isAboutOwnServers
    else { return nil }
    var both = self
    both.zone += "\n" + other.added
    both.cache = cache ?? other.cache
    both.parentRecords += other.parentRecords
    if delegation == .present { both.delegation = other.delegation }
    if delegatedTo.isEmpty { both.delegatedTo = other.delegatedTo }
    both.registry = registry ?? other.registry
    both.serversAnswer = serversAnswer && other.serversAnswer
    if secondServer == .none { both.secondServer = other.secondServer }
    if resolver == .none { both.resolver = other.resolver }
    both.cut = cut ?? other.cut
    both.elsewhere = elsewhere ?? other.elsewhere
    both.editedServers = editedServers ?? other.editedServers
    both.distant = distant ?? other.distant
    if signature == .none { both.signature = other.signature }
    if network == .none { both.network = other.network }
    both.clockOffset = clockOffset ?? other.clockOffset
    both.typed = typed ?? other.typed
    both.world.text += "\n" + other.world.text
    both.world.failing += other.world.failing
    both.world.knowsKey = world.knowsKey && other.world.knowsKey
    both.world.returnPath = world.returnPath ?? other.world.returnPath
    both.zone = both.zone.split(separator: "\n").filter { line in
      !Self.healthyZone.contains(line)
        || [removed, other.removed].allSatisfy { $0.map { !line.contains($0) } ?? true }
    }.joined(separator: "\n")
    return both
  }

  /// The same with another name for the domain wherever its texts spell it out.
  func renamed(_ name: DNSName) -> Example {
    func renamed(_ text: String) -> String {
      text.replacing("example.com", with: name.withoutFinalDot)
    }
    var example = self
    example.zone = renamed(zone)
    example.second = second.map(renamed)
    example.cache = cache.map(renamed)
    example.parentRecords = renamed(parentRecords)
    example.elsewhere = elsewhere.map(renamed)
    example.distant = distant.map(renamed)
    example.world.text = renamed(world.text)
    return example
  }

  /// Whether it takes servers of the DNS host to show what is wrong.
  private var isAboutOwnServers: Bool { secondServer != .none || cut != nil || elsewhere != nil }
}
