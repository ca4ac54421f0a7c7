import MailAuth
import Testing

@Suite("SPF terms that are known slips")
struct SPFMisspellingTests {
  @Test(arguments: [
    ("ip:192.0.2.1", "ip4:192.0.2.1"), ("ip:2001:db8::1", "ip6:2001:db8::1"),
    ("ipv4:192.0.2.0/24", "ip4:192.0.2.0/24"), ("IPv6:2001:db8::/32", "ip6:2001:db8::/32"),
    ("ip4:2001:db8::1", "ip6:2001:db8::1"), ("ip6:192.0.2.1", "ip4:192.0.2.1"),
    ("~ip:192.0.2.1", "~ip4:192.0.2.1"), ("192.0.2.1", "ip4:192.0.2.1"),
    ("192.0.2.0/24", "ip4:192.0.2.0/24"), ("a:192.0.2.1", "ip4:192.0.2.1"),
    ("a:192.0.2.1/24", "ip4:192.0.2.1/24"), ("mx:192.0.2.1", "ip4:192.0.2.1"),
    ("include:192.0.2.1", "ip4:192.0.2.1"), ("ip4=192.0.2.1", "ip4:192.0.2.1"),
    ("prt", "ptr"), ("prt:example.com", "ptr:example.com"), ("-all.", "-all"), ("~al", "~all"),
    ("-alll", "-all"), ("mx.", "mx"), ("inlcude:x.example", "include:x.example"),
    ("includes:x.example", "include:x.example"), ("incude:x.example", "include:x.example"),
    ("include=x.example", "include:x.example"), ("redirect:x.example", "redirect=x.example"),
    ("redirct=x.example", nil), ("exp:x.example", "exp=x.example"),
    ("exist:x.example", "exists:x.example"),
    ("a,mx", "a mx"), ("include:x.example,", "include:x.example"), ("mx;", "mx"),
    ("ip4:192.0.2.1,ip4:192.0.2.2", "ip4:192.0.2.1 ip4:192.0.2.2"),
    ("ip4:192.0.2.1,192.0.2.2", "ip4:192.0.2.1 ip4:192.0.2.2"),
    ("include:x.example-all", "include:x.example -all"),
    ("ip4:192.0.2.1~all", "ip4:192.0.2.1 ~all"),
    ("\u{2013}all", "-all"), ("\u{FF5E}all", "~all"), ("\u{201C}mx\u{201D}", "mx"),
    ("-all\"", "-all"),
    ("--all", "-all"), ("all", nil), ("-all", nil), ("a:x.example", nil), ("moo=x", nil),
    ("moo", nil), ("ip4:1.2.3", nil), ("a:x.example:25", nil), ("include:", nil),
    ("ip4:192.0.2.1/33", nil),
  ])
  func knows(_ term: String, _ suggestion: String?) {
    let found = SPFMisspelling.find(in: Array("v=spf1 mx  \(term) ?all".utf8))
    #expect(found.map(\.suggestion) == (suggestion.map { [$0] } ?? []))
    if suggestion != nil { #expect(found.map(\.offset) == [11] && found.map(\.term) == [term]) }
  }

  @Test func knowsTornTerms() {
    let found = SPFMisspelling.find(
      in: Array("v=spf1 include: x.example  ip4: 192.0.2.1 -all".utf8))
    #expect(found.map(\.suggestion) == ["include:x.example", "ip4:192.0.2.1"])
    #expect(found.map(\.term) == ["include: x.example", "ip4: 192.0.2.1"])
    #expect(found.map(\.offset) == [7, 27])
    #expect(SPFMisspelling.find(in: Array("v=spf1 include: -all".utf8)).isEmpty)
  }

  @Test func suggestsOnlySoundTerms() {
    var random = SeededGenerator(seed: 23)
    var suggestions = 0
    for _ in 0..<3000 {
      var octets = Array(SPFText.record(using: &random).utf8)
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<octets.count, using: &random)
        octets.insert(random.pick(Array(" ,;:=.-~\"4alv\u{FF}".utf8)), at: place)
      }
      for found in SPFMisspelling.find(in: octets) {
        suggestions += 1
        #expect((try? SPFRecord(parsing: "v=spf1 " + found.suggestion)) != nil, "\(found)")
        #expect(found.suggestion != found.term && found.offset < octets.count)
      }
    }
    #expect(suggestions > 100)
  }

  @Test func isBounded() {
    let many = Array(("v=spf1" + String(repeating: " prt", count: 10_000)).utf8)
    #expect(SPFMisspelling.find(in: many).count == SPFMisspelling.most)
    let long = Array(("v=spf1 a:" + String(repeating: ",", count: 60_000)).utf8)
    #expect(SPFMisspelling.find(in: long).isEmpty)
    // Terms that nobody can put right cost the most.
    let beyond = "v=spf1" + String(repeating: " x", count: SPFMisspelling.mostTerms) + " prt"
    #expect(SPFMisspelling.find(in: Array(beyond.utf8)).isEmpty)
  }
}
