import DNS
import Testing

@testable import Practice

/// What the mail service's console takes for right.
@Suite struct ConsoleTests {
  private func isMatch(_ expected: String, _ current: String) throws -> Bool {
    let origin = try name("mail.example.com")
    let expected = try #require(try ZoneText.records(expected, origin: origin).first)
    return ConsoleDifference.isMatch(
      expected, try ZoneText.records(current, origin: origin))
  }

  @Test(arguments: [
    ("@ MX 10 mxbiz1.qq.com.", "@ MX 5 MXBIZ1.qq.com.", true),
    ("@ MX 10 mxbiz1.qq.com.", "@ MX 5 mxbiz1.qq.com.\n@ MX 20 mx.example.net.", true),
    ("@ MX 10 mxbiz1.qq.com.", "@ MX 10 mxbiz1.qq.com.example.com.", false),
    ("@ MX 10 mxbiz1.qq.com.", "", false),
    ("@ TXT \"v=spf1 include:qcloudmail.com ~all\"", "@ TXT \"google-verification\"", false),
    (
      "@ TXT \"v=spf1 include:qcloudmail.com ~all\"",
      "@ TXT \"note\"\n@ TXT \"v=spf1 include:qcloudmail.com ~all\"", true
    ),
    (
      "@ TXT \"v=spf1 include:qcloudmail.com ~all\"",
      "@ TXT \"v=spf1 ip4:192.0.2.1 include:QCLOUDMAIL.com -all\"", true
    ),
    (
      "@ TXT \"v=spf1 include:qcloudmail.com ~all\"",
      "@ TXT \"v=spf1 include:qcloudmail.com ~all\"\n@ TXT \"v=spf1 -all\"", false
    ),
    ("_dmarc TXT \"v=DMARC1; p=none\"", "_dmarc TXT \"v=DMARC1; \" \"p=none\"", true),
    ("_dmarc TXT \"v=DMARC1; p=none\"", "_dmarc TXT \"v=DMARC1;p=none\"", false),
    (
      "_dmarc TXT \"v=DMARC1; p=none\"",
      "_dmarc TXT \"v=DMARC1; p=none\"\n_dmarc TXT \"v=DMARC1; p=reject\"", false
    ),
    (
      "_dmarc TXT \"v=DMARC1; p=none\"",
      "_dmarc CNAME _dmarc.example.net.\n_dmarc.example.net. TXT \"v=DMARC1; p=none\"", false
    ),
    ("@ TXT \"token=1\"", "@ TXT \"v=spf1 -all\"\n@ TXT \"token=1\"", true),
    ("@ TXT \"token=1\"", "@ TXT \"token=2\"", false),
    (
      "s._domainkey TXT \"p=AAAA\"",
      "s._domainkey TXT \"p=AAAA\"\ns._domainkey TXT \"p=BBBB\"", false
    ),
    ("s._domainkey CNAME k.example.net.", "s._domainkey CNAME K.example.net.", true),
    ("s._domainkey CNAME k.example.net.", "s._domainkey CNAME l.example.net.", false),
    ("www A 192.0.2.1", "www A 192.0.2.2\nwww A 192.0.2.1", true),
    ("www A 192.0.2.1", "www A 192.0.2.2", false),
  ])
  func compares(expected: String, current: String, match: Bool) throws {
    #expect(try isMatch(expected, current) == match)
  }

  @Test func bigAnswersAreReadOverTCP() throws {
    let world = try world("healthy")
    let records = (0..<15).map { number in
      ResourceRecord(
        name: world.scenario.domain, type: .txt, ttl: 600,
        data: .txt([Array("note \(number) ".utf8) + [UInt8](repeating: 110, count: 200)]))
    }
    // The notes stand beside the SPF record, which must be given again with them.
    world.addRecords(records + world.scenario.records.filter(\.isSPF))
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func aClosedWorldGivesNoAnswer() throws {
    let world = try world("healthy")
    world.close()
    guard
      case .pendingVerification(let differences) = world.submit(
        expected: world.scenario.records)
    else {
      Issue.record("nobody can have answered")
      return
    }
    #expect(differences.count == 4)
    #expect(differences.allSatisfy { $0.responseCode == nil })
  }
}
