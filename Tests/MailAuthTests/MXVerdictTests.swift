import DNS
import MailAuth
import Testing

@Suite("The mail servers of a domain, RFC 5321 section 5.1 and RFC 7505")
struct MXVerdictTests {
  private let domain = "example.com"

  private func verdict(
    _ zone: MailZone, expected: (UInt16, String)...
  ) throws -> MXVerdict {
    let wanted = try expected.map {
      MailExchanger(preference: $0, exchange: try DNSName($1))
    }
    return try #require(
      MXVerdict.judge(try DNSName(domain), expected: wanted, in: zone).outcome)
  }

  private func zone(_ exchangers: (UInt16, String)...) throws -> MailZone {
    var zone = MailZone()
    let name = try DNSName(domain)
    try zone.set(
      domain, .mx,
      .records(
        try exchangers.map {
          ResourceRecord(
            name: name, type: .mx, ttl: 600,
            data: .mx(preference: $0, exchange: try DNSName($1)))
        }))
    for host in ["mx1.host.example", "mx2.host.example"] {
      try zone.host(host, "192.0.2.1", "2001:db8::1")
    }
    return zone
  }

  @Test("RFC 5321 section 5.1, the lower preference first") func ordersServers() throws {
    let found = try verdict(try zone((20, "mx2.host.example"), (10, "mx1.host.example")))
    #expect(found.exchangers.map(\.preference) == [10, 20] && found.faults.isEmpty)
  }

  @Test("RFC 7505 section 3") func judgesNullMX() throws {
    #expect(try verdict(try zone((0, "."))).faults == [.null])
    #expect(try verdict(try zone((10, "."))).faults == [.null, .nullPreference(10)])
    let others = try zone((0, "."), (10, "mx1.host.example"), (20, "mx2.host.example"))
    #expect(try verdict(others).faults == [.nullWithOthers(count: 2)])
  }

  @Test func judgesAbsence() throws {
    #expect(try verdict(MailZone()).faults == [.missing])
    #expect(try verdict(MailZone(otherwise: .records([]))).faults == [.missing])
    #expect(try verdict(MailZone(otherwise: .failed)).faults == [.unknown])
    let name = try DNSName(domain)
    #expect(
      MXVerdict.judge(name, in: MailZone(otherwise: nil)).questions == ["example.com. MX"])
    var partial = try zone((10, "mx1.host.example"), (20, "a.example"), (20, "b.example"))
    partial.otherwise = nil
    #expect(
      MXVerdict.judge(name, in: partial).questions
        == ["a.example. A", "a.example. AAAA", "b.example. A", "b.example. AAAA"])
  }

  @Test(arguments: ["192.0.2.1", "192.0.2.1.example.com"])
  func knowsAddresses(_ target: String) throws {
    let address = try #require(IPAddress("192.0.2.1"))
    #expect(
      try verdict(try zone((10, target))).faults
        == [.address(target: try DNSName(target), address)])
  }

  @Test func aHostMayBeginWithNumbers() throws {
    let name = "192.0.2.1.static.host.example"
    var zone = try zone((10, name))
    try zone.host(name, "192.0.2.1")
    #expect(try verdict(zone).faults.isEmpty)
  }

  @Test(arguments: [
    ("mx_1.host.example", 2), ("-mx.host.example", 0), ("mx-.host.example", 2),
    ("mx.ho st.example", 5), ("[192.0.2.1]", 0), ("mx\\.host.example", 2),
    ("mx.host.\\233xample", 8), ("mxbiz1.qq.com\\.", 13),
  ])
  func knowsMalformedNames(_ target: String, _ offset: Int) throws {
    let name = try DNSName(target)
    let faults = try verdict(try zone((10, target))).faults
    #expect(faults == [.malformed(target: name, offset: offset)], "\(faults)")
  }

  @Test("RFC 5321 section 5.1 and RFC 2181 section 10.3") func judgesAliases() throws {
    var zone = try zone((10, "alias.example"))
    let alias = try DNSName("alias.example")
    let host = try DNSName("mx1.host.example")
    try zone.alias("alias.example", .a, to: "mx1.host.example")
    try zone.alias("alias.example", .aaaa, to: "mx1.host.example")
    #expect(try verdict(zone).faults == [.alias(target: alias, chain: [host])])
    try zone.host("mx1.host.example")
    #expect(
      try verdict(zone).faults
        == [.alias(target: alias, chain: [host]), .unresolvable(target: alias, exists: true)])
  }

  @Test func judgesTargets() throws {
    var zone = try zone((10, "gone.example"))
    let gone = try DNSName("gone.example")
    #expect(try verdict(zone).faults == [.unresolvable(target: gone, exists: false)])
    try zone.host("gone.example")
    #expect(try verdict(zone).faults == [.unresolvable(target: gone, exists: true)])
    try zone.set("gone.example", .aaaa, .failed)
    #expect(try verdict(zone).faults == [.targetUnknown(gone)])
    try zone.host("gone.example", "2001:db8::1")
    try zone.set("gone.example", .a, .failed)
    #expect(try verdict(zone).faults.isEmpty)
  }

  @Test func comparesWithWhatIsExpected() throws {
    let zone = try zone((10, "mx1.host.example"), (20, "mx2.host.example"))
    #expect(try verdict(zone, expected: (10, "MX1.host.example")).faults.isEmpty)
    #expect(
      try verdict(zone, expected: (5, "mx1.host.example")).faults
        == [
          .preference(target: try DNSName("mx1.host.example"), observed: 10, expected: 5)
        ])
    let leftover = MailExchanger(preference: 10, exchange: try DNSName("mx1.host.example"))
    #expect(try verdict(zone, expected: (20, "mx2.host.example")).faults == [.leftover(leftover)])
    let level = try self.zone((10, "mx1.host.example"), (10, "mx2.host.example"))
    #expect(try verdict(level, expected: (10, "mx2.host.example")).faults == [.leftover(leftover)])
    #expect(
      try verdict(zone, expected: (10, "mxbiz1.qq.com")).faults
        == [.expectedMissing(try DNSName("mxbiz1.qq.com"))])
    let twice = try self.zone(
      (10, "mx1.host.example"), (30, "mx1.host.example"), (20, "mx2.host.example"))
    #expect(
      try verdict(twice).faults
        == [.repeated(target: try DNSName("mx1.host.example"), preferences: [10, 30])])
  }

  @Test func boundsAHostileSet() throws {
    var zone = MailZone(otherwise: nil)
    let name = try DNSName(domain)
    try zone.set(
      domain, .mx,
      .records(
        try (0..<3000).map {
          ResourceRecord(
            name: name, type: .mx, ttl: 1,
            data: .mx(preference: UInt16($0), exchange: try DNSName("m\($0).example")))
        }))
    #expect(MXVerdict.judge(name, in: zone).questions.count == 2 * MXVerdict.mostTargets)
  }
}

