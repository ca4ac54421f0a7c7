import DNS
import Playbook
import Testing

/// Answers in texts that have more in them, as the playbook of SES asks for them.
@Suite struct TableAnswerTests {
  private let playbook: Playbook
  private let domain: DNSName

  init() throws {
    playbook = try Shipped.playbook("tencent-ses")
    domain = try DNSName("mail.example.com.")
  }

  private func found(_ id: String, _ typed: String) throws -> String? {
    try #require(playbook.input(id)).answer(within: typed, domain: domain)
  }

  @Test func theHostWithItsEnding() throws {
    #expect(
      try found("dkimHost", "TXT own._domainkey.mail.example.com v=DKIM1; p=AAAA _dmarc TXT")
        == "own._domainkey")
    // The same twice is one; two are none.
    #expect(
      try found("dkimHost", "a._domainkey x a._domainkey.mail.example.com") == "a._domainkey")
    #expect(try found("dkimHost", "a._domainkey x b._domainkey") == nil)
    #expect(try found("dkimHost", "a b c") == nil)
  }

  @Test func theKeyUpToTheEndOfItsWord() throws {
    #expect(
      try found("dkimValue", "mail TXT v=spf1 ~all x TXT v=DKIM1; k=rsa; p=AAAA Pending now")
        == "v=DKIM1; k=rsa; p=AAAA")
    #expect(try found("dkimValue", "x TXT \"v=DKIM1;k=rsa;p=AAAA\" OK") == "v=DKIM1;k=rsa;p=AAAA")
    #expect(try found("dkimValue", "v=DKIM1; p=AAAA OK v=DKIM1; p=BBBB OK") == nil)
    #expect(try found("dkimValue", "v=DMARC1; p=none and more") == nil)
  }

  @Test func theMailServerBehindItsType() throws {
    #expect(try found("mailServer", "mail MX mx.example.net. OK") == "mx.example.net.")
    #expect(try found("mailServer", "mail mx 10 mx.example.net OK") == "mx.example.net.")
    #expect(try found("mailServer", "mail TXT mx.example.net OK") == nil)
    #expect(try found("mailServer", "x y MX") == nil)
  }

  @Test func hostileTextsEndAtOnce() throws {
    #expect(try found("dkimValue", String(repeating: "v=DKIM1; ", count: 1_700)) == nil)
    #expect(try found("dkimValue", String(repeating: "v=DKIM1; p=A ", count: 5_000)) == nil)
    #expect(try found("dkimHost", String(repeating: "_domainkey ", count: 1_400)) == nil)
  }
}
