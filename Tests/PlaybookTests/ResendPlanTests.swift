import DNS
import Testing

@testable import Playbook

@Suite struct ResendPlanTests {
  @Test func everyRecordIsBelowTheDomain() throws {
    let answers: Answers = [
      "domain": "updates.example.com", "region": "eu-west-1", "dkimValue": "p=AAAA",
    ]
    #expect(
      try Shipped.rows("resend", answers, zone: "example.com") == [
        "dkim resend._domainkey.updates TXT p=AAAA",
        "return-mx send.updates MX 10 feedback-smtp.eu-west-1.amazonses.com.",
        "return-spf send.updates TXT v=spf1 include:amazonses.com ~all",
      ])
  }

  /// The region is in a value only, so a check goes without it.
  @Test func withoutTheRegionTheServerIsJudgedForSoundness() throws {
    let plan = try Shipped.playbook("resend").plan(
      ["domain": "updates.example.com"], zone: .root)
    #expect(plan.map(\.isSoundnessOnly) == [true, true, false])
    #expect(try Shipped.playbook("resend").input("region")?.default == nil)
  }
}
