import Lab
import Testing

/// What `dig` must see of a standard lab.
@Suite struct StandardZoneTests {
  static let mx = ["10 mxbiz1.qq.com.", "20 mxbiz2.qq.com."]
  static let spf = ["\"v=spf1 include:qcloudmail.com ~all\""]
  static let dmarc = ["\"v=DMARC1; p=none\""]
  static let dkim = [LabZone.dkim.map { "\"\($0)\"" }.joined(separator: " ")]
  static let hostNS = ["f1g1ns1.dnspod.net.", "f1g1ns2.dnspod.net."]

  /// The four records of a sender domain, asked of the resolver.
  static func sender(_ name: String) -> [Row] {
    [
      Row(.resolver, name, "MX", "NOERROR", mx),
      Row(.resolver, name, "TXT", "NOERROR", spf),
      Row(.resolver, "_dmarc.\(name)", "TXT", "NOERROR", dmarc),
      Row(.resolver, "qcloud._domainkey.\(name)", "TXT", "NOERROR", dkim),
    ]
  }

  static let infrastructure = [
    Row(.root, ".", "NS", "NOERROR", ["a.root-servers.net."]),
    Row(.root, "com", "NS", "NOERROR", []),
    Row(.tld, "com", "NS", "NOERROR", ["a.gtld-servers.net."]),
    Row(.tld, "co.id", "NS", "NOERROR", ["a.dns.id."]),
    Row(.resolver, "co.id", "NS", "NOERROR", ["a.dns.id."]),
    Row(.resolver, "dnspod.net", "NS", "NOERROR", hostNS),
    Row(.resolver, "f1g1ns1.dnspod.net", "A", "NOERROR", ["127.53.10.3"]),
    Row(.resolver, "f1g1ns2.dnspod.net", "A", "NOERROR", ["127.53.10.4"]),
    Row(.resolver, "mxbiz1.qq.com", "A", "NOERROR", ["127.53.1.1"]),
    Row(.resolver, "mxbiz2.qq.com", "A", "NOERROR", ["127.53.1.2"]),
    Row(
      .resolver, "qcloudmail.com", "TXT", "NOERROR",
      ["\"v=spf1 include:spf1.qcloudmail.com include:spf2.qcloudmail.com ~all\""]),
    Row(.resolver, "spf1.qcloudmail.com", "TXT", "NOERROR", ["\"v=spf1 ip4:127.53.2.0/24 ~all\""]),
    Row(.resolver, "spf2.qcloudmail.com", "TXT", "NOERROR", ["\"v=spf1 ip4:127.53.3.0/24 ~all\""]),
    Row(
      .resolver, "four.com", "NS", "NOERROR",
      hostNS + ["f1g1ns3.dnspod.net.", "f1g1ns4.dnspod.net."]),
    Row(.resolver, "f1g1ns3.dnspod.net", "A", "NOERROR", ["127.53.10.5"]),
    Row(.resolver, "f1g1ns4.dnspod.net", "A", "NOERROR", ["127.53.10.6"]),
    Row(.resolver, "nobody.net", "A", "NXDOMAIN", []),
  ]

  static let sound =
    ["healthy.com", "healthy.cn", "example.co.id", "mail.sub.com", "nsdiff.com", "four.com"]
    .flatMap(sender)
    + [Row(.resolver, "sub.com", "MX", "NOERROR", [])]

