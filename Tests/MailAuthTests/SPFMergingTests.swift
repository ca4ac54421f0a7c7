import DNS
import MailAuth
import Testing

@Suite("SPF records changed and merged")
struct SPFMergingTests {
  private func added(_ text: String, _ domain: String = "qcloudmail.com") throws -> String {
    try SPFRecord(parsing: text).adding(include: DomainSpec(domain)).description
  }

  private func merged(_ texts: String...) throws -> String {
    let records = try texts.map { try SPFRecord(parsing: $0) }
    return records[0].merging(Array(records.dropFirst())).description
  }

  @Test(arguments: [
    ("v=spf1 include:qcloudmail.com ~all", true), ("v=spf1 +INCLUDE:QcloudMail.com. -all", true),
    ("v=spf1 a include:x.example include:qcloudmail.com", true),
    ("v=spf1 -all include:qcloudmail.com", false),
    ("v=spf1 ~include:qcloudmail.com -all", false), ("v=spf1 redirect=qcloudmail.com", false),
    ("v=spf1 include:x.qcloudmail.com ~all", false), ("v=spf1 exp=qcloudmail.com a", false),
    ("v=spf1 ?include:qcloudmail.com include:qcloudmail.com", false), ("v=spf1", false),
  ])
  func knowsAnIncludeInForce(_ text: String, _ isIncluded: Bool) throws {
    #expect(try SPFRecord(parsing: text).includes(DomainSpec("qcloudmail.com")) == isIncluded)
  }

  @Test func addsBeforeTheEnding() throws {
    #expect(try added("v=spf1 mx -all") == "v=spf1 mx include:qcloudmail.com -all")
    #expect(
      try added("v=spf1 redirect=x.example") == "v=spf1 include:qcloudmail.com redirect=x.example")
    #expect(
      try added("v=spf1 redirect=x.example ~all")
        == "v=spf1 redirect=x.example include:qcloudmail.com ~all")
    #expect(try added("v=spf1 a") == "v=spf1 a include:qcloudmail.com")
    #expect(try added("v=spf1") == "v=spf1 include:qcloudmail.com")
  }

  @Test func movesAnIncludeWithoutForce() throws {
    #expect(
      try added("v=spf1 a -all include:qcloudmail.com") == "v=spf1 a include:qcloudmail.com -all")
    #expect(
      try added("v=spf1 ~include:qcloudmail.com a ?all") == "v=spf1 a include:qcloudmail.com ?all")
  }

  @Test func addingTwiceIsAddingOnce() throws {
    var random = SeededGenerator(seed: 7)
    let domain = try DomainSpec("qcloudmail.com")
    for _ in 0..<500 {
      let once = try SPFRecord(parsing: SPFText.record(using: &random)).adding(include: domain)
      #expect(once.includes(domain))
      #expect(once.adding(include: domain) == once)
      #expect(try SPFRecord(parsing: once.description) == once)
    }
  }

  @Test func unitesTheSenders() throws {
    #expect(
      try merged("v=spf1 mx ~all", "v=spf1 include:qcloudmail.com mx ~all")
        == "v=spf1 mx include:qcloudmail.com ~all")
    #expect(
      try merged("v=spf1 -all a exp=e.example x=1", "v=spf1 b=2 a:y.example exp=f.example x=1 -all")
        == "v=spf1 a:y.example -all exp=e.example x=1 b=2")
    #expect(try merged("v=spf1 ~a -all", "v=spf1 -mx a -all") == "v=spf1 a -mx -all")
  }

  @Test func exclusionsOfOneRecordDoNotTouchAnother() throws {
    #expect(
      try merged("v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 -all", "v=spf1 ip4:192.0.2.1 -all")
        == "v=spf1 ip4:192.0.2.1 ip4:192.0.2.0/24 -all")
  }

  @Test func endsAsTheMildest() throws {
    for (first, second, ending) in [
      ("-all", "~all", "~all"), ("~all", "-all", "~all"), ("-all", "?all", "?all"),
      ("-all", "", "?all"), ("~all", "+all", "all"), ("-all", "-all", "-all"),
    ] {
      #expect(try merged("v=spf1 a \(first)", "v=spf1 mx \(second)") == "v=spf1 a mx \(ending)")
    }
    #expect(try merged("v=spf1 a", "v=spf1 mx") == "v=spf1 a mx")
  }

  @Test func keepsOrConvertsRedirects() throws {
    #expect(
      try merged("v=spf1 a redirect=x.example", "v=spf1 redirect=X.example.")
        == "v=spf1 a redirect=x.example")
    #expect(
      try merged("v=spf1 a redirect=x.example", "v=spf1 mx -all")
        == "v=spf1 a include:x.example mx ~all")
    #expect(
      try merged("v=spf1 redirect=x.example -ip4:192.0.2.1", "v=spf1 mx ?all")
        == "v=spf1 mx -ip4:192.0.2.1 include:x.example ?all")
    #expect(
      try merged("v=spf1 redirect=x.example", "v=spf1 redirect=y.example")
        == "v=spf1 include:x.example include:y.example ~all")
    // An `all` makes the redirect unused, so it authorised nobody.
    #expect(try merged("v=spf1 a redirect=x.example -all", "v=spf1 mx -all") == "v=spf1 a mx -all")
  }

  @Test func mergingTwiceIsMergingOnce() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<1000 {
      let records = try (0..<Int.random(in: 1..<4, using: &random)).map { _ in
        try SPFRecord(parsing: SPFText.record(using: &random))
      }
      let once = records[0].merging(Array(records.dropFirst()))
      #expect(once.merging(records) == once)
      #expect(once.merging([once]) == once)
      #expect(try SPFRecord(parsing: once.description) == once)
    }
  }

  /// The result for 192.0.2.`host`, of the few mechanisms used below: RFC 7208 §4.6.2 and §4.7.
  private func result(_ record: SPFRecord, _ host: UInt8) -> SPFQualifier {
    for directive in record.directives {
      switch directive.mechanism {
      case .all: return directive.qualifier
      case .ip4(let network, let length)
      where network.octets[3] >> (32 - length) == host >> (32 - length):
        return directive.qualifier
      default: continue
      }
    }
    return .neutral
  }

  @Test func losesNoAuthorisationAndInventsNone() throws {
    var random = SeededGenerator(seed: 13)
    let networks = ["0/29", "0/30", "4/30", "0/31", "2/31", "1", "2", "3", "5"]
    for _ in 0..<1000 {
      // One record may exclude; SPF cannot write the union of two that do.
      let records = try (0..<3).map { index in
        let terms = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          (index == 1 ? random.pick(SPFText.qualifiers) : "") + "ip4:192.0.2."
            + random.pick(networks)
        }
        let ending = random.pick(["", "~all", "-all", "?all"])
        return try SPFRecord(parsing: (["v=spf1"] + terms + [ending]).joined(separator: " "))
      }
      let merged = records[0].merging(Array(records.dropFirst()))
      for host in UInt8(0)...8 {
        let before = records.map { result($0, host) }
        #expect(before.contains(.pass) == (result(merged, host) == .pass), "\(records) \(host)")
      }
      // 192.0.2.200 is in none of the networks.
      #expect(result(merged, 200) == records.map { result($0, 200) }.min())
    }
  }
}
