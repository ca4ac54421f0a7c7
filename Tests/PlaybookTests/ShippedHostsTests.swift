import DNS
import Foundation
import Testing

@testable import Playbook

/// The list of DNS hosts of the repository.
@Suite struct ShippedHostsTests {
  static func read() throws -> [DNSHost] {
    let file = Shipped.root.appendingPathComponent("Playbooks/dns-hosts.yaml")
    return try DNSHost.read(
      yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
  }

  /// The id of a host, and name servers that belong to it.
  static let recognised: [(String, [String])] = [
    ("dnspod", ["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"]),
    ("dnspod", ["ns3.dnsv2.com", "NS4.DNSV2.COM."]),
    ("dnspod", ["ns1.dnsv5.com"]),
    ("alibaba-cloud", ["dns9.hichina.com", "vip1.alidns.com"]),
    ("huawei-cloud", ["ns1.huaweicloud-dns.com", "ns1.huaweicloud-dns.org"]),
    ("volcengine", ["vip1.volcengine-dns.com"]), ("baidu", ["ns1.bdydns.cn"]),
    ("west-cn", ["ns1.myhostadmin.net", "ns2.dns-diy.net"]), ("xinnet", ["ns11.xincache.com"]),
    ("cn-22", ["ns1.22.cn"]), ("dns-com", ["ns1.dns.com"]), ("cloudxns", ["lv3ns1.cloudxns.net"]),
    ("jd-cloud", ["ns1.jdgslb.com"]), ("gabia", ["ns.gabia.co.kr", "ns1.gabia.co.kr"]),
    ("gabia", ["ns.gabia.net"]), ("cafe24", ["dns1.cafe24.com", "cns1.simplexi.com"]),
    ("cafe24", ["ns1.cafe24dns.co.kr"]), ("whois-co-kr", ["ns4.whoisdomain.kr"]),
    ("hosting-kr", ["ns1.hosting.co.kr"]), ("dotname", ["ns1.dotname.co.kr"]),
    ("inames", ["ns.inames.co.kr"]), ("naver-cloud", ["ns1-1.ns-ncloud.com"]),
    ("nhn-cloud", ["ns-1.toastdns-cloud.com"]), ("onamae", ["dns1.onamae.com"]),
    ("onamae", ["01.dnsv.jp", "04.dnsv.jp"]), ("muumuu-dns", ["dns01.muumuu-domain.com"]),
    ("xserver", ["ns5.xserver.jp"]), ("value-domain", ["ns1.value-domain.com"]),
    ("sakura", ["ns1.dns.ne.jp"]), ("cpi", ["ns4.cpi.ad.jp"]), ("kddi", ["nsk0.secure.ne.jp"]),
    ("star-domain", ["ns1.star-domain.jp"]), ("conoha", ["ns-a1.conoha.io"]),
    ("iij", ["dns-a.iij.ad.jp"]), ("rumahweb", ["ns1.rumahweb.com", "nsid1.rumahweb.net"]),
    ("niagahoster", ["ns1.niagahoster.com", "ns1.dns-parking.com", "ns1.hostinger.com"]),
    ("idwebhost", ["ns1.idwebhost.id", "ns1.idwebhost.com"]),
    ("domainesia", ["ns1.domainesia.net", "dnsx1.domainesia.com"]),
    ("biznet-gio", ["ns1.biznetgio.com"]), ("idcloudhost", ["ns1.idcloudhost.com"]),
    ("dewaweb", ["ns1.dewaweb.com"]), ("jagoan-hosting", ["ns1.jagoanhosting.com"]),
    ("qwords", ["ns1.qwords.com"]), ("masterweb", ["ns1.masterweb.net"]),
    ("cloudkilat", ["ns1.cloudkilat.com"]), ("cloudflare", ["ada.ns.cloudflare.com"]),
    ("route-53", ["ns-1.awsdns-00.com", "ns-2.awsdns-01.co.uk"]),
    ("godaddy", ["ns01.domaincontrol.com"]), ("namecheap", ["dns1.registrar-servers.com"]),
    ("namecheap", ["dns2.namecheaphosting.com"]), ("namesilo", ["ns1.dnsowl.com"]),
    ("porkbun", ["maceio.ns.porkbun.com"]), ("dynadot", ["ns1.dyna-ns.net"]),
    ("gandi", ["ns-10-a.gandi.net"]), ("name-com", ["ns1abc.name.com"]),
    ("spaceship", ["launch1.spaceship.net"]),
    ("google-cloud-dns", ["ns-cloud-a1.googledomains.com"]),
    ("squarespace", ["ns1.squarespacedns.com"]), ("azure-dns", ["ns1-07.azure-dns.com"]),
    ("digitalocean", ["ns1.digitalocean.com"]), ("linode", ["ns1.linode.com"]),
    ("vercel", ["ns1.vercel-dns.com"]), ("netlify", ["dns1.p05.nsone.net"]),
    ("ovh", ["ns200.ovh.net"]), ("ionos", ["ns1045.ui-dns.org"]), ("one-com", ["ns01.one.com"]),
    ("wix", ["ns8.wixdns.net"]),
  ]

  /// Hosts that have no name servers of their own, or none that are known.
  static let onlyNamed: Set = ["blueweb", "dns-made-easy", "cpanel", "dnsimple"]

  @Test(arguments: recognised) func recognise(_ id: String, _ servers: [String]) throws {
    let hosts = try Self.read()
    let found = DNSHost.recognise(try servers.map { try DNSName($0) }, among: hosts)
    #expect(found?.id == id)
    for server in servers {
      #expect(hosts.filter { $0.serves((try? DNSName(server)) ?? .root) }.map(\.id) == [id])
    }
  }

  @Test func everyHostIsRecognisedOrOnlyNamed() throws {
    let ids = try Set(Self.read().map(\.id))
    #expect(ids == Set(Self.recognised.map { $0.0 }).union(Self.onlyNamed))
  }

  @Test(
    "Names that only look alike belong to nobody",
    arguments: [
      "ns1.mydnspod.net", "dnspod.net", "ns1.dnspod.net.example.com", "ns.cloudflare.com",
      "awsdns-00.com", "ns1.qq.com", "ns1.example.com",
    ])
  func others(_ server: String) throws {
    #expect(DNSHost.recognise([try DNSName(server)], among: try Self.read()) == nil)
  }

  @Test func serversOfTwoHosts() throws {
    let hosts = try Self.read()
    let servers = try [
      "ns1.example.com", "ada.ns.cloudflare.com", "f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net",
    ].map { try DNSName($0) }
    #expect(DNSHost.all(servers, among: hosts).map(\.id) == ["dnspod", "cloudflare"])
    // As many of each: the order of the servers decides.
    #expect(
      DNSHost.all(Array(servers[1...2]), among: hosts).map(\.id) == ["cloudflare", "dnspod"])
  }

