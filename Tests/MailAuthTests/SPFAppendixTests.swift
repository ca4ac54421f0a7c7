import DNS
import MailAuth
import Testing

@Suite("Examples of RFC 7208, appendices A, C and D")
struct SPFAppendixTests {
  /// The DNS setup of Appendix A.
  static let setup = """
    $ORIGIN example.com.
    @           MX  10 mail-a
                MX  20 mail-b
                A   192.0.2.10
                A   192.0.2.11
    amy         A   192.0.2.65
    bob         A   192.0.2.66
    mail-a      A   192.0.2.129
    mail-b      A   192.0.2.130
    www         CNAME example.com.
    $ORIGIN example.org.
    @           MX  10 mail-c
    mail-c      A   192.0.2.140
    $ORIGIN 2.0.192.in-addr.arpa.
    10          PTR example.com.
    11          PTR example.com.
    65          PTR amy.example.com.
    66          PTR bob.example.com.
    129         PTR mail-a.example.com.
    130         PTR mail-b.example.com.
    140         PTR mail-c.example.org.
    $ORIGIN 0.0.10.in-addr.arpa.
    4           PTR bob.example.com.

    """

  private func zone(_ texts: (String, String)...) throws -> Zone {
    try Zone(Self.setup).adding(texts)
  }

  private static let hosts = [
    "192.0.2.10", "192.0.2.11", "192.0.2.65", "192.0.2.66", "192.0.2.129", "192.0.2.130",
    "192.0.2.140", "192.0.2.131", "192.0.2.143", "10.0.0.4", "203.0.113.1",
  ]

  @Test(
    "A.1",
    arguments: [
      ("v=spf1 +all", hosts),
      ("v=spf1 a -all", ["192.0.2.10", "192.0.2.11"]),
      ("v=spf1 a:example.org -all", []),
      ("v=spf1 mx -all", ["192.0.2.129", "192.0.2.130"]),
      ("v=spf1 mx:example.org -all", ["192.0.2.140"]),
      ("v=spf1 mx mx:example.org -all", ["192.0.2.129", "192.0.2.130", "192.0.2.140"]),
      (
        "v=spf1 mx/30 mx:example.org/30 -all",
        ["192.0.2.129", "192.0.2.130", "192.0.2.140", "192.0.2.131", "192.0.2.143"]
      ),
      (
        "v=spf1 ptr -all",
        ["192.0.2.10", "192.0.2.11", "192.0.2.65", "192.0.2.66", "192.0.2.129", "192.0.2.130"]
      ),
      (
        "v=spf1 ip4:192.0.2.128/28 -all",
        ["192.0.2.129", "192.0.2.130", "192.0.2.140", "192.0.2.131", "192.0.2.143"]
      ),
    ])
  func simple(_ record: String, _ passing: [String]) throws {
    let zone = try zone(("example.com", record))
    for host in Self.hosts {
      let expected: SPFResult = passing.contains(host) ? .pass : .fail
      #expect(try zone.check("example.com", host).result == expected, "\(host)")
    }
  }

