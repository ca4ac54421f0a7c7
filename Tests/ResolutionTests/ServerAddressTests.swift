import DNS
import Resolution
import Testing

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1", 53), ("192.0.2.1#5353", "192.0.2.1", 5353),
    ("2001:db8::1", "2001:db8::1", 53), ("2001:DB8:0::1#1", "2001:db8::1", 1),
    ("::1#65535", "::1", 65535), ("127.0.0.1#053", "127.0.0.1", 53),
  ]) func reads(text: String, address: String, port: Int) throws {
    let server = try #require(ServerAddress(text))
    #expect(server.address.description == address)
    #expect(Int(server.port) == port)
  }

  @Test(arguments: [
    "", "#", "#53", "192.0.2.1#", "192.0.2.1#0", "192.0.2.1#65536", "192.0.2.1#-1",
    "192.0.2.1#53#53", "192.0.2.1#x", "192.0.2.1:53", "[::1]#53", "192.0.2", "256.0.0.1",
    "dns.example", " 192.0.2.1", "192.0.2.1 ", "192.0.2.1# 53", "192.0.2.1\u{0}", "192.0.2.1#５３",
    "fe80::1%eth0",
  ]) func refuses(text: String) {
    #expect(ServerAddress(text) == nil)
  }

  @Test func theDefaultPortCanBeAnother() throws {
    #expect(try #require(ServerAddress("192.0.2.1", defaultPort: 5353)).port == 5353)
    #expect(try #require(ServerAddress("192.0.2.1#54", defaultPort: 5353)).port == 54)
  }

  @Test(arguments: ["192.0.2.1", "192.0.2.1#5353", "2001:db8::1", "2001:db8::1#5353"])
  func describesItselfAsItIsRead(text: String) throws {
    #expect(try #require(ServerAddress(text)).description == text)
  }

  @Test func theStandardPortIsNotShown() throws {
    #expect(try #require(ServerAddress("192.0.2.1#53")).description == "192.0.2.1")
  }
}

@Suite struct ResolverConfigurationTests {
  private func servers(_ text: String) -> [String] {
    ResolverConfiguration.servers(inResolvConf: text).map(\.description)
  }

  @Test func readsNameserverLines() {
    let text = """
      # made by something
      search example.com
      nameserver 192.0.2.1
      nameserver\t2001:db8::1   # trailing words
        nameserver 192.0.2.2
      options edns0
      """
    #expect(servers(text) == ["192.0.2.1", "2001:db8::1", "192.0.2.2"])
  }

  @Test func readsWindowsLineEndsAndZoneIndexes() {
    #expect(
      servers("nameserver 192.0.2.1\r\nnameserver fe80::1%eth0\r\n")
        == ["192.0.2.1", "fe80::1"])
  }

  @Test(arguments: [
    "", "\n\n", "nameserver", "nameserver ", "nameserver localhost", "nameservers 192.0.2.1",
    "#nameserver 192.0.2.1", "; nameserver 192.0.2.1", "192.0.2.1", "nameserver %", "\u{0}",
  ]) func passesOverWhatMakesNoSense(text: String) {
    #expect(servers(text).isEmpty)
  }

  @Test func readsSoManyLinesAndNoMore() {
    let text = String(repeating: "nameserver 192.0.2.1\n", count: 5000)
    #expect(servers(text).count == 1000)
  }

  @Test func publicResolversAreOfTwoOperators() {
    let servers = ResolverConfiguration.publicResolvers
    #expect(servers.map(\.description) == ["1.1.1.1", "8.8.8.8"])
  }
}
