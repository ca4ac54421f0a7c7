import DNS
import MailAuth
import Testing

@Suite("Examples of RFC 7208, sections 4 to 8 and 10")
struct SPFSectionTests {
  @Test(
    "4.3",
    arguments: [
      "", "com", "com.", "a..example.com", ".example.com", "[192.0.2.1]", "exa\u{E9}mple.com",
      String(repeating: "a", count: 64) + ".example.com", "no-such.example.com",
      "norecord.example.com",
    ])
  func domainsWithoutResult(_ domain: String) throws {
    let zone = try Zone("@ TXT \"v=spf1 -all\"\nnorecord TXT \"v=spf10 -all\"\n")
    let evaluation = try zone.check(domain, "192.0.2.1")
    #expect(evaluation.result == .none)
    #expect(evaluation.problem != nil && evaluation.match == nil && evaluation.lookups == 0)
  }

  @Test("4.3, the longest label") func longestLabel() throws {
    let label = String(repeating: "a", count: 63)
    let zone = try Zone("\(label) TXT \"v=spf1 -all\"\n")
    #expect(try zone.check("\(label).example.com", "192.0.2.1").result == .fail)
    #expect(try zone.check("\(label).Example.COM.", "192.0.2.1").result == .fail)
  }

  @Test("4.3, no local part") func postmaster() throws {
    let zone = try Zone(
      "@ TXT \"v=spf1 exists:%{l}.l.example.com -all\"\npostmaster.l A 127.0.0.2\n")
    for sender in ["@example.com", "example.com", "postmaster@example.com"] {
      #expect(try zone.check(nil, "192.0.2.1", sender: sender).result == .pass)
    }
    // RFC 7208 §2.4: MAIL FROM:<> means postmaster at the HELO name.
    #expect(try zone.check(nil, "192.0.2.1", sender: "", helo: "example.com").result == .pass)
    #expect(try zone.check(nil, "192.0.2.1", sender: "amy@example.com").result == .fail)
  }

  @Test("4.4") func recordLookupFails() throws {
    let zone = try Zone("@ TXT \"v=spf1 -all\"\n").failing("example.com", .txt)
    let evaluation = try zone.check("example.com", "192.0.2.1")
    #expect(evaluation.result == .tempError)
    #expect(evaluation.problem?.reason == .lookupFailed)
    #expect(evaluation.problem?.question == Question(try DNSName("example.com"), .txt))
    #expect(evaluation.trace.lookup?.status == .failed)
  }

  @Test("4.5") func selectsRecords() throws {
    let one = try Zone("@ TXT \"v=spf10 +all\"\n@ TXT token\n@ TXT \"v=spf1 \" \"-all\"\n")
    #expect(try one.check("example.com", "192.0.2.1").result == .fail)
    // The strings are joined without a space (RFC 7208 §3.3).
    let glued = try Zone("@ TXT \"v=spf1\" \"-all\"\n")
    #expect(try glued.check("example.com", "192.0.2.1").problem?.reason == .noRecord)
    let two = try Zone("@ TXT \"v=spf1 +all\"\n@ TXT \"V=spf1 -all\"\n")
    let evaluation = try two.check("example.com", "192.0.2.1")
    #expect(evaluation.result == .permError)
    #expect(evaluation.problem?.reason == .severalRecords && evaluation.problem?.count == 2)
  }

  @Test("4.6, faults anywhere") func syntax() throws {
    let zone = try Zone("@ TXT \"v=spf1 ip4:192.0.2.1 -all moo\"\n")
    let evaluation = try zone.check("example.com", "192.0.2.1")
    #expect(evaluation.result == .permError && evaluation.problem?.reason == .syntax)
    #expect(evaluation.problem?.syntax?.offset == 26)
    #expect(evaluation.problem?.syntax?.reason == .unknownMechanism)
    #expect(evaluation.trace.record == "v=spf1 ip4:192.0.2.1 -all moo")
  }

  @Test(
    "4.6.2",
    arguments: [
      ("all", SPFResult.pass), ("-all", .fail), ("~all", .softFail), ("?all", .neutral),
    ])
  func qualifiers(_ term: String, _ result: SPFResult) throws {
    let evaluation = try Zone("@ TXT \"v=spf1 \(term)\"\n").check("example.com", "192.0.2.1")
    #expect(evaluation.result == result)
    #expect(evaluation.match == SPFMatch(term: term, domain: "example.com"))
  }