  @Test("A.2") func multipleDomains() throws {
    let zone = try zone(
      ("example.org", "v=spf1 include:example.com include:example.net -all"),
      ("example.com", "v=spf1 mx -all"), ("example.net", "v=spf1 ip4:198.51.100.0/24 -all"),
      ("la.example.org", "v=spf1 redirect=example.org"),
      ("ny.example.org", "v=spf1 redirect=example.org"),
      ("sf.example.org", "v=spf1 redirect=example.org"))
    for domain in ["example.org", "la.example.org", "ny.example.org", "sf.example.org"] {
      #expect(try zone.check(domain, "192.0.2.129").result == .pass)
      #expect(try zone.check(domain, "198.51.100.7").result == .pass)
      #expect(try zone.check(domain, "192.0.2.140").result == .fail)
    }
    #expect(
      try zone.check("la.example.org", "198.51.100.7").match
        == SPFMatch(term: "include:example.net", domain: "example.org"))
  }

  @Test("A.3") func blacklistStyle() throws {
    let records = try ZoneText.records(
      Self.setup + """
        $ORIGIN _spf.example.com.
        mary.mobile-users                   A 127.0.0.2
        fred.mobile-users                   A 127.0.0.2
        15.15.168.192.joel.remote-users     A 127.0.0.2
        16.15.168.192.joel.remote-users     A 127.0.0.2

        """, origin: DNSName("example.com"))
    let zone = try Zone(records).adding([
      (
        "example.com",
        "v=spf1 mx include:mobile-users._spf.%{d} include:remote-users._spf.%{d} -all"
      ),
      ("mobile-users._spf.example.com", "v=spf1 exists:%{l1r+}.%{d}"),
      ("remote-users._spf.example.com", "v=spf1 exists:%{ir}.%{l1r+}.%{d}"),
    ])
    for (sender, address, result) in [
      ("mary@example.com", "203.0.113.9", SPFResult.pass), ("fred+x@example.com", "::1", .pass),
      ("joel@example.com", "192.168.15.15", .pass), ("joel@example.com", "192.168.15.16", .pass),
      ("joel@example.com", "192.168.15.17", .fail), ("amy@example.com", "192.168.15.15", .fail),
      ("amy@example.com", "192.0.2.130", .pass),
    ] {
      #expect(try zone.check(nil, address, sender: sender).result == result, "\(sender)")
    }
  }

  @Test("A.4") func multipleRequirements() throws {
    let zone = try zone(
      ("example.com", "v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all"),
      ("ip4._spf.example.com", "v=spf1 -ip4:192.0.2.0/24 +all"),
      ("ptr._spf.example.com", "v=spf1 -ptr +all"))
    // The reverse name must lie in ptr._spf.example.com, which none of the setup does.
    #expect(try zone.check("example.com", "192.0.2.65").result == .fail)
    #expect(try zone.check("example.com", "203.0.113.1").result == .fail)
    let both = try Zone(
      Self.setup + """
        $ORIGIN 2.0.192.in-addr.arpa.
        77 PTR relay.ptr._spf.example.com.
        $ORIGIN example.com.
        relay.ptr._spf A 192.0.2.77

        """
    ).adding([
      ("example.com", "v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} +all"),
      ("ip4._spf.example.com", "v=spf1 -ip4:192.0.2.0/24 +all"),
      ("ptr._spf.example.com", "v=spf1 -ptr +all"),
    ])
    #expect(try both.check("example.com", "192.0.2.77").result == .pass)
    #expect(
      try both.check("example.com", "192.0.2.65").match
        == SPFMatch(term: "-include:ptr._spf.%{d}", domain: "example.com"))
  }

  @Test("Appendix C") func tracking() throws {
    let zone = try zone(
      ("example.com", "v=spf1 exists:_h.%{h}._l.%{l}._o.%{o}._i.%{i}._spf.%{d} ?all"))
    let evaluation = try zone.check(
      nil, "203.0.113.1", sender: "amy@example.com", helo: "relay.example.net")
    #expect(evaluation.result == .neutral)
    #expect(
      evaluation.trace.steps.first?.target
        == "_h.relay.example.net._l.amy._o.example.com._i.203.0.113.1._spf.example.com")
  }

  @Test("D.1") func originatingDomains() throws {
    let white = try Zone(
      Self.setup + """
        1.113.0.203.whitelist.example.org. A 127.0.0.2
        signed._spf_verify.example.com. A 127.0.0.2
        1.113.0.203._spf_rate.example.com. A 127.0.0.2

        """)
    let listed = try white.adding([
      ("example.com", "v=spf1 mx ?exists:%{ir}.whitelist.example.org -all")
    ])
    #expect(try listed.check("example.com", "192.0.2.129").result == .pass)
    #expect(try listed.check("example.com", "203.0.113.1").result == .neutral)
    #expect(try listed.check("example.com", "203.0.113.2").result == .fail)
    let signed = try white.adding([
      ("example.com", "v=spf1 mx exists:%{l}._spf_verify.%{d} -all")
    ])
    #expect(try signed.check(nil, "203.0.113.1", sender: "signed@example.com").result == .pass)
    #expect(try signed.check(nil, "203.0.113.1", sender: "forged@example.com").result == .fail)
    // A local part beyond 63 octets makes no label: nobody's name.
    let long = String(repeating: "x", count: 64) + "@example.com"
    #expect(try signed.check(nil, "203.0.113.1", sender: long).result == .fail)
    let rated = try white.adding([("example.com", "v=spf1 mx exists:%{ir}._spf_rate.%{d} -all")])
    #expect(try rated.check("example.com", "203.0.113.1").result == .pass)
    let perUser = try white.adding([
      ("example.com", "v=spf1 mx redirect=%{l1r+}._at_.%{o}._spf.%{d}"),
      ("amy._at_.example.com._spf.example.com", "v=spf1 ip4:203.0.113.1 -all"),
    ])
    #expect(try perUser.check(nil, "203.0.113.1", sender: "amy+x@example.com").result == .pass)
    #expect(try perUser.check(nil, "203.0.113.2", sender: "amy@example.com").result == .fail)
    // No record for him: RFC 7208 §6.1.
    #expect(try perUser.check(nil, "203.0.113.1", sender: "bob@example.com").result == .permError)
  }
}
