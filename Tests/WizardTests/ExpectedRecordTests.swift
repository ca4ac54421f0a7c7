import DNS
import Diagnosis
import Playbook
import Testing
import Wizard

/// What the judges are told of the records that a playbook plans.
@Suite struct ExpectedRecordTests {
  private func expected(_ answers: Answers) throws -> [ExpectedRecord] {
    try Sample.playbook().plan(answers, zone: try DNSName("example.com"))
      .map(ExpectedRecord.init)
  }

  @Test func everyPartOfAPlannedRecordArrives() throws {
    let domain = try DNSName("mail.example.com")
    var records = try expected([
      "domain": "mail.example.com", "dkimValue": "v=DKIM1; k=rsa; p=MIGfMA0=",
      "reportAddress": "dmarc@example.com",
    ])
    // What the playbook knows besides of the service.
    #expect(records[0].refusedMailboxes == ["tencent-exmail"])
    #expect(
      records[2].otherNames?.contains(try DNSName("mail._domainkey").appending(domain)) == true)
    #expect(records[1].otherNames == nil && records[1].refusedMailboxes == nil)
    records[0].refusedMailboxes = nil
    records[2].otherNames = nil
    #expect(
      records == [
        ExpectedRecord(
          id: "mx", purpose: .mx, name: domain, type: .mx, value: "mxbiz1.qq.com.", priority: 10),
        ExpectedRecord(
          id: "spf", purpose: .spf, name: domain, type: .txt,
          value: "v=spf1 include:qcloudmail.com ~all"),
        ExpectedRecord(
          id: "dkim", purpose: .dkim, name: try DNSName("qcloud._domainkey.mail.example.com"),
          type: .txt, value: "v=DKIM1; k=rsa; p=MIGfMA0="),
        ExpectedRecord(
          id: "dmarc", purpose: .dmarc, name: try DNSName("_dmarc.mail.example.com"), type: .txt,
          value: "v=DMARC1; p=none; rua=mailto:dmarc@example.com"),
      ])
  }

  @Test func aValueThatNobodyGaveIsJudgedForSoundnessOnly() throws {
    let records = try expected(["domain": "mail.example.com"])
    #expect(records.filter(\.value.isEmpty).map(\.id) == ["dkim"])
  }

  @Test(arguments: Purpose.allCases)
  func everyPurposeIsKnownToTheJudges(purpose: Purpose) {
    #expect(ExpectedRecord.Purpose(rawValue: purpose.rawValue) != nil)
  }

  @Test func theAnswersOfAJourneyMakeAPlan() throws {
    let journey = try Sample.journey(at: .records)
    let zone = try #require(journey.domain?.registrableDomain)
    let plan = try journey.playbook.plan(Answers(journey.values), zone: zone)
    #expect(plan.map(\.id) == ["mx", "spf", "dkim", "dmarc"])
    #expect(plan.map(\.hostLabel) == ["mail", "mail", "qcloud._domainkey.mail", "_dmarc.mail"])
    #expect(plan.last?.value == "v=DMARC1; p=none", "no report address was given")
  }
}
