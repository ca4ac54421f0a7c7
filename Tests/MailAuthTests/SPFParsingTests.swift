import DNS
import MailAuth
import Testing

@Suite("SPF grammar, RFC 7208 sections 4.6, 5, 6, 7 and 12")
struct SPFParsingTests {
  /// Records of RFC 7208 (§4.6, §5, §6, Appendix A), which are canonical as they stand.
  @Test(arguments: [
    "v=spf1", "v=spf1 a -all", "v=spf1 a:example.org -all", "v=spf1 mx -all",
    "v=spf1 mx:example.org -all", "v=spf1 mx mx:example.org -all",
    "v=spf1 mx/30 mx:example.org/30 -all", "v=spf1 ptr -all", "v=spf1 ip4:192.0.2.128/28 -all",
    "v=spf1 include:example.com include:example.net -all", "v=spf1 redirect=example.com",
    "v=spf1 mx -all exp=explain._spf.%{d}", "v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d} -all",
    "v=spf1 a mx -all", "v=spf1 a:mail.example.com -all", "v=spf1 redirect=_spf.example.com",
    "v=spf1 a:authorized-spf.example.com -all", "v=spf1 mx:example.com -all",
    "v=spf1 -include:ip4._spf.%{d} -include:ptr._spf.%{d} all", "v=spf1 -ip4:192.0.2.0/24 all",
    "v=spf1 include:spf.example.com ?all",
    "v=spf1 exists:_h.%{h}._l.%{l}._o.%{o}._i.%{i}._spf.%{d} ?all",
    "v=spf1 mx exists:%{ir}._spf.%{d} -all", "v=spf1 moo=%{c}%%%_%- a", "v=spf1 a=b",
    "v=spf1 include:qcloudmail.com ~all",
    "v=spf1 a:foo:bar/baz.example.com a:foo.example.xn--zckzah",
    "v=spf1 a/24//64 mx//33 ip6:2001:db8::/33 ip4:0.0.0.0/0 a//0",
  ])
  func readsAndPrints(_ text: String) throws {
    #expect(try SPFRecord(parsing: text).description == text)
  }

  @Test(arguments: [
    ("V=SPF1  +A   MX/32//128  -ALL ", "v=spf1 a mx -all"),
    (
      "v=spf1 IP4:192.0.2.1/32 ip6:2001:0DB8:0::1/128 Ip6:::1.1.1.1/0",
      "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ip6:::1.1.1.1/0"
    ),
    ("v=spf1 +all", "v=spf1 all"), ("v=spf1 REDIRECT=Example.COM.", "v=spf1 redirect=Example.COM."),
    ("v=spf1 Moo=X a:%{D2R-}", "v=spf1 moo=X a:%{D2R-}"),
  ])
  func makesCanonical(_ text: String, _ canonical: String) throws {
    #expect(try SPFRecord(parsing: text).description == canonical)
  }

  @Test func comparesDomainsWithoutCaseButMacrosWithIt() throws {
    let record = { (text: String) in try SPFRecord(parsing: text) }
    #expect(try record("v=spf1 a:Example.com.") == record("v=spf1 a:example.COM"))
    #expect(try record("v=spf1 a:%{d}.X.org") == record("v=spf1 a:%{d}.x.org"))
    #expect(try record("v=spf1 a:%{D}.x.org") != record("v=spf1 a:%{d}.x.org"))
    #expect(try record("v=spf1 a:%%{X}.x.org") == record("v=spf1 a:%%{x}.x.org"))
    #expect(try record("v=spf1 a mx") != record("v=spf1 mx a"))
  }