  @Test func theLongerPatternCounts() throws {
    let hosts = try DNSHost.read(
      yaml: """
        version: 1
        hosts:
          - { id: wide, name: { en: Wide }, nameServers: ["*.host.example"] }
          - { id: narrow, name: { en: Narrow }, nameServers: ["ns*.sub.host.example"] }
        """, file: "hosts.yaml")
    #expect(DNSHost.recognise([try DNSName("ns1.sub.host.example")], among: hosts)?.id == "narrow")
    #expect(DNSHost.recognise([try DNSName("a.sub.host.example")], among: hosts)?.id == "wide")
  }

  /// A host, a fact of its form as it must be, and whether it may be stated as certain.
  @Test func confirmedFactsAreThoseOfTheSources() throws {
    var confirmed: [String: Set<String>] = [:]
    for host in try Self.read() {
      let form = host.form
      let facts: [(String, Bool?)] = [
        ("host", form.host?.isUnverified), ("apex", form.apex?.isUnverified),
        ("priority", form.priority?.isUnverified), ("dot", form.finalDot?.isUnverified),
        ("quotes", form.quotes?.isUnverified), ("longText", form.longText?.isUnverified),
        ("longestText", form.longestText?.isUnverified),
        ("shortestTTL", form.shortestTTL?.isUnverified), ("fixedTTL", form.fixedTTL?.isUnverified),
      ]
      let certain = facts.filter { $0.1 == false }.map(\.0)
      if !certain.isEmpty { confirmed[host.id] = Set(certain) }
    }
    #expect(
      confirmed == [
        "dnspod": ["shortestTTL"], "huawei-cloud": ["apex"],
        "gabia": ["host", "apex", "dot"], "cafe24": ["apex"], "whois-co-kr": ["apex"],
        "onamae": ["host", "quotes"], "muumuu-dns": ["host", "priority", "fixedTTL"],
        "xserver": ["host", "apex", "quotes"],
        "value-domain": ["host", "apex", "dot", "quotes", "longText"],
        "idwebhost": ["apex"], "godaddy": ["apex", "longestText"],
        "dns-made-easy": ["apex", "quotes"],
      ])
  }

  @Test func everyNoteHasItsWordsAndNoOther() throws {
    let keys = try Set(
      Self.read().flatMap { host in host.notes.map { "dns-host.\(host.id).\($0.id)" } })
    #expect(!keys.isEmpty)
    for language in Shipped.languages {
      let path = "Localizations/\(language)/dns-hosts.arb"
      let data = try Data(contentsOf: Shipped.root.appendingPathComponent(path))
      let table = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      let words = table.keys.filter { $0.hasPrefix("dns-host.") }
      #expect(Set(words) == keys, "\(language)")
    }
  }
}
