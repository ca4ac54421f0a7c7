import DNS

/// The part of the world that is the same in every scenario: addresses, servers, known zones.
///
/// Every value is read from text once, so that nothing later can fail.
struct Landscape: Sendable {
  let resolver: IPAddress
  let secondResolver: IPAddress
  /// Where the servers of every registry listen.
  let registryAddress: IPAddress
  /// Where each name server listens.
  let hosts: [DNSName: IPAddress]
  let rootServer: DNSName
  /// The server of com and net.
  let registryServer: DNSName
  let dnsHostServers: [DNSName]
  let oldHostServers: [DNSName]
  /// What a registrar puts in place of the owner's servers to suspend a domain.
  let standInServers: [DNSName]
  /// Where the registries answer over RDAP.
  let registryService: IPAddress
  /// The root, the zones of the infrastructure and of the mail service.
  let zones: [HostedZone]

  private let dnsHostMailbox: DNSName
  private let registryMailbox: DNSName
  private let com: DNSName
  private let net: DNSName
  /// Top-level domains that exist before anybody types a domain.
  let topLevelDomains: [DNSName]

  var resolvers: [IPAddress] { [resolver, secondResolver] }

  init() throws(PracticeError) {
    do {
      let root = try DNSName("a.root-servers.net")
      let commercial = try DNSName("a.gtld-servers.net")
      let hosting = [try DNSName("f1g1ns1.dnspod.net"), try DNSName("f1g1ns2.dnspod.net")]
      let old = try DNSName("ns1.oldhost.example")
      let standIn = try DNSName("failed-whois-verification.namecheap.com")
      let hostmaster = try DNSName("freednsadmin.dnspod.com")
      let registry = try DNSName("nstld.verisign-grs.com")
      rootServer = root
      registryServer = commercial
      dnsHostServers = hosting
      oldHostServers = [old]
      standInServers = [standIn]
      registryService = try Self.address("127.53.0.43")
      dnsHostMailbox = hostmaster
      registryMailbox = registry
      com = try DNSName("com")
      net = try DNSName("net")
      topLevelDomains = try ["com", "net", "org", "example", "cn", "id", "jp", "kr"]
        .map { try DNSName($0) }
      registryAddress = try Self.address("127.53.0.2")
      hosts = [
        root: try Self.address("127.53.0.1"), commercial: registryAddress,
        hosting[0]: try Self.address("127.53.0.3"), hosting[1]: try Self.address("127.53.0.4"),
        old: try Self.address("127.53.0.5"), standIn: try Self.address("127.53.0.6"),
      ]
      resolver = try Self.address("127.53.0.53")
      secondResolver = try Self.address("127.53.0.54")
      func zone(
        _ origin: String, _ servers: [DNSName], _ mailbox: DNSName, _ ttl: UInt32, _ text: String
      ) throws -> HostedZone {
        let origin = try DNSName(origin)
        return HostedZone(
          origin: origin, nameServers: servers, mailbox: mailbox, absenceTTL: ttl,
          records: try ZoneText.records(text, origin: origin))
      }
      zones = [
        try zone(".", [root], registry, 86400, ""),
        try zone("root-servers.net", [root], registry, 86400, ""),
        try zone("gtld-servers.net", [commercial], registry, 86400, ""),
        try zone("dnspod.net", hosting, hostmaster, 600, ""),
        try zone("oldhost.example", [old], hostmaster, 600, ""),
        try zone("namecheap.com", [standIn], hostmaster, 600, ""),
        try zone("qq.com", hosting, hostmaster, 600, Self.corporateMail),
        try zone("qcloudmail.com", hosting, hostmaster, 600, Self.mailService),
      ]
    } catch {
      throw .unreadableWorld
    }
  }

  // RFC 5737 keeps these addresses free for examples.
  private static let corporateMail = """
    mxbiz1   A   203.0.113.25
    mxbiz2   A   203.0.113.26
    spf.mail TXT "v=spf1 ip4:203.0.113.0/24 -all"
    """
  private static let mailService = """
    @    TXT "v=spf1 include:spf1.qcloudmail.com include:spf2.qcloudmail.com -all"
    spf1 TXT "v=spf1 ip4:198.51.100.0/25 -all"
    spf2 TXT "v=spf1 ip4:198.51.100.128/25 -all"
    """

  private static func address(_ text: String) throws(PracticeError) -> IPAddress {
    guard let address = IPAddress(text) else { throw .unreadableWorld }
    return address
  }

  /// The zone of a domain that the person registered, at the DNS host.
  func senderZone(_ origin: DNSName, serial: UInt32, records: [ResourceRecord]) -> HostedZone {
    HostedZone(
      origin: origin, nameServers: dnsHostServers, mailbox: dnsHostMailbox, serial: serial,
      absenceTTL: 600, records: records)
  }

  /// What other servers say of a domain, those of a registrar that has suspended it or of an earlier
  /// DNS host: a web page, and nothing else.
  func standInZone(_ origin: DNSName, at servers: [DNSName]) -> HostedZone {
    // RFC 5737 keeps this address free for examples.
    let page = IPAddress("203.0.113.80").map {
      ResourceRecord(name: origin, type: .a, ttl: 600, data: .address($0))
    }
    return HostedZone(
      origin: origin, nameServers: servers, mailbox: dnsHostMailbox, absenceTTL: 600,
      records: page.map { [$0] } ?? [])
  }

  /// The zone of a registry, at the one registry server; `a.nic.<tld>` except for com and net.
  func registryZone(_ suffix: DNSName) -> (zone: HostedZone, server: DNSName) {
    let top = suffix.labels.suffix(1)
    let label = [Array("a".utf8), Array("nic".utf8)]
    let own = try? DNSName(labels: label + top)
    let server = suffix == com || suffix == net ? registryServer : own ?? registryServer
    let zone = HostedZone(
      origin: suffix, nameServers: [server], mailbox: registryMailbox, absenceTTL: 900)
    return (zone, server)
  }

  /// Whether the parent's registry knows the address of a server that it delegates to.
  ///
  /// It must for a server inside the zone (RFC 1034 §4.2.1). The registry of com and net keeps one
  /// list of hosts for both; others give no address for a server elsewhere.
  func hasGlue(_ parent: DNSName, for server: DNSName) -> Bool {
    if server.isSubdomain(of: parent) { return true }
    let shared = [com, net]
    return shared.contains(parent) && shared.contains { server.isSubdomain(of: $0) }
  }
}
