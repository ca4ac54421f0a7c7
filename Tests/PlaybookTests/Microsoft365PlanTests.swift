import Testing

@testable import Playbook

@Suite struct Microsoft365PlanTests {
  @Test func everyAnswerIsUsed() throws {
    let answers: Answers = [
      "domain": "example.com", "token": "MS=ms12345678",
      "mailServer": "example-com.mail.protection.outlook.com",
      "dkim1Target": "selector1-example-com._domainkey.example.onmicrosoft.com",
      "dkim2Target": "Selector2-example-com._domainkey.example.onmicrosoft.com.",
    ]
    #expect(
      try Shipped.rows("microsoft-365", answers, zone: "example.com") == [
        "token @ TXT MS=ms12345678", "mx @ MX 0 example-com.mail.protection.outlook.com.",
        "spf @ TXT v=spf1 include:spf.protection.outlook.com -all",
        "autodiscover autodiscover CNAME autodiscover.outlook.com.",
        "dkim1 selector1._domainkey CNAME "
          + "selector1-example-com._domainkey.example.onmicrosoft.com.",
        "dkim2 selector2._domainkey CNAME "
          + "selector2-example-com._domainkey.example.onmicrosoft.com.",
      ])
  }

  /// The kinds of records are documented and the values are not: they are pasted or marked.
  @Test func noUnconfirmedValueIsPrintedAsAFact() throws {
    for record in try Shipped.playbook("microsoft-365").records {
      let isPasted = record.value.literals.isEmpty
      #expect(isPasted == (record.confidence == .documented), "\(record.id)")
    }
  }

  @Test func withoutAnswersThereIsAPlanForACheck() throws {
    let rows = try Shipped.rows("microsoft-365", ["domain": "example.com"], zone: "example.com")
    #expect(rows.count == 6)
  }
}
