import Testing

@testable import Playbook

/// NHN Cloud Email and Naver Cloud Outbound Mailer.
@Suite struct KoreanServicePlanTests {
  @Test func nhnCloud() throws {
    let answers: Answers = [
      "domain": "example.co.kr", "token": "abc", "dkimValue": "v=DKIM1; k=rsa; p=AAAA",
    ]
    let rows = [
      "token @ TXT abc", "spf @ TXT v=spf1 include:_spfblocka.toast.com ~all",
      "dkim toast._domainkey TXT v=DKIM1; k=rsa; p=AAAA",
    ]
    let dmarc = "dmarc _dmarc TXT v=DMARC1;p=none;sp=quarantine;pct=100"
    #expect(try Shipped.rows("nhn-cloud", answers, zone: "example.co.kr") == rows + [dmarc])
    var more = answers
    more["reportAddress"] = "dmarc@example.co.kr"
    #expect(
      try Shipped.rows("nhn-cloud", more, zone: "example.co.kr")
        == rows + [dmarc + ";rua=mailto:dmarc@example.co.kr"])
  }

  /// The service's DMARC value touches subdomains; people read so before they add it.
  @Test func theWarningStandsBesideTheRecords() throws {
    let keys = try Shipped.playbook("nhn-cloud").steps[1].parts.compactMap(\.key)
    #expect(keys.contains("note.subdomains"))
  }

  @Test(arguments: [
    ("", "ncpcompubkr"), ("ncpcomfin._domainkey.example.com", "ncpcomfin"),
    ("ncpcomgov._domainkey", "ncpcomgov"),
  ])
  func naverCloud(typed: String, selector: String) throws {
    let answers: Answers = [
      "domain": "example.com", "token": "abc", "dkimHost": typed,
      "dkimValue": "v=DKIM1; k=rsa; p=AAAA",
    ]
    #expect(
      try Shipped.rows("naver-cloud", answers, zone: "example.com") == [
        "token @ TXT abc", "spf @ TXT v=spf1 include:email.ncloud.com ~all",
        "dkim \(selector)._domainkey TXT v=DKIM1; k=rsa; p=AAAA",
      ])
  }

  @Test func theButtonsOfNaverAreThoseOfEachGuide() throws {
    let playbook = try Shipped.playbook("naver-cloud")
    #expect(playbook.label("registerButton", language: "ko") == "도메인 등록")
    #expect(playbook.label("registerButton", language: "ja") == "ドメイン登録")
    #expect(playbook.label("authenticateButton", language: "ja") == "認証")
    #expect(playbook.label("domainPage", language: "ko") == "Domain Management")
  }
}
