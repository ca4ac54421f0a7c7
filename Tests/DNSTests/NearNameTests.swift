import DNS
import Testing

@Suite("Names near one whose ending does not exist")
struct NearNameTests {
  @Test(
    "One slip of the fingers",
    arguments: [
      ("mail.example.con", "mail.example.com"), ("example.cmo", "example.com"),
      ("example.ocm", "example.com"), ("example.comm", "example.com"),
      ("example.nte", "example.net"), ("example.ogr", "example.org"),
      ("toko.co.ld", "toko.co.id"), ("toko.c.oid", "toko.co.id"), ("toko.coid", "toko.co.id"),
      ("gage.co.kt", "gage.co.kr"), ("gage.krr", "gage.kr"), ("mise.pj", "mise.jp"),
      ("mise.co.jpp", "mise.co.jp"), ("ｍａｉｌ．ｅｘａｍｐｌｅ。ｃｏｎ", "mail.example.com"),
      ("EXAMPLE.CON.", "example.com"), ("例え.con", "xn--r8jz45g.com"),
    ])
  func slip(_ typed: String, _ meant: String) { #expect(found(typed) == meant) }

  @Test(
    "A dot that was missed",
    arguments: [
      ("examplecom", "example.com"), ("mail.examplecom", "mail.example.com"),
      ("tokobandungcoid", "tokobandung.co.id"), ("mail.example,com", "mail.example.com"),
      ("mail，example、com", "mail.example.com"), ("toko.co;id", "toko.co.id"),
    ])
  func missedDot(_ typed: String, _ meant: String) { #expect(found(typed) == meant) }

  @Test(
    "What exists, or may, is not doubted",
    arguments: [
      "example.com", "example.co", "example.cm", "example.om", "example.ne", "example.co.id",
      "example.go.id", "example.cp.id", "example.shop", "example.xn--3e0b707e", "mail.example.test",
      "printer.local", "nas.lan", "host.internal", "com", "con", "co.ld", "example.zzzzzz",
      "example.ix", "", ".", "..", "a b.con", "someone@example.con", "192.0.2.1", "example.con/x",
      String(repeating: "a", count: 5000) + ".con",
    ])
  func none(_ typed: String) { #expect(found(typed) == nil) }

  @Test("The ending that does not exist is named")
  func ending() throws {
    #expect(NearName.unknownEnding(of: try DNSName("mail.example.con.")) == "con")
    #expect(NearName.unknownEnding(of: try DNSName("mail.example.com.")) == nil)
    #expect(NearName.unknownEnding(of: try DNSName("mail.example.test.")) == nil)
  }

  private func found(_ typed: String) -> String? { NearName.of(typed)?.withoutFinalDot }
}
