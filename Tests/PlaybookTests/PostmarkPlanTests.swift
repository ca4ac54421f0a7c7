import Testing

@testable import Playbook

@Suite struct PostmarkPlanTests {
  @Test func aKeyAndAReturnPath() throws {
    let answers: Answers = [
      "domain": "example.com", "dkimHost": "20260101000000PM._domainkey",
      "dkimValue": "k=rsa;p=AAAA",
    ]
    #expect(
      try Shipped.rows("postmark", answers, zone: "example.com") == [
        "dkim 20260101000000pm._domainkey TXT k=rsa;p=AAAA",
        "return-path pm-bounces CNAME pm.mtasv.net.",
      ])
  }

  @Test func anotherReturnPath() throws {
    let answers: Answers = [
      "domain": "example.com", "dkimHost": "1pm._domainkey", "returnPath": "bounce.example.com.",
    ]
    let rows = try Shipped.rows("postmark", answers, zone: "example.com")
    #expect(rows.last == "return-path bounce CNAME pm.mtasv.net.")
  }
}
