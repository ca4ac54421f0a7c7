import DNS
import Testing

@Suite struct PublicSuffixListTests {
  @Test(arguments: [
    ("example.com", "example.com"),
    ("mail.example.com", "example.com"),
    ("a.b.c.Example.COM", "Example.COM"),
    ("example.co.id", "example.co.id"),
    ("mail.example.co.id", "example.co.id"),
    ("mail.example.co.kr", "example.co.kr"),
    ("mail.example.co.jp", "example.co.jp"),
    ("example.kr", "example.kr"),
    ("example.jp", "example.jp"),
    // "*.ck" makes every name below ck a suffix, "!www.ck" takes one out again.
    ("www.ck", "www.ck"),
    ("a.www.ck", "www.ck"),
    ("a.b.ck", "a.b.ck"),
    // A top-level domain that the list does not know.
    ("mail.example.nosuchtld", "example.nosuchtld"),
    // A private suffix is no registry.
    ("github.io", "github.io"),
    ("someone.github.io", "github.io"),
    ("bucket.s3.amazonaws.com", "amazonaws.com"),
    // IDN suffixes: 例え.テスト has none of its own, 公司.cn has.
    ("a.example.xn--55qx5d.cn", "example.xn--55qx5d.cn"),
  ])
  func theRegisteredDomainIsFound(name: String, registered: String) throws {
    let found = PublicSuffixList.registrableDomain(of: try DNSName(name))
    #expect(found?.withoutFinalDot == registered)
  }

  @Test(arguments: [
    "com", "COM", "co.id", "id", "co.kr", "co.jp", "tokyo.jp", "ck", "b.ck", "nosuchtld",
    "xn--55qx5d.cn", ".",
  ])
  func aSuffixIsNotRegistered(name: String) throws {
    let name = try DNSName(name)
    #expect(PublicSuffixList.registrableDomain(of: name) == nil)
    if name != .root { #expect(PublicSuffixList.isPublicSuffix(name)) }
  }

  @Test(arguments: ["example.com", "www.ck", "github.io", "someone.github.io", "a.b.ck"])
  func othersAreNoSuffix(name: String) throws {
    #expect(!PublicSuffixList.isPublicSuffix(try DNSName(name)))
  }

  @Test func oddLabelsDoNotTrap() throws {
    for name in [#"a\.b.com"#, #"\000.com"#, #"\255\254.co.id"#, "*.ck", "_dmarc.com"] {
      _ = PublicSuffixList.registrableDomain(of: try DNSName(name))
    }
    let longest = try DNSName(Array(repeating: "x", count: 127).joined(separator: "."))
    #expect(PublicSuffixList.registrableDomain(of: longest)?.labels.count == 2)
  }
}
