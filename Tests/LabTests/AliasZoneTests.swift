import Lab
import Testing

/// What `dig` must see of aliases and wildcards.
@Suite struct AliasZoneTests {
  static let key = "qcloud._domainkey"
  static let dkim = StandardZoneTests.dkim
  static let target = ["\(key).healthy.com."]
  static let loop = ["back.cnameloop.com.", "\(key).cnameloop.com."]
  static let hops = (1...10).map { "hop\($0).cnamelong.com." }
  static let wild = ["\"v=spf1 -all\""]

  static let rows = [Row.Asked.resolver, .first, .second].flatMap { asked in
    [
      Row(asked, "\(key).alias.com", "TXT", "NOERROR", target + dkim),
      Row(asked, "\(key).cnamelong.com", "TXT", "NOERROR", hops + dkim),
      Row(asked, "\(key).dangling.com", "TXT", "NXDOMAIN", ["gone.healthy.com."]),
      Row(asked, "_dmarc.dangling.com", "TXT", "NOERROR", ["mxbiz1.qq.com."]),
      Row(
        asked, "\(key).dname.com", "TXT", "NOERROR", ["_domainkey.healthy.com."] + target + dkim),
      Row(asked, "mail.cnameblocks.com", "TXT", "NOERROR", ["mxbiz1.qq.com."]),
      Row(asked, "mail.cnameblocks.com", "MX", "NOERROR", ["mxbiz1.qq.com."]),
      Row(asked, "mail.cnameblocks.com", "CNAME", "NOERROR", ["mxbiz1.qq.com."]),
      Row(asked, "\(key).wild.com", "TXT", "NOERROR", wild),
      Row(asked, "_dmarc.wild.com", "TXT", "NOERROR", wild),
      Row(asked, "random.wild.com", "TXT", "NOERROR", wild),
      Row(asked, "random.wild.com", "MX", "NOERROR", []),
      Row(asked, "wild.com", "MX", "NOERROR", StandardZoneTests.mx),
      // The server shows the loop, the resolver gives up.
      Row(
        asked, "\(key).cnameloop.com", "TXT", asked == .resolver ? "SERVFAIL" : "NOERROR", loop),
    ]
  }

  @Test func digSeesEachAliasAsIntended() async throws {
    try await Lab.run { lab in
      for row in Self.rows { try await row.check(in: lab) }
    }
  }
}
