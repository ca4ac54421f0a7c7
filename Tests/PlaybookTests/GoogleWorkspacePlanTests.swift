import Testing

@testable import Playbook

@Suite struct GoogleWorkspacePlanTests {
  private let answers: Answers = [
    "domain": "example.com", "token": "google-site-verification=AbC", "dkimValue": "p=AAAA",
  ]

  @Test func theFiveServersAreTheDefault() throws {
    #expect(
      try Shipped.rows("google-workspace", answers, zone: "example.com") == [
        "token @ TXT google-site-verification=AbC", "mx1 @ MX 1 aspmx.l.google.com.",
        "mx2 @ MX 5 alt1.aspmx.l.google.com.", "mx3 @ MX 5 alt2.aspmx.l.google.com.",
        "mx4 @ MX 10 alt3.aspmx.l.google.com.", "mx5 @ MX 10 alt4.aspmx.l.google.com.",
        "spf @ TXT v=spf1 include:_spf.google.com ~all", "dkim google._domainkey TXT p=AAAA",
      ])
  }

  @Test func orOneServer() throws {
    var answers = answers
    answers["mxSet"] = "one"
    let rows = try Shipped.rows("google-workspace", answers, zone: "example.com")
    #expect(rows.filter { $0.contains(" MX ") } == ["mx @ MX 1 smtp.google.com."])
  }

  /// Only the five names were found in the service's documents.
  @Test func whatIsNotConfirmedIsMarked() throws {
    let records = try Shipped.playbook("google-workspace").records
    let marked = records.filter { $0.confidence == .unverified }.map(\.id)
    #expect(marked == ["token", "mx", "spf"])
    #expect(records.filter { $0.confidence == .seen }.map(\.id) == ["dkim"])
  }

  @Test func anotherTokenIsRefused() throws {
    let token = try Shipped.playbook("google-workspace").input("token")
    #expect(throws: InputFault.wrongStart("google-site-verification=")) {
      try token?.answer("MS=ms12345678")
    }
  }
}