  static let faulty = [
    Row(.resolver, "hold.com", "MX", "NXDOMAIN", []),
    Row(.tld, "hold.com", "NS", "NXDOMAIN", []),
    Row(.first, "hold.com", "MX", "NOERROR", mx),
    Row(.second, "hold.com", "MX", "NOERROR", mx),
    Row(.resolver, "lame.com", "MX", "SERVFAIL", []),
    Row(.first, "lame.com", "MX", "REFUSED", []),
    Row(.second, "lame.com", "MX", "REFUSED", []),
    Row(.resolver, "halflame.com", "MX", "NOERROR", mx),
    Row(.first, "halflame.com", "MX", "NOERROR", mx),
    Row(.second, "halflame.com", "MX", "REFUSED", []),
    Row(.first, "mismatch.com", "TXT", "NOERROR", spf),
    Row(
      .second, "mismatch.com", "TXT", "NOERROR", ["\"v=spf1 include:old.example.com -all\""]),
    Row(
      .first, "mismatch.com", "SOA", "NOERROR",
      ["f1g1ns1.dnspod.net. hostmaster.lab. 7 60 60 3600 60"]),
    Row(
      .second, "mismatch.com", "SOA", "NOERROR",
      ["f1g1ns1.dnspod.net. hostmaster.lab. 3 60 60 3600 60"]),
    Row(.first, "_dmarc.mismatch.com", "TXT", "NOERROR", dmarc),
    Row(.second, "_dmarc.mismatch.com", "TXT", "NXDOMAIN", []),
    Row(.first, "nsdiff.com", "NS", "NOERROR", hostNS),
    Row(.resolver, "nodkim.com", "TXT", "NOERROR", spf),
    Row(.resolver, "qcloud._domainkey.nodkim.com", "TXT", "NXDOMAIN", []),
    Row(.resolver, "nomx.com", "MX", "NOERROR", []),
    Row(.resolver, "nomx.com", "TXT", "NOERROR", spf),
    Row(.resolver, "nospf.com", "TXT", "NOERROR", []),
    Row(.resolver, "nospf.com", "MX", "NOERROR", mx),
    Row(.resolver, "_dmarc.nodmarc.com", "TXT", "NXDOMAIN", []),
    Row(.resolver, "nodmarc.com", "MX", "NOERROR", mx),
    Row(.resolver, "spf2.com", "TXT", "NOERROR", spf + ["\"v=spf1 ip4:192.0.2.1 -all\""]),
    Row(.resolver, "qcloud._domainkey.doubled.com", "TXT", "NXDOMAIN", []),
    Row(.resolver, "qcloud._domainkey.doubled.com.doubled.com", "TXT", "NOERROR", dkim),
    Row(.resolver, "nodot.com", "MX", "NOERROR", ["10 mxbiz1.qq.com.nodot.com."]),
    Row(
      .resolver, "escape.com", "TXT", "NOERROR",
      [#""\027[2J\027[31mred\027]0;title\007""#] + spf),
    Row(
      .resolver, "neg.com", "SOA", "NOERROR",
      ["f1g1ns1.dnspod.net. hostmaster.lab. 7 60 60 3600 600"]),
    Row(.resolver, "qcloud._domainkey.neg.com", "TXT", "NXDOMAIN", []),
  ]

  @Test func digSeesEachZoneAsIntended() async throws {
    try await Lab.run { lab in
      for row in Self.infrastructure + Self.sound + Self.faulty {
        try await row.check(in: lab)
      }
    }
  }

  @Test func referralsLeadFromTheRootToTheHost() async throws {
    try await Lab.run { lab in
      let com = try await lab.dig("healthy.com", "MX", at: lab.root)
      #expect(com.authority.contains { $0.hasSuffix("a.gtld-servers.net.") })
      #expect(!com.flags.contains("aa"))
      for (name, targets) in [
        ("healthy.com", Self.hostNS), ("nsdiff.com", ["f1g1ns1.dnspod.net.", "old.parked.net."]),
        ("example.co.id", Self.hostNS), ("lame.com", Self.hostNS),
      ] {
        let referral = try await lab.dig(name, "MX", at: lab.tld)
        #expect(referral.targets == targets.sorted(), "\(name)")
        #expect(!referral.flags.contains("aa"), "\(name)")
      }
    }
  }

  @Test func longAnswersAreCutOffOverUDPAndWholeOverTCP() async throws {
    try await Lab.run { lab in
      let options = ["+bufsize=1232", "+ignore"]
      let name = "big.qcloudmail.com"
      let cut = try await lab.dig(name, "TXT", at: lab.authoritative1, options: options)
      #expect(cut.flags.contains("tc"))
      #expect(cut.answers.count < 60)
      let whole = try await lab.dig(name, "TXT", at: lab.authoritative1, options: ["+tcp"])
      #expect(whole.answers.count == 60)
    }
  }

  @Test func absenceInNegComMayBeKeptForTenMinutes() async throws {
    try await Lab.run { lab in
      let reply = try await lab.dig("absent.neg.com", "A", at: lab.authoritative1)
      let soa = try #require(reply.authority.first).split(whereSeparator: \.isWhitespace)
      #expect(soa[1] == "600")
      #expect(soa.last == "600")
    }
  }
}
