import Testing

@testable import Playbook

@Suite struct AlibabaDirectMailPlanTests {
  private let id = "alibaba-directmail"
  private let answers: Answers = [
    "domain": "sub.example.com", "token": "abc",
    "dkimHost": "aliyun-cn-hangzhou._domainkey.sub", "dkimValue": "v=DKIM1; k=rsa; p=AAAA",
  ]

  @Test func allSixRecords() throws {
    #expect(
      try Shipped.rows(id, answers, zone: "example.com") == [
        "token aliyundm.sub TXT abc", "spf sub TXT v=spf1 include:spf1.dm.aliyun.com -all",
        "dkim aliyun-cn-hangzhou._domainkey.sub TXT v=DKIM1; k=rsa; p=AAAA",
        "dmarc _dmarc.sub TXT v=DMARC1; p=none", "mx sub MX 10 mx01.dm.aliyun.com.",
        "tracking dmtrace.sub CNAME tracedm.aliyuncs.com.",
      ])
  }

  @Test func theCNAMEMayBeLeftOut() throws {
    var answers = answers
    answers["tracking"] = "no"
    let rows = try Shipped.rows(id, answers, zone: "example.com")
    #expect(rows.count == 5)
    #expect(!rows.contains { $0.contains("CNAME") })
  }

  /// The region is in the selector, so the selector is never taken for granted.
  @Test func theSelectorIsAskedFor() throws {
    #expect(try Shipped.playbook(id).input("dkimHost")?.default == nil)
    #expect(throws: PlanError.missing(["dkimHost"])) {
      try Shipped.rows(id, ["domain": "sub.example.com"], zone: "example.com")
    }
  }
}
