import DNS
import MailAuth
import Testing

@Suite("SPF macros and explanations, RFC 7208 sections 6.2 and 7")
struct SPFMacroTests {
  private static let names = """
    email TXT "v=spf1 -all exp=exp.example.com"
    3.2.0.192.in-addr.arpa. PTR mx.example.org.
    mx.example.org. A 192.0.2.3

    """

  /// The text expanded as an explanation.
  private func expand(_ macros: String, _ address: String = "192.0.2.3") throws -> String? {
    let zone = try Zone(Self.names).adding([("exp.example.com", macros)])
    return try zone.check(
      nil, address, sender: "strong-bad@email.example.com", helo: "mx.example.org"
    ).explanation
  }

  @Test(
    "7.4, letters",
    arguments: [
      ("%{s}", "strong-bad@email.example.com"), ("%{o}", "email.example.com"),
      ("%{d}", "email.example.com"), ("%{d4}", "email.example.com"), ("%{d3}", "email.example.com"),
      ("%{d2}", "example.com"), ("%{d1}", "com"), ("%{dr}", "com.example.email"),
      ("%{d2r}", "example.email"), ("%{l}", "strong-bad"), ("%{l-}", "strong.bad"),
      ("%{lr}", "strong-bad"), ("%{lr-}", "bad.strong"), ("%{l1r-}", "strong"),
    ])
  func letters(_ macro: String, _ expansion: String) throws {
    #expect(try expand(macro) == expansion)
  }

  @Test(
    "7.4, strings",
    arguments: [
      ("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
      ("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
      ("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"),
      ("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"),
      ("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"),
    ])
  func strings(_ macros: String, _ expansion: String) throws {
    #expect(try expand(macros) == expansion)
    let zone = try Zone("").adding([("email.example.com", "v=spf1 exists:\(macros) -all")])
    let evaluation = try zone.check(nil, "192.0.2.3", sender: "strong-bad@email.example.com")
    #expect(evaluation.trace.steps.first?.target == expansion)
  }

  @Test("7.4, IPv6") func ipv6() throws {
    #expect(
      try expand("%{ir}.%{v}._spf.%{d2}", "2001:db8::cb01")
        == "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com")
    #expect(try expand("%{c}", "2001:db8::cb01") == "2001:db8::cb01")
  }

  @Test(
    "7.1 to 7.3, the rest",
    arguments: [
      ("%%%_%-", "% %20"), ("%{h}", "mx.example.org"), ("%{p}", "mx.example.org"),
      ("%{r}", "receiver.example.net"), ("%{t}", "1764000000"),
      ("%{c} %{i}", "192.0.2.3 192.0.2.3"),
      ("%{S}", "strong-bad%40email.example.com"), ("%{D2R}", "example.email"),
      ("%{L-}", "strong.bad"),
      ("%{d127}", "email.example.com"), ("%{d99999999999999999999}", "email.example.com"),
      ("%{d00000001}", "com"), ("%{lr-.}", "bad.strong"), ("%{s-@}", nil), ("%{d2", nil),
      ("%{x}", nil),
      ("%{d0}", nil), ("%", nil), ("50%", nil), ("", ""), ("%{o.,/_=+-}", "email.example.com"),
    ])
  func rest(_ macro: String, _ expansion: String?) throws {
    #expect(try expand(macro) == expansion)
  }

  @Test("7.3, delimiters and empty parts") func delimiters() throws {
    let zone = try Zone("").adding([
      ("example.com", "v=spf1 -all exp=exp.example.com"),
      ("exp.example.com", "%{lr-+}|%{l2-+}|%{l.}|%{L}|%{l1r+}"),
    ])
    let evaluation = try zone.check(nil, "192.0.2.1", sender: "foo-bar+zip--q&=@example.com")
    #expect(
      evaluation.explanation
        == "q&=..zip.bar.foo|.q&=|foo-bar+zip--q&=|foo-bar%2Bzip--q%26%3D|foo-bar")
  }

