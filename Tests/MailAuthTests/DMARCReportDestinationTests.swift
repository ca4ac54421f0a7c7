import DNS
import MailAuth
import Testing

@Suite("Where DMARC reports go, RFC 9990 section 4 and RFC 9991 section 5")
struct DMARCReportDestinationTests {
  private func destinations(
    _ tags: String, at domain: String = "example.com", _ zone: MailZone
  ) throws -> [DMARCReportDestination] {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none; " + tags)
    return try #require(
      DMARCReportDestination.judge(record, at: try DNSName(domain), in: zone).outcome)
  }

  @Test("RFC 9990 section 4, blue.example.com and red.example.net") func asksForConsent() throws {
    var zone = MailZone()
    let tags = "rua=mailto:reports@red.example.net"
    let name = "blue.example.com._report._dmarc.red.example.net"
    let missing = try destinations(tags, at: "blue.example.com", zone)
    #expect(missing.map(\.authorization) == [.missing(name: try DNSName(name))])
    #expect(
      missing.first?.isExternal == true && missing.first?.mailboxes == ["reports@red.example.net"])
    try zone.txt(name, "v=DMARC1")
    #expect(
      try destinations(tags, at: "blue.example.com", zone).map(\.authorization) == [.granted])
    try zone.txt(name, "v=DMARC1; rua=mailto:other@red.example.net")
    guard
      case .redirected(let addresses) = try destinations(tags, at: "blue.example.com", zone)
        .first?.authorization
    else {
      Issue.record("not redirected")
      return
    }
    #expect(addresses.map(\.mailbox) == ["other@red.example.net"])
    try zone.txt(name, "v=DMARC1; rua=mailto:other@yellow.example.net")
    #expect(
      try destinations(tags, at: "blue.example.com", zone).map(\.authorization)
        == [.redirectedElsewhere(try DNSName("yellow.example.net"))])
  }

  @Test("RFC 9989 Appendix B.2.3") func failureReportsToAThirdParty() throws {
    var zone = MailZone()
    try zone.txt("_dmarc.example.com", "v=DMARC1; p=none")
    try zone.txt("example.com._report._dmarc.thirdparty.example.net", "v=DMARC1;")
    let found = try destinations(
      "rua=mailto:dmarc-feedback@example.com; ruf=mailto:auth-reports@thirdparty.example.net",
      zone)
    #expect(found.map(\.authorization) == [.notNeeded, .granted])
    #expect(found.map(\.tags) == [["rua"], ["ruf"]] && found.map(\.isExternal) == [false, true])
  }

  @Test("RFC 9989 Appendix B.2.4") func overridesBothTags() throws {
    var zone = MailZone()
    try zone.txt(
      "example.com._report._dmarc.thirdparty.example.net",
      "v=DMARC1; rua=mailto:aggregate-reports@thirdparty.example.net; "
        + "ruf=mailto:failure-reports@thirdparty.example.net")
    let found = try destinations("ruf=mailto:auth-reports@thirdparty.example.net", zone)
    guard case .redirected(let addresses) = found.first?.authorization else {
      Issue.record("\(found)")
      return
    }
    #expect(addresses.map(\.mailbox) == ["failure-reports@thirdparty.example.net"])
  }

  @Test(arguments: ["v=DMARC1", "v=DMARC1;", "v=DMARC1; x=y", "v = DMARC1"])
  func acceptsConsent(_ text: String) throws {
    var zone = MailZone()
    // What a wildcard of RFC 9990 §4, *._report._dmarc, is answered as.
    try zone.txt("example.com._report._dmarc.example.net", text)
    #expect(try destinations("rua=mailto:a@example.net", zone).map(\.authorization) == [.granted])
  }

  @Test(arguments: ["v=spf1 -all", "V=dmarc1", "", "v=DMARC1x"])
  func refusesOtherTexts(_ text: String) throws {
    var zone = MailZone()
    try zone.txt("example.com._report._dmarc.example.net", text)
    let found = try destinations("rua=mailto:a@example.net", zone)
    #expect(
      found.map(\.authorization)
        == [.missing(name: try DNSName("example.com._report._dmarc.example.net"))])
  }

  @Test func needsNoConsentInside() throws {
    var zone = MailZone()
    try zone.txt("_dmarc.example.com", "v=DMARC1; p=none")
    let found = try destinations(
      "rua=mailto:a@example.com,mailto:b@mail.example.com,mailto:c@example.com,https://x.example/",
      at: "mail.example.com", zone)
    #expect(found.map(\.authorization) == [.notNeeded, .notNeeded])
    #expect(
      found.map(\.mailboxes) == [["a@example.com", "c@example.com"], ["b@mail.example.com"]])
    #expect(found.allSatisfy { !$0.isExternal && !$0.isExternalByList })
  }

  @Test func consentForReadersOfTheListOnly() throws {
    // Without a record on the way each domain is an organization of its own for the tree walk.
    let found = try destinations("rua=mailto:a@example.com", at: "mail.example.com", MailZone())
    #expect(found.first?.isExternal == true && found.first?.isExternalByList == false)
  }

  @Test func judgesDelivery() throws {
    let tags = "rua=mailto:a@d.example"
    let delivery = { (zone: MailZone) in try destinations(tags, zone).map(\.delivery) }
    var zone = MailZone()
    #expect(try delivery(zone) == [.nowhere])
    try zone.host("d.example", "2001:db8::1")
    #expect(try delivery(zone) == [.address])
    try zone.mx("d.example", (10, "mx.d.example"))
    #expect(try delivery(zone) == [.exchangers])
    try zone.mx("d.example", (0, "."))
    #expect(try delivery(zone) == [.refused])
    try zone.set("d.example", .mx, .failed)
    #expect(try delivery(zone) == [.unknown])
    try zone.set("d.example", .mx, .records([]))
    try zone.set("d.example", .a, .failed)
    try zone.set("d.example", .aaaa, .records([]))
    #expect(try delivery(zone) == [.unknown])
  }

  @Test func asksForEverythingAtOnce() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; rua=mailto:a@d.test")
    let questions = DMARCReportDestination.judge(
      record, at: try DNSName("example"), in: MailZone(otherwise: nil)
    ).questions
    #expect(
      questions == [
        "_dmarc.example. TXT", "_dmarc.d.test. TXT", "_dmarc.test. TXT",
        "example._report._dmarc.d.test. TXT", "d.test. MX", "d.test. A", "d.test. AAAA",
      ])
  }

  @Test func boundsAHostileRecord() throws {
    let addresses = (0..<3000).map { "mailto:a@d\($0).test" }.joined(separator: ",")
    let record = try DMARCRecord(parsing: "v=DMARC1; rua=" + addresses)
    let found = try #require(
      DMARCReportDestination.judge(record, at: try DNSName("example.com"), in: MailZone()).outcome)
    #expect(found.count == DMARCReportDestination.mostDestinations)
    let long = try DNSName(labels: Array(repeating: Array("abcdefghi".utf8), count: 24))
    let near = try destinations("rua=mailto:a@d.test", at: long.withoutFinalDot, MailZone())
    #expect(near.map(\.authorization) == [.nameTooLong])
  }
}
