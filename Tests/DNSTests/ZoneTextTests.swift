import DNS
import Testing

@Suite struct ZoneTextTests {
  private let origin: DNSName

  init() throws { origin = try DNSName("example.com") }

  private func read(_ text: String, ttl: UInt32 = 600) throws(ZoneTextError) -> [ResourceRecord] {
    try ZoneText.records(text, origin: origin, ttl: ttl)
  }

  @Test func ownersAreCompletedAndRepeated() throws {
    let records = try read(
      """
      @ MX 10 mail
        MX 20 mail.example.net.
      www 30 IN A 192.0.2.1
      \t40 IN AAAA 2001:db8::1
      absolute.example.org. TXT x
      """)
    #expect(
      records.map(\.name.description) == [
        "example.com.", "example.com.", "www.example.com.", "www.example.com.",
        "absolute.example.org.",
      ])
    #expect(records.map(\.ttl) == [600, 600, 30, 40, 600])
    #expect(records[0].data == .mx(preference: 10, exchange: try DNSName("mail.example.com")))
    #expect(records[1].data == .mx(preference: 20, exchange: try DNSName("mail.example.net")))
    #expect(records[4].data == .txt([Array("x".utf8)]))
  }

  @Test func parenthesesSpanLinesAndCommentsGo() throws {
    let records = try read(
      """
      ; a comment ( with a parenthesis and a " quote
      @ SOA ns host ( ; the serial follows
          2026010101 ; serial (
          1 2
          3 4 ) ; minimum
      a TXT ( "one; still (one"
              "two" )

      b TXT "three" ; "four"
      """)
    #expect(records.count == 3)
    #expect(
      records[0].data
        == .soa(
          StartOfAuthority(
            primary: try DNSName("ns.example.com"), mailbox: try DNSName("host.example.com"),
            serial: 2_026_010_101, refresh: 1, retry: 2, expire: 3, minimum: 4)))
    #expect(records[1].data == .txt([Array("one; still (one".utf8), Array("two".utf8)]))
    #expect(records[2].data == .txt([Array("three".utf8)]))
  }

  @Test func quotesAndEscapesAreRead() throws {
    let records = try read(
      #"""
      a TXT "say \"yes\"; \\ \065\000"
      b TXT un\;quoted
      a\.b TXT ""
      """#)
    #expect(records[0].text == Array("say \"yes\"; \\ A".utf8) + [0])
    #expect(records[1].text == Array("un;quoted".utf8))
    #expect(records[2].name.labels[0] == Array("a.b".utf8))
    #expect(records[2].data == .txt([[]]))
  }

  @Test func directivesHoldForWhatFollows() throws {
    let records = try read(
      """
      a A 192.0.2.1
      $TTL 60
      b A 192.0.2.2
      $ORIGIN example.net.
      c A 192.0.2.3
      $ORIGIN sub
      d A 192.0.2.4
      @ A 192.0.2.5
      """)
    #expect(records.map(\.ttl) == [600, 60, 60, 60, 60])
    #expect(
      records.map(\.name.withoutFinalDot) == [
        "a.example.com", "b.example.com", "c.example.net", "d.sub.example.net", "sub.example.net",
      ])
  }

  @Test(arguments: ["\n", "\r\n"])
  func lineEndsOfBothKindsAreTaken(end: String) throws {
    let text = ["a A 192.0.2.1", "b TXT \"x\" ; y", "c TXT ( \"p\"", "  \"q\" )", ""]
    let records = try read(text.joined(separator: end))
    #expect(records.count == 3)
    #expect(records[1].text == Array("x".utf8))
    #expect(records[2].text == Array("pq".utf8))
  }

  @Test func nothingHoldsNothing() throws {
    #expect(try read("").isEmpty)
    #expect(try read("\n  \n; comment\n\t\n").isEmpty)
  }

  @Test func textOutsideASCIIKeepsItsOctets() throws {
    // A combining mark joins the quote before it into one Character.
    let records = try read("a TXT \"\u{301}é案内\" ; é\nb TXT \"x\"\n")
    #expect(records.count == 2)
    #expect(records.first?.text == Array("\u{301}é案内".utf8))
  }

  @Test(arguments: [
    ("a A 192.0.2.1\nb A not-an-address", 2, ZoneTextError.Reason.unreadableRecord),
    ("a NOSUCHTYPE x", 1, .unreadableRecord),
    ("\n\na A", 3, .unreadableRecord),
    ("a MX 10", 1, .unreadableRecord),
    // libldns forgets memory over these.
    ("a CERT 0 1 8 AAAA", 1, .unreadableRecord),
    ("a 60 IN cert PKIX 1 8 AAAA", 1, .unreadableRecord),
    (" 1h IPSECKEY x y z", 1, .unreadableRecord),
    ("a CLASS1 TYPE45 x", 1, .unreadableRecord),
    ("a TYPE037 0 1 8 AAAA", 1, .unreadableRecord),
    ("a..b A 192.0.2.1", 1, .unreadableRecord),
    ("a CH TXT x", 1, .unreadableRecord),
    ("a TXT \"x\u{0}y\"", 1, .unreadableRecord),
    ("a A 192.0.2.1\u{0}rest", 1, .unreadableRecord),
    ("a A 192.0.2.1\n$INCLUDE /etc/passwd", 2, .unknownDirective),
    ("$GENERATE 1-9 a A 192.0.2.$", 1, .unknownDirective),
    ("$TTL x", 1, .unknownDirective),
    ("$ORIGIN", 1, .unknownDirective),
    ("$ORIGIN a..b", 1, .unknownDirective),
    ("a A 192.0.2.1\nb TXT ( \"x\"\n\n", 2, .unbalanced),
    ("a TXT \"x\nb A 192.0.2.1", 1, .unbalanced),
    ("a A 192.0.2.1\n\nb A 192.0.2.1 )", 3, .unbalanced),
    ("(\n(\n)\n", 1, .unbalanced),
  ])
  func faultsHaveALine(text: String, line: Int, reason: ZoneTextError.Reason) {
    let error = #expect(throws: ZoneTextError.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.reason == reason)
  }

  @Test func aFaultAfterAJoinedRecordHasItsOwnLine() {
    let error = #expect(throws: ZoneTextError.self) {
      try read("a TXT (\n\"x\"\n)\n; c\nb A x\n")
    }
    #expect(error?.line == 5)
  }

  @Test func tooLongATextIsRefused() {
    let error = #expect(throws: ZoneTextError.self) {
      try read(String(repeating: ";", count: ZoneText.longest + 1))
    }
    #expect(error?.reason == .tooLong)
    #expect(throws: Never.self) { try read(String(repeating: ";", count: ZoneText.longest)) }
  }

  @Test func namesOfTypesAreNames() throws {
    let records = try read("cert A 192.0.2.1\nin NS ipseckey\n60 MX 1 cert\n")
    #expect(records.map(\.type) == [.a, .ns, .mx])
  }

  @Test func aFirstRecordWithoutOwnerDoesNotTrap() throws {
    let records = try? read("  A 192.0.2.1")
    #expect(records == nil || records?.first?.name == origin)
  }

  @Test func theRootCanBeTheOrigin() throws {
    let records = try ZoneText.records(
      ". 3600000 NS a.root-servers.net.\na.root-servers.net 3600000 A 127.53.10.1", origin: .root)
    #expect(records[0].name == .root)
    #expect(records[1].name.description == "a.root-servers.net.")
  }

  @Test func noTextTraps() {
    var random = SplitMix64(seed: 5)
    let words = [
      "a", "@", " ", "\n", "\r\n", "(", ")", "\"", ";", "\\", "\\065", "TXT", " A ", "192.0.2.1",
      "MX",
      "10", "$TTL ", "$ORIGIN ", "IN", "SOA", "\u{0}", "é", "\u{301}", "\t", ".",
      "TYPE1 \\# 4 01020304",
      "\\# 2 00", "RRSIG", "NSEC", "LOC", "HIP", "APL", "WKS", "SVCB", "NSEC3", "CERT", "IPSECKEY",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
          + (Bool.random(using: &random) ? " " : "")
      }.joined()
      if let records = try? ZoneText.records(text, origin: origin), !records.isEmpty { read += 1 }
    }
    #expect(read > 0)
  }
}
