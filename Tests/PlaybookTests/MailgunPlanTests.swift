import Testing

@testable import Playbook

@Suite struct MailgunPlanTests {
  @Test func aKeyAsAText() throws {
    let answers: Answers = [
      "domain": "mg.example.com", "dkimForm": "txt", "dkimHost": "mx._domainkey.mg",
      "dkimValue": "k=rsa; p=AAAA",
    ]
    #expect(
      try Shipped.rows("mailgun", answers, zone: "example.com") == [
        "spf mg TXT v=spf1 include:mailgun.org ~all", "dkim mx._domainkey.mg TXT k=rsa; p=AAAA",
        "tracking email.mg CNAME mailgun.org.",
      ])
  }

  @Test func aKeyBehindAliasesAndReceiving() throws {
    let answers: Answers = [
      "domain": "mg.example.com", "dkimForm": "cname", "dkim1Target": "a.domainkey.mailgun.org",
      "dkim2Target": "b.domainkey.mailgun.org", "tracking": "no", "receiving": "yes",
    ]
    #expect(
      try Shipped.rows("mailgun", answers, zone: "example.com") == [
        "spf mg TXT v=spf1 include:mailgun.org ~all",
        "dkim1 pdk1._domainkey.mg CNAME a.domainkey.mailgun.org.",
        "dkim2 pdk2._domainkey.mg CNAME b.domainkey.mailgun.org.",
        "mx1 mg MX 10 mxa.mailgun.org.", "mx2 mg MX 10 mxb.mailgun.org.",
      ])
  }

  /// Either form is right for some domain, and neither is taken for granted.
  @Test func theFormIsAskedFor() {
    #expect(throws: PlanError.missing(["dkimForm"])) {
      try Shipped.rows("mailgun", ["domain": "mg.example.com"], zone: "example.com")
    }
  }

  /// Records that take mail away from somebody are nobody's default.
  @Test func receivingIsChosen() throws {
    #expect(try Shipped.playbook("mailgun").input("receiving")?.default == "no")
  }
}