  /// RFC 7208 §7.3: `1` with `r` keeps the right-most part after the reversal.
  @Test("7.3, p prefers the domain, then a subdomain") func reverseNames() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 exists:%{p}.list.example.net -all"
      sub TXT "v=spf1 exists:%{p}.list.example.net -all"
      other.example.org. TXT "v=spf1 exists:%{p}.list.example.net -all"
      1.2.0.192.in-addr.arpa. PTR a.example.net.
                              PTR mail.example.com.
                              PTR example.com.
                              PTR forged.example.com.
      a.example.net. A 192.0.2.1
      mail A 192.0.2.1
      @ A 192.0.2.1
      forged A 192.0.2.99
      2.2.0.192.in-addr.arpa. PTR forged.example.com.
      4.2.0.192.in-addr.arpa. PTR b.example.net.
                              PTR mail.sub.example.com.
      b.example.net. A 192.0.2.4
      mail.sub A 192.0.2.4
      """
    ).failing("3.2.0.192.in-addr.arpa", .ptr)
    for (domain, address, target) in [
      ("example.com", "192.0.2.1", "example.com"),
      ("sub.example.com", "192.0.2.4", "mail.sub.example.com"),
      ("other.example.org", "192.0.2.1", "a.example.net"), ("example.com", "192.0.2.2", "unknown"),
      ("example.com", "192.0.2.3", "unknown"), ("example.com", "192.0.2.9", "unknown"),
    ] {
      let evaluation = try zone.check(domain, address)
      #expect(evaluation.trace.steps.first?.target == "\(target).list.example.net")
      // The reverse lookups are no void lookups of the domain; its own `exists` is.
      #expect(evaluation.voidLookups == 1)
    }
  }

  @Test("7.3, names shortened from the left") func shortens() throws {
    // Eight times 28 octets and the rest: more than 253; whole labels go.
    let domain = "somewhat.long.exp.example.com"
    let target = "foobar." + String(repeating: "%{o}.", count: 8) + "example.com"
    let zone = try Zone("").adding([(domain, "v=spf1 exists:\(target) -all")])
    let evaluation = try zone.check(domain, "192.0.2.1")
    let expected = (Array(repeating: domain, count: 8) + ["example.com"]).joined(separator: ".")
    #expect(evaluation.trace.steps.first?.target == expected)
    #expect(expected.utf8.count <= 253 && expected.utf8.count + 7 > 253)
  }

  @Test("7.3, at 253 octets and one more") func shortensAtTheLimit() throws {
    for (first, isCut) in [(3, false), (4, true)] {
      // 3 + 1 + 3 * 62 + 50 + 1 + 11 = 252 + ... counted below.
      let tail = Array(repeating: String(repeating: "b", count: 61), count: 3).joined(
        separator: ".")
      let middle = String(repeating: "c", count: 253 - 3 - 1 - tail.utf8.count - 1 - 1 - 11)
      let local = String(repeating: "a", count: first)
      let record = "v=spf1 exists:%{l}.\(middle).\(tail).example.com -all"
      let zone = try Zone("").adding([("example.com", record)])
      let target = try zone.check(nil, "192.0.2.1", sender: "\(local)@example.com")
        .trace.steps.first?.target
      let whole = "\(local).\(middle).\(tail).example.com"
      #expect(whole.utf8.count == 250 + first)
      #expect(target == (isCut ? "\(middle).\(tail).example.com" : whole))
    }
  }

  @Test(
    "6.2, the examples",
    arguments: [
      (
        "Mail from example.com should only be sent by its own servers.",
        "Mail from example.com should only be sent by its own servers."
      ),
      (
        "%{i} is not one of %{d}'s designated mail servers.",
        "192.0.2.9 is not one of example.com's designated mail servers."
      ),
      (
        "See http://%{d}/why.html?s=%{S}&i=%{I}",
        "See http://example.com/why.html?s=amy%40example.com&i=192.0.2.9"
      ),
    ])
  func examples(_ text: String, _ explanation: String) throws {
    let zone = try Zone("@ MX 0 mail\nmail A 192.0.2.1\n").adding([
      ("example.com", "v=spf1 mx -all exp=explain._spf.%{d}"), ("explain._spf.example.com", text),
    ])
    let evaluation = try zone.check(nil, "192.0.2.9", sender: "amy@example.com")
    #expect(evaluation.explanation == explanation)
    // RFC 7208 §4.6.4: exp does not count.
    #expect(evaluation.lookups == 1 && evaluation.voidLookups == 0)
    #expect(try zone.check(nil, "192.0.2.1", sender: "amy@example.com").explanation == nil)
  }

  @Test("6.2, whose explanation counts") func whose() throws {
    let zone = try Zone(
      """
      included TXT "v=spf1 include:deny.example.com -all exp=own.example.com"
      deny TXT "v=spf1 -all exp=other.example.com"
      redirecting TXT "v=spf1 exp=own.example.com redirect=deny.example.com"
      silent TXT "v=spf1 exp=own.example.com redirect=mute.example.com"
      mute TXT "v=spf1 -all"
      minus TXT "v=spf1 -include:allow.example.com exp=own.example.com"
      allow TXT "v=spf1 +all exp=other.example.com"
      inner TXT "v=spf1 include:redirecting.example.com -all"
      own TXT "own of %{d}"
      other TXT "other of %{d}"
      """)
    for (domain, explanation) in [
      ("included", "own of included.example.com"), ("redirecting", "other of deny.example.com"),
      ("silent", nil), ("minus", "own of minus.example.com"), ("inner", nil),
    ] {
      let evaluation = try zone.check("\(domain).example.com", "192.0.2.1")
      #expect(evaluation.result == .fail && evaluation.explanation == explanation, "\(domain)")
    }
  }

  @Test(
    "6.2, anything wrong means none",
    arguments: [
      "none", "two", "fails", "empty", "ascii", "syntax", "control", "malformed..x",
    ])
  func withoutExplanation(_ target: String) throws {
    let zone = try Zone(
      """
      two TXT one
          TXT two
      empty A 192.0.2.1
      syntax TXT "The %{x}-files."
      control TXT "%{l}"
      """
    ).adding([
      ("ascii.example.com", "na\u{EF}ve"),
      ("example.com", "v=spf1 -all exp=\(target).example.com"),
    ]).failing("fails.example.com", .txt)
    let evaluation = try zone.check(nil, "192.0.2.9", sender: "a\u{1B}[2J@example.com")
    #expect(evaluation.result == .fail && evaluation.explanation == nil)
    #expect(evaluation.problem == nil && evaluation.voidLookups == 0)
  }

  @Test("6.2, the length is bounded") func bounded() throws {
    for (count, length) in [(511, 511), (512, 512), (513, 512), (60_000, 512)] {
      let zone = try Zone("").adding([
        ("example.com", "v=spf1 -all exp=why.example.com"),
        ("why.example.com", String(repeating: "x", count: count)),
      ])
      #expect(try zone.check("example.com", "192.0.2.1").explanation?.utf8.count == length)
    }
  }
}
