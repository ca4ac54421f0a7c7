import Testing

@testable import Playbook

@Suite struct SendGridPlanTests {
  private let common: Answers = ["domain": "example.com", "mailHost": "em1234.example.com"]

  @Test func threeAliasesFollowFromOneTarget() throws {
    var answers = common
    answers["mailTarget"] = "u12.wl3.sendgrid.net"
    #expect(
      try Shipped.rows("sendgrid", answers, zone: "example.com") == [
        "mail em1234 CNAME u12.wl3.sendgrid.net.",
        "dkim1 s1._domainkey CNAME s1.domainkey.u12.wl3.sendgrid.net.",
        "dkim2 s2._domainkey CNAME s2.domainkey.u12.wl3.sendgrid.net.",
      ])
  }

  @Test func byHandItIsAnMXAndTwoTexts() throws {
    var answers = common
    answers["security"] = "manual"
    answers["spfValue"] = "v=spf1 include:sendgrid.net ~all"
    answers["dkimHost"] = "m1._domainkey"
    answers["dkimValue"] = "k=rsa; t=s; p=AAAA"
    #expect(
      try Shipped.rows("sendgrid", answers, zone: "example.com") == [
        "mail-mx em1234 MX 10 mx.sendgrid.net.",
        "mail-spf em1234 TXT v=spf1 include:sendgrid.net ~all",
        "dkim m1._domainkey TXT k=rsa; t=s; p=AAAA",
      ])
    let marked = try Shipped.playbook("sendgrid").records.filter { $0.confidence == .unverified }
    #expect(marked.map(\.id) == ["mail-mx", "mail-spf"])
  }
}