@Suite("Whose mailboxes an MX set belongs to")
struct MailboxProviderTests {
  private func ids(_ servers: String...) throws -> [String] {
    MailboxProvider.of(
      try servers.map { MailExchanger(preference: 10, exchange: try DNSName($0)) }
    ).map(\.id)
  }

  @Test(arguments: [
    ("ASPMX.L.GOOGLE.COM", "google-workspace"), ("alt1.aspmx.l.google.com", "google-workspace"),
    ("smtp.google.com.", "google-workspace"), ("aspmx2.googlemail.com", "google-workspace"),
    ("example-com.mail.protection.outlook.com", "microsoft-365"),
    ("example-com.a-v1.mx.microsoft", "microsoft-365"), ("mx2.zoho.eu", "zoho-mail"),
    ("mx1.qiye.aliyun.com", "alibaba-mail"), ("mxn.mxhichina.com", "alibaba-mail"),
    ("mx01.dm.aliyun.com", "alibaba-directmail"), ("mxbiz2.qq.com", "tencent-exmail"),
    ("qiye163mx01.mxmail.netease.com", "netease-mail"),
    ("kr1-aspmx1.worksmobile.com", "naver-works"), ("jp1-aspmx2.worksmobile.com", "line-works"),
    ("www1234.sakura.ne.jp", "sakura-internet"), ("mx01.lolipop.jp", "lolipop"),
    ("in1-smtp.messagingengine.com", "fastmail"), ("mailsec.protonmail.ch", "proton-mail"),
    ("mx01.mail.icloud.com", "icloud-mail"), ("mx.yandex.net", "yandex-mail"),
    ("emx.mail.ru", "mail-ru"), ("mailstore1.secureserver.net", "godaddy-email"),
    ("mx1.privateemail.com", "namecheap-private-email"), ("mx1.mail.ovh.net", "ovh-mail"),
    ("route1.mx.cloudflare.net", "cloudflare-email-routing"), ("mx1.improvmx.com", "improvmx"),
    ("eforward1.registrar-servers.com", "namecheap-forwarding"),
    ("feedback-smtp.eu-west-1.amazonses.com", "amazon-ses"),
  ])
  func knows(_ server: String, _ id: String) throws {
    #expect(try ids(server) == [id])
  }

  @Test func doesNotTellExmailFromSES() throws {
    #expect(try ids("mxbiz1.qq.com") == ["tencent-exmail", "tencent-ses"])
    #expect(
      try ids("mxbiz1.qq.com", "mxbiz2.qq.com", "mxbiz1.qq.com")
        == ["tencent-exmail", "tencent-ses"])
  }

  @Test func knowsNoOthers() throws {
    #expect(try ids("mail.example.com", "google.com", "xl.google.com", ".", "evilqq.com").isEmpty)
  }

  @Test func eachIDIsUsedOnce() {
    let known = MailboxProvider.known
    #expect(Set(known.map(\.id)).count == known.count)
    #expect(known.allSatisfy { !$0.suffixes.isEmpty })
    #expect(known.flatMap(\.suffixes).allSatisfy { $0 == $0.lowercased() && !$0.hasSuffix(".") })
  }
}
