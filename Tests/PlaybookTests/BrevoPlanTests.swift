import Testing

@testable import Playbook

@Suite struct BrevoPlanTests {
  private let common: Answers = ["domain": "news.example.com", "token": "brevo-code:abc"]

  @Test func aKeyAsAText() throws {
    var answers = common
    answers["dkimForm"] = "txt"
    answers["dkimValue"] = "k=rsa;p=AAAA"
    answers["reportAddress"] = "dmarc@example.com"
    #expect(
      try Shipped.rows("brevo", answers, zone: "example.com") == [
        "token news TXT brevo-code:abc", "dkim mail._domainkey.news TXT k=rsa;p=AAAA",
        "dmarc _dmarc.news TXT v=DMARC1; p=none; rua=mailto:dmarc@example.com",
      ])
  }

  @Test func aKeyBehindAliases() throws {
    var answers = common
    answers["dkimForm"] = "cname"
    answers["dkim1Target"] = "b1.dkim.brevo.com"
    answers["dkim2Target"] = "b2.dkim.brevo.com"
    #expect(
      try Shipped.rows("brevo", answers, zone: "example.com") == [
        "token news TXT brevo-code:abc", "dkim1 brevo1._domainkey.news CNAME b1.dkim.brevo.com.",
        "dkim2 brevo2._domainkey.news CNAME b2.dkim.brevo.com.",
        "dmarc _dmarc.news TXT v=DMARC1; p=none",
      ])
  }
}
