import Testing

@testable import Playbook

@Suite struct AmazonSESPlanTests {
  private let tokens: Answers = [
    "domain": "mail.example.com", "token1": "aaa._domainkey.mail.example.com",
    "token2": "bbb._domainkey", "token3": "CCC",
  ]
  private let aliases = [
    "dkim1 aaa._domainkey.mail CNAME aaa.dkim.amazonses.com.",
    "dkim2 bbb._domainkey.mail CNAME bbb.dkim.amazonses.com.",
    "dkim3 ccc._domainkey.mail CNAME ccc.dkim.amazonses.com.",
  ]

  @Test func threeAliases() throws {
    #expect(try Shipped.rows("amazon-ses", tokens, zone: "example.com") == aliases)
  }

  @Test func aMailFromDomainAddsTwoRecords() throws {
    var answers = tokens
    answers["mailFrom"] = "yes"
    answers["mailFromHost"] = "bounce.mail.example.com"
    answers["region"] = "ap-northeast-1"
    #expect(
      try Shipped.rows("amazon-ses", answers, zone: "example.com") == aliases + [
        "mail-from-mx bounce.mail MX 10 feedback-smtp.ap-northeast-1.amazonses.com.",
        "mail-from-spf bounce.mail TXT v=spf1 include:amazonses.com ~all",
      ])
  }

  /// The names hang on the tokens, so nothing can be checked without them.
  @Test func theTokensAreNeeded() {
    #expect(throws: PlanError.missing(["token1", "token2", "token3"])) {
      try Shipped.rows("amazon-ses", ["domain": "mail.example.com"], zone: "example.com")
    }
  }

  @Test func noRegionIsRightByDefault() throws {
    let playbook = try Shipped.playbook("amazon-ses")
    #expect(playbook.input("region")?.default == nil)
    #expect(playbook.limits.verification?.upperBound == 72 * 3600)
    #expect(playbook.limits.statuses.count == 5)
    let seen = playbook.records.filter { $0.confidence == .seen }.map(\.id)
    #expect(seen == ["mail-from-mx", "mail-from-spf"])
  }
}
