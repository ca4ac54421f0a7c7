import DNS
import Playbook
import Testing

@Suite struct DNSHostTests {
  private func host(_ patterns: String...) throws -> DNSHost {
    let list = patterns.map { "\"\($0)\"" }.joined(separator: ", ")
    let yaml = "version: 1\nhosts:\n  - {id: a, name: {en: A}, nameServers: [\(list)]}\n"
    return try #require(try DNSHost.read(yaml: yaml, file: "hosts.yaml").first)
  }

  @Test(arguments: [
    ("*.dnspod.net", "f1g1ns1.dnspod.net", true), ("*.dnspod.net", "a.b.DNSPOD.net", true),
    ("*.dnspod.net", "dnspod.net", false), ("*.dnspod.net", "dnspod.net.example", false),
    ("ns*.x.test", "ns1.x.test", true), ("ns*.x.test", "ns.x.test", true),
    ("ns*.x.test", "dns1.x.test", false), ("f*ns*.x.test", "f1g1ns2.x.test", true),
    ("f*ns*.x.test", "fn.x.test", false), ("*a*b*.x.test", "xxaxxbxx.x.test", true),
    ("*a*b*.x.test", "b-a.x.test", false), ("aa*aa.x.test", "aaa.x.test", false),
    ("aa*aa.x.test", "aaaa.x.test", true), ("ns1.x.test", "ns1.x.test", true),
    ("ns1.x.test", "ns11.x.test", false), ("ns*.X.test", "NS1.x.TEST", true),
  ])
  func patterns(_ pattern: String, _ server: String, _ serves: Bool) throws {
    #expect(try host(pattern).serves(try DNSName(server)) == serves)
  }

  /// Tried one by one, the ways to share out the letters among the stars have no end.
  @Test func manyStarsEnd() throws {
    let stars = String(repeating: "*a", count: 30) + "*b.x.test"
    let pattern = try #require(NameServerPattern(stars))
    let label = String(repeating: "a", count: 63)
    #expect(!pattern.matches(try DNSName(label + ".x.test")))
  }

  @Test func mostServersDecide() throws {
    let servers = try ["ns1.x.test", "ns2.x.test", "ns.other.test"].map { try DNSName($0) }
    #expect(DNSHost.recognise(servers, among: [try host("*.x.test")])?.id == "a")
    #expect(DNSHost.recognise(servers, among: [try host("*.y.test")]) == nil)
  }
}