  @Test func showsItsParts() throws {
    let record = try SPFRecord(
      parsing: "v=spf1 ~a:x.example/24 -all redirect=y.example exp=z.example q=1")
    let domain = try DomainSpec("x.example")
    #expect(record.directives.map(\.qualifier) == [.softFail, .fail])
    guard case .a(let host, let lengths) = record.directives[0].mechanism else {
      Issue.record("not an a mechanism")
      return
    }
    #expect(host == domain && lengths.ipv4 == 24 && lengths.ipv6 == 128)
    #expect(record.redirect?.name == (try DNSName("y.example")))
    #expect(record.explanation?.text == "z.example")
    #expect(record.ending == .all(.fail))
    #expect(record.terms.last == .unknown(name: "q", value: "1"))
    #expect(
      try SPFRecord(parsing: "v=spf1 redirect=y.example").ending
        == .redirect(DomainSpec("y.example")))
    #expect(try SPFRecord(parsing: "v=spf1 a").ending == .absent)
  }

  @Test func findsTheOffsetOfEachTerm() throws {
    let text = Array("v=spf1  a   include:x.example -all ".utf8)
    #expect(SPFRecord.termOffsets(in: text) == [8, 12, 30])
    #expect(try SPFRecord(parsing: text).terms.count == 3)
    #expect(SPFRecord.termOffsets(in: Array("v=spf1".utf8)).isEmpty)
    #expect(SPFRecord.termOffsets(in: Array("token a b".utf8)).isEmpty)
  }

  @Test func turnsNamesIntoDomains() throws {
    #expect(try DomainSpec(DNSName("_spf.Example.com")).text == "_spf.Example.com")
    let percent = try DomainSpec(DNSName("a%b.example.com"))
    #expect(percent.text == "a%%b.example.com" && percent.name == nil)
    #expect(throws: SPFSyntaxError.self) { try DomainSpec(DNSName.root) }
    #expect(throws: SPFSyntaxError.self) { try DomainSpec(DNSName("com")) }
    #expect(throws: SPFSyntaxError.self) { try DomainSpec(DNSName("a\\.b.example.com")) }
    #expect(throws: SPFSyntaxError.self) { try DomainSpec(DNSName("a\\032b.example.com")) }
    #expect(try DomainSpec("%{d}.x.example").name == nil)
    #expect(try DomainSpec("a..example").name == nil)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: SPFSyntaxError.Reason
    let offset: Int
    var testDescription: String { text }
    init(_ text: String, _ reason: SPFSyntaxError.Reason, _ offset: Int) {
      self.text = text
      self.reason = reason
      self.offset = offset
    }
  }

  static let faults = [
    Fault("", .version, 0), Fault("v=spf1-all", .version, 6), Fault("v=spf2 a", .version, 5),
    Fault(" v=spf1", .version, 0),
    Fault("v=spf1 a\tb", .character, 8), Fault("v=spf1 a:x\u{0}y.example", .character, 10),
    Fault("v=spf1 include:\u{201D}x.example", .character, 15),
    Fault("v=spf1 -all\u{A0}", .character, 11),
    Fault("v=spf1 prt", .unknownMechanism, 7), Fault("v=spf1 ~ip:192.0.2.1", .unknownMechanism, 8),
    Fault("v=spf1 ipv4:192.0.2.1", .unknownMechanism, 7),
    Fault("v=spf1 -all.", .unknownMechanism, 8),
    Fault("v=spf1 -", .unknownMechanism, 8), Fault("v=spf1 a,mx", .unknownMechanism, 7),
    Fault("v=spf1 a mx ip4:1.2.3.4/33 -all", .prefixLength, 24),
    Fault("v=spf1 all:foo", .unexpectedValue, 10), Fault("v=spf1 -all/8", .unexpectedValue, 11),
    Fault("v=spf1 ptr/0 -all", .unexpectedValue, 10),
    Fault("v=spf1 include:x.example/24", .unexpectedValue, 24),
    Fault("v=spf1 exists:mail.example.com/24", .unexpectedValue, 30),
    Fault("v=spf1 include", .missingValue, 14),
    Fault("v=spf1 include: x.example", .missingValue, 15),
    Fault("v=spf1 exists", .missingValue, 13), Fault("v=spf1 exists:", .missingValue, 14),
    Fault("v=spf1 a:", .missingValue, 9), Fault("v=spf1 a:/24", .missingValue, 9),
    Fault("v=spf1 ptr:", .missingValue, 11), Fault("v=spf1 ip4", .missingValue, 10),
    Fault("v=spf1 -all ip6", .missingValue, 15), Fault("v=spf1 ip4:/8", .missingValue, 11),
    Fault("v=spf1 ?all redirect=", .missingValue, 21), Fault("v=spf1 exp= -all", .missingValue, 11),
    Fault("v=spf1 ip4:1.2.3", .address, 11), Fault("v=spf1 ip4:1.2.3.4:8080", .address, 11),
    Fault("v=spf1 ip4:01.2.3.4", .address, 11), Fault("v=spf1 ip4:256.2.3.4", .address, 11),
    Fault("v=spf1 ip6::CAFE::BABE", .address, 11), Fault("v=spf1 ip6:fe80::1%eth0", .address, 11),
    Fault("v=spf1 ip4:2001:db8::1", .addressFamily, 11),
    Fault("v=spf1 ip6:192.0.2.1", .addressFamily, 11),
    Fault("v=spf1 ip4:1.2.3.4/032", .prefixLength, 19),
    Fault("v=spf1 ip4:1.2.3.4//32", .prefixLength, 19),
    Fault("v=spf1 ip4:1.2.3.4/", .prefixLength, 19), Fault("v=spf1 ip6:::1/129", .prefixLength, 15),
    Fault("v=spf1 ip6:::1//33", .prefixLength, 15), Fault("v=spf1 a/33", .prefixLength, 9),
    Fault("v=spf1 a//129", .prefixLength, 10), Fault("v=spf1 a/24/64 -all", .prefixLength, 11),
    Fault("v=spf1 a/", .prefixLength, 9), Fault("v=spf1 mx/x", .prefixLength, 9),
    Fault("v=spf1 a/99999999999999999999", .prefixLength, 9),
    Fault("v=spf1 a:museum", .domain, 9), Fault("v=spf1 a:museum.", .domain, 9),
    Fault("v=spf1 a:abc.123", .domain, 9), Fault("v=spf1 a:111.222.33.44", .domain, 9),
    Fault("v=spf1 a:example.com:8080", .domain, 9), Fault("v=spf1 a:example.-com", .domain, 9),
    Fault("v=spf1 a:example.com-", .domain, 9), Fault("v=spf1 redirect=-all ?all", .domain, 16),
    Fault("v=spf1 include:%{d}example", .domain, 19), Fault("v=spf1 a:x..", .domain, 9),
    Fault("v=spf1 exists:%(ir).sbl.example.org", .macro, 14), Fault("v=spf1 a:x.%", .macro, 11),
    Fault("v=spf1 a:%{}", .macro, 9), Fault("v=spf1 a:%{x}.example.com", .macro, 9),
    Fault("v=spf1 a:%{d0}", .macro, 9), Fault("v=spf1 a:%{d2", .macro, 9),
    Fault("v=spf1 a:%{d2!}", .macro, 9), Fault("v=spf1 a:%{rd}", .macroLetter, 9),
    Fault("v=spf1 -all foo=%abc", .macro, 16),
    Fault("v=spf1 exists:%{C}.example.com", .macroLetter, 14),
    Fault("v=spf1 1up=foo", .modifierName, 7), Fault("v=spf1 =all", .modifierName, 7),
    Fault("v=spf1 f!o=x", .modifierName, 8),
    Fault("v=spf1 ?redirect=x.example", .qualifiedModifier, 7),
    Fault("v=spf1 redirect=e.example -all redirect=e.example", .repeatedModifier, 31),
    Fault("v=spf1 exp=e.example exp=f.example", .repeatedModifier, 21),
  ]

  @Test(arguments: faults)
  func findsTheFault(_ fault: Fault) {
    let error = #expect(throws: SPFSyntaxError.self) { try SPFRecord(parsing: fault.text) }
    #expect(error?.reason == fault.reason)
    #expect(error?.offset == fault.offset)
  }

  @Test func everyReasonOccurs() {
    let reasons = Set(Self.faults.map(\.reason)).union([.tooLong])
    #expect(reasons == Set(SPFSyntaxError.Reason.allCases))
  }

  @Test func namesTheTermOfTheFault() {
    let error = #expect(throws: SPFSyntaxError.self) {
      try SPFRecord(parsing: "v=spf1 a ip4:1.2.3 -all")
    }
    #expect(error?.term == "ip4:1.2.3")
  }

  /// `include:x.example-all` is legal: nobody can tell the glued `all` from a top label.
  @Test func gluedAllIsPartOfTheDomain() throws {
    let record = try SPFRecord(parsing: "v=spf1 include:x.example-all")
    #expect(record.ending == .absent)
  }
}
