import Testing

@testable import Playbook

@Suite struct KirimEmailPlanTests {
  private let spf = "spf news TXT v=spf1 mx include:spf.kirim.email ~all"

  @Test func boughtAtKirimEmail() throws {
    let answers: Answers = [
      "domain": "news.example.co.id", "dkimHost": "trx_ke._domainkey",
      "dkimValue": "v=DKIM1; k=rsa; p=AAAA", "token": "not asked for here",
    ]
    #expect(
      try Shipped.rows("kirim-email", answers, zone: "example.co.id")
        == [spf, "dkim trx_ke._domainkey.news TXT v=DKIM1; k=rsa; p=AAAA"])
  }

  @Test func boughtAtSumoPodAndReceiving() throws {
    let answers: Answers = [
      "domain": "news.example.co.id", "seller": "sumopod",
      "token": "sumo-verification=01234567-89ab", "dkimHost": "kirim._domainkey",
      "dkimValue": "p=AAAA", "receiving": "yes",
    ]
    #expect(
      try Shipped.rows("kirim-email", answers, zone: "example.co.id") == [
        "token news TXT sumo-verification=01234567-89ab", spf,
        "dkim kirim._domainkey.news TXT p=AAAA", "mx news MX 10 mx.kirimemail.com.",
      ])
  }

  /// A record that takes mail away from somebody is nobody's default.
  @Test func receivingIsChosen() throws {
    #expect(try Shipped.playbook("kirim-email").input("receiving")?.default == "no")
  }

  @Test func everythingWasSeenInTheFieldOnly() throws {
    let records = try Shipped.playbook("kirim-email").records
    #expect(records.allSatisfy { $0.confidence == .seen })
  }
}
