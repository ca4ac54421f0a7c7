import DNS
import Foundation
import Testing

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1", 4), ("0.0.0.0", "0.0.0.0", 4),
    ("255.255.255.255", "255.255.255.255", 4),
    ("2001:db8::1", "2001:db8::1", 16), ("2001:0DB8:0:0::0001", "2001:db8::1", 16),
    ("::", "::", 16),
    ("::ffff:192.0.2.1", "::ffff:192.0.2.1", 16), ("fe80::", "fe80::", 16),
  ])
  func addressesAreRead(text: String, written: String, count: Int) throws {
    let address = try #require(IPAddress(text))
    #expect(address.octets.count == count)
    #expect(address.isIPv6 == (count == 16))
    #expect(address.description == written)
    #expect(IPAddress(octets: address.octets) == address)
  }

  @Test(arguments: [
    "", " ", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", " 1.2.3.4", "01.2.3.4", "1.2.3.-4",
    "0x7f.0.0.1", "1.2.3.4/24", "2001:db8", "2001:db8::1::2", "fe80::1%lo", "[::1]", ":", ":::",
    "example.com", "1.2.3.4\u{0}", "1.2.3.4\u{0}.example.com", "::1\u{0}x", "１.2.3.4",
  ])
  func othersAreRefused(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test func longTextIsRefused() {
    #expect(IPAddress(String(repeating: "1", count: 1_000_000)) == nil)
  }

  @Test(arguments: [0, 3, 5, 15, 17])
  func octetsMustBeFourOrSixteen(count: Int) {
    #expect(IPAddress(octets: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test func codingUsesTheText() throws {
    let address = try #require(IPAddress("2001:db8::1"))
    let data = try JSONEncoder().encode([address])
    #expect(String(decoding: data, as: UTF8.self) == #"["2001:db8::1"]"#)
    #expect(try JSONDecoder().decode([IPAddress].self, from: data) == [address])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([IPAddress].self, from: Data(#"["1.2.3"]"#.utf8))
    }
  }
}