  @Test("4.7") func defaultResult() throws {
    let bare = try Zone("@ TXT \"v=spf1 +mx -all\"\n@ MX 0 a\na A 192.0.2.1\n")
    #expect(try bare.check("example.com", "192.0.2.1").result == .pass)
    #expect(try bare.check("example.com", "192.0.2.2").result == .fail)
    let open = try Zone("@ TXT \"v=spf1 ip4:192.0.2.1\"\n").check("example.com", "192.0.2.2")
    #expect(open.result == .neutral && open.match == nil && open.problem == nil)
    let redirected = try Zone(
      """
      @ TXT "v=spf1 +mx redirect=_spf.example.com"
      _spf TXT "v=spf1 ip4:192.0.2.9 ~all"
      """)
    #expect(try redirected.check("example.com", "192.0.2.9").result == .pass)
    #expect(
      try redirected.check("example.com", "192.0.2.8").match
        == SPFMatch(term: "~all", domain: "_spf.example.com"))
  }

  @Test("4.8, targets that are no names") func malformedTargets() throws {
    let long = String(repeating: "a", count: 64)
    for term in [
      "a:mail..example.com", "a:\(long).example.com", "mx:x..example.com", "exists:%{h}.b.com",
    ] {
      let zone = try Zone("@ TXT \"v=spf1 \(term) -all\"\n")
      let evaluation = try zone.check("example.com", "192.0.2.1", helo: "a..b")
      #expect(evaluation.result == .fail && evaluation.voidLookups == 0, "\(term)")
    }
    for term in ["include:x..example.com", "redirect=x..example.com", "include:%{h}"] {
      let zone = try Zone("@ TXT \"v=spf1 \(term)\"\n")
      let evaluation = try zone.check("example.com", "192.0.2.1", helo: "localhost")
      #expect(evaluation.result == .permError, "\(term)")
      #expect(evaluation.problem?.reason == .malformedDomain && evaluation.problem?.term == term)
    }
  }

  @Test("5, IPv4-mapped addresses are IPv4") func mapped() throws {
    let zone = try Zone(
      "@ TXT \"v=spf1 -ip4:192.0.2.1 ip6:::ffff:192.0.2.1 a ~all\"\n@ A 192.0.2.7\n")
    #expect(try zone.check("example.com", "::ffff:192.0.2.1").result == .fail)
    #expect(try zone.check("example.com", "::FFFF:192.0.2.7").result == .pass)
    #expect(try zone.check("example.com", "::fffe:192.0.2.1").result == .softFail)
  }

  @Test("5.1") func all() throws {
    let zone = try Zone("@ TXT \"v=spf1 a mx -all ip4:192.0.2.1 redirect=x.example.com\"\n")
    #expect(try zone.check("example.com", "192.0.2.1").result == .fail)
    let first = try Zone("@ TXT \"v=spf1 redirect=example.com ~all\"\n")
    #expect(try first.check("example.com", "192.0.2.1").lookups == 0)
  }

  /// The table of §5.2: what the target's result makes of the include.
  @Test(
    "5.2",
    arguments: [
      ("v=spf1 +all", SPFResult.pass), ("v=spf1 -all", .softFail), ("v=spf1 ~all", .softFail),
      ("v=spf1 ?all", .softFail), ("v=spf1 moo", .permError), ("token", .permError),
    ])
  func include(_ target: String, _ result: SPFResult) throws {
    let zone = try Zone("@ TXT \"v=spf1 include:x.example.com ~all\"\nx TXT \"\(target)\"\n")
    #expect(try zone.check("example.com", "192.0.2.1").result == result)
    let failing = try zone.failing("x.example.com", .txt).check("example.com", "192.0.2.1")
    #expect(failing.result == .tempError && failing.problem?.domain == "x.example.com")
    #expect(failing.trace.steps.first?.check?.result == .tempError)
    let gone = try Zone("@ TXT \"v=spf1 include:x.example.com ~all\"\n")
    let problem = try gone.check("example.com", "192.0.2.1").problem
    #expect(problem?.reason == .noRecord && problem?.target == "x.example.com")
    #expect(problem?.domain == "example.com" && problem?.term == "include:x.example.com")
  }

  @Test("5.2, the example of example.net") func includeExample() throws {
    let zone = try Zone(
      """
      example.net. TXT "v=spf1 include:example.com include:example.org -all"
      example.com. TXT "v=spf1 ip4:192.0.2.1 -all"
      example.org. TXT "v=spf1 ip4:192.0.2.2 -all"
      """)
    for (address, result) in [
      ("192.0.2.1", SPFResult.pass), ("192.0.2.2", .pass), ("192.0.2.3", .fail),
    ] {
      #expect(try zone.check("example.net", address).result == result)
    }
    // The qualifier of the include counts, not the one inside.
    let minus = try Zone("@ TXT \"v=spf1 -include:x.example.com +all\"\nx TXT \"v=spf1 +all\"\n")
    #expect(try minus.check("example.com", "192.0.2.1").result == .fail)
  }

  @Test(
    "5.3 and 5.4, prefixes of both families",
    arguments: [
      ("a/24//64", "192.0.2.9", SPFResult.pass), ("a/24//64", "2001:db8::9", .pass),
      ("a//64", "192.0.2.9", .fail), ("a/24", "2001:db8::9", .fail), ("a/0", "203.0.113.1", .pass),
      ("a//0", "203.0.113.1", .fail), ("a//0", "ffff::", .pass), ("a/31", "192.0.2.0", .pass),
      ("a/32", "192.0.2.0", .fail), ("a//127", "2001:db8::", .pass),
      ("a//128", "2001:db8::", .fail),
      ("mx/24//64", "192.0.2.9", .pass), ("mx/24//64", "2001:db8::9", .pass),
      ("mx//64", "192.0.2.9", .fail), ("mx/0", "ffff::", .fail), ("mx", "192.0.2.1", .pass),
      ("a:none.example.com/0", "192.0.2.1", .fail), ("mx:none.example.com/0", "192.0.2.1", .fail),
    ])
  func prefixes(_ term: String, _ address: String, _ result: SPFResult) throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 \(term) -all"
      @ A 192.0.2.1
      @ AAAA 2001:db8::1
      @ MX 10 mail
      mail A 192.0.2.1
      mail AAAA 2001:db8::1
      none TXT token
      """)
    #expect(try zone.check("example.com", address).result == result)
  }

  @Test("5.4, no implicit MX, and the null MX") func mx() throws {
    let implicit = try Zone("@ TXT \"v=spf1 mx -all\"\n@ A 192.0.2.1\n")
    let evaluation = try implicit.check("example.com", "192.0.2.1")
    #expect(evaluation.result == .fail && evaluation.voidLookups == 1)
    let null = try Zone("@ TXT \"v=spf1 mx -all\"\n@ MX 0 .\n")
    #expect(try null.check("example.com", "192.0.2.1").result == .fail)
    #expect(try null.check("example.com", "192.0.2.1").voidLookups == 0)
  }

  @Test("5.5") func ptr() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 ptr -all"
      mail A 192.0.2.1
      mail AAAA 2001:db8::1
      1.2.0.192.in-addr.arpa. PTR mail.EXAMPLE.com.
      2.2.0.192.in-addr.arpa. PTR mail.example.com.
      3.2.0.192.in-addr.arpa. PTR mail.bad-example.com.
      mail.bad-example.com. A 192.0.2.3
      4.2.0.192.in-addr.arpa. PTR broken.example.com.
                              PTR mail4.example.com.
      mail4 A 192.0.2.4
      1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mail
      """
    ).failing("broken.example.com", .a).failing("5.2.0.192.in-addr.arpa", .ptr)
    for (address, result) in [
      ("192.0.2.1", SPFResult.pass), ("2001:db8::1", .pass), ("192.0.2.2", .fail),
      // "mail.bad-example.com" is not within "example.com".
      ("192.0.2.3", .fail),
      // A name whose lookup fails is skipped; a failing PTR lookup does not match.
      ("192.0.2.4", .pass), ("192.0.2.5", .fail), ("192.0.2.6", .fail),
    ] {
      #expect(try zone.check("example.com", address).result == result, "\(address)")
    }
  }

  @Test(
    "5.6",
    arguments: [
      ("ip4:192.0.2.0/24", "192.0.2.255", SPFResult.pass), ("ip4:192.0.2.0/24", "192.0.3.0", .fail),
      ("ip4:192.0.2.1", "192.0.2.1", .pass), ("ip4:0.0.0.0/0", "2001:db8::1", .fail),
      ("ip4:203.0.113.9/0", "192.0.2.1", .pass), ("ip4:192.0.2.0/25", "192.0.2.128", .fail),
      ("ip6:2001:db8::cd30/60", "2001:db8::f:0:0:1", .pass),
      ("ip6:2001:db8::cd30/60", "2001:db8:0:10::1", .fail),
      ("ip6:::1.1.1.1/0", "dead::beef", .pass),
      ("ip6:::1.1.1.1/0", "192.0.2.1", .fail),
      ("ip6:cafe:babe:8000::/33", "cafe:babe:8000::", .pass),
      ("ip6:cafe:babe:8000::/33", "cafe:babe:7fff::", .fail),
    ])
  func networks(_ term: String, _ address: String, _ result: SPFResult) throws {
    let zone = try Zone("@ TXT \"v=spf1 \(term) -all\"\n")
    #expect(try zone.check("example.com", address).result == result)
  }

  @Test("5.7") func exists() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all"
      1.2.0.192.someuser._spf A 127.0.0.2
      2.2.0.192.someuser._spf AAAA ::1
      """)
    for sender in ["someuser@example.com", "someuser+tag@example.com", "someuser-x@example.com"] {
      let evaluation = try zone.check(nil, "192.0.2.1", sender: sender)
      #expect(evaluation.result == .pass)
      #expect(evaluation.trace.steps.first?.target == "1.2.0.192.someuser._spf.example.com")
    }
    #expect(try zone.check(nil, "192.0.2.2", sender: "someuser@example.com").result == .fail)
    // A, also when the sender has an IPv6 address.
    let any = try Zone("@ TXT \"v=spf1 exists:x.example.com -all\"\nx A 127.0.0.2\n")
    #expect(try any.check("example.com", "2001:db8::1").result == .pass)
    let failing = try any.failing("x.example.com", .a).check("example.com", "2001:db8::1")
    #expect(failing.result == .tempError && failing.problem?.term == "exists:x.example.com")
  }

  @Test("6.1") func redirect() throws {
    let zone = try Zone(
      """
      la TXT "v=spf1 redirect=_spf.example.com"
      ny TXT "v=spf1 redirect=_spf.example.com"
      sf TXT "v=spf1 redirect=_spf.example.com"
      _spf TXT "v=spf1 mx:example.com -all"
      @ MX 10 mail
      mail A 192.0.2.1
      none TXT "v=spf1 redirect=nothing.example.com"
      own TXT "v=spf1 redirect=a.example.com"
      own A 192.0.2.8
      a TXT "v=spf1 a -all"
      a A 192.0.2.9
      """)
    for domain in ["la.example.com", "ny.example.com", "sf.example.com"] {
      #expect(try zone.check(domain, "192.0.2.1").result == .pass)
      let failed = try zone.check(domain, "192.0.2.2")
      #expect(failed.result == .fail && failed.lookups == 2)
      #expect(failed.match == SPFMatch(term: "-all", domain: "_spf.example.com"))
    }
    let none = try zone.check("none.example.com", "192.0.2.1")
    #expect(none.result == .permError && none.problem?.reason == .noRecord)
    let failing = try zone.failing("nothing.example.com", .txt).check(
      "none.example.com", "192.0.2.1")
    #expect(failing.result == .tempError && failing.problem?.reason == .lookupFailed)
    #expect(failing.match == nil && failing.trace.steps.last?.outcome == .problem)
    // The target is the new <domain>.
    #expect(try zone.check("own.example.com", "192.0.2.9").result == .pass)
    #expect(try zone.check("own.example.com", "192.0.2.8").result == .fail)
  }

  @Test("8.4") func explains() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 -all exp=why.example.com"
      why TXT "Please see http://www.example.com/mailpolicy.html"
      """)
    #expect(
      try zone.check("example.com", "192.0.2.1").explanation
        == "Please see http://www.example.com/mailpolicy.html")
  }

  @Test(
    "10.1.1 and 10.1.2",
    arguments: [
      ("v=spf1 ip4:192.0.2.1 ip4:192.0.2.129 -all", 0),
      ("v=spf1 a:authorized-spf.example.com -all", 1),
      ("v=spf1 mx:example.com -all", 1), ("v=spf1 ip4:192.0.2.0/24 mx -all", 1),
    ])
  func resources(_ record: String, _ lookups: Int) throws {
    let zone = try Zone(
      """
      @ MX 10 mx
      @ MX 20 mx2
      mx A 192.0.2.1
      mx2 A 192.0.2.129
      authorized-spf A 192.0.2.1
      authorized-spf A 192.0.2.129
      www TXT "v=spf1 -all"
      relay TXT "v=spf1 a -all"
      relay A 192.0.2.3
      """
    ).adding([("example.com", record)])
    #expect(try zone.check("example.com", "192.0.2.1").result == .pass)
    #expect(try zone.check("example.com", "192.0.2.129").result == .pass)
    let other = try zone.check("example.com", "203.0.113.1")
    #expect(other.result == .fail && other.lookups == lookups)
    #expect(try zone.check("www.example.com", "192.0.2.1").result == .fail)
    #expect(try zone.check(nil, "192.0.2.3", sender: "", helo: "relay.example.com").result == .pass)
  }
}
