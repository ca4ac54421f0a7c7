import DNS
import MailAuth
import Testing

@Suite("SPF limits on both sides, RFC 7208 section 4.6.4")
struct SPFLimitTests {
  private static let hosts = """
    @ A 192.0.2.250
    @ MX 10 mail
    mail A 192.0.2.251

    """

  private func check(_ texts: (String, String)..., address: String = "192.0.2.1") throws
    -> SPFEvaluation
  {
    try Zone(Self.hosts).adding(texts).check("example.com", address)
  }

  @Test(
    "ten terms",
    arguments: [
      "a", "mx", "ptr", "include:x.example.com", "exists:%{p}.mail.example.com",
    ])
  func tenTerms(_ term: String) throws {
    for (count, result) in [(9, SPFResult.fail), (10, .permError)] {
      let terms = Array(repeating: "a", count: count).joined(separator: " ")
      let evaluation = try check(
        ("example.com", "v=spf1 \(terms) \(term) -all"),
        ("x.example.com", "v=spf1 ip4:203.0.113.1 -all"))
      #expect(evaluation.result == result && evaluation.lookups == count + 1)
      #expect((evaluation.problem?.reason == .tooManyLookups) == (result == .permError))
    }
  }

  @Test("a redirect counts") func redirectCounts() throws {
    for (count, result) in [(9, SPFResult.softFail), (10, .permError)] {
      let terms = Array(repeating: "a", count: count).joined(separator: " ")
      let evaluation = try check(
        ("example.com", "v=spf1 \(terms) redirect=x.example.com"), ("x.example.com", "v=spf1 ~all"))
      #expect(evaluation.result == result)
    }
  }

  @Test("one count over all records") func globalCount() throws {
    for (inner, result) in [(8, SPFResult.pass), (9, .permError)] {
      let terms = Array(repeating: "a", count: inner).joined(separator: " ")
      let evaluation = try check(
        ("example.com", "v=spf1 mx include:x.example.com ip4:192.0.2.1 -all"),
        ("x.example.com", "v=spf1 \(terms.replacing("a", with: "a:example.com")) -all"))
      #expect(evaluation.result == result && evaluation.lookups == 2 + inner)
      if result == .permError { #expect(evaluation.problem?.domain == "x.example.com") }
    }
  }

  @Test("what comes behind a match does not count") func behindAMatch() throws {
    let terms = Array(repeating: "mx", count: 30).joined(separator: " ")
    let evaluation = try check(("example.com", "v=spf1 ip4:192.0.2.1 \(terms) -all"))
    #expect(evaluation.result == .pass && evaluation.lookups == 0)
    #expect(try check(("example.com", "v=spf1 -all \(terms)")).lookups == 0)
  }

  @Test("loops end at the limit") func loops() throws {
    for record in ["v=spf1 include:example.com", "v=spf1 redirect=example.com"] {
      let evaluation = try check(("example.com", record))
      #expect(evaluation.problem?.reason == .tooManyLookups && evaluation.lookups == 11)
    }
  }

  @Test(
    "two void lookups",
    arguments: [
      "a:%.example.com", "mx:%.example.com", "exists:%.example.com", "a:empty%.example.com",
    ])
  func voids(_ pattern: String) throws {
    for (count, result) in [(2, SPFResult.fail), (3, .permError)] {
      let terms = (0..<count).map { pattern.replacing("%", with: "n\($0)") }
      let zone = try Zone(Self.hosts + "emptyn0 TXT x\nemptyn1 TXT x\nemptyn2 TXT x\n").adding([
        ("example.com", "v=spf1 \(terms.joined(separator: " ")) -all")
      ])
      let evaluation = try zone.check("example.com", "192.0.2.1")
      #expect(evaluation.result == result && evaluation.voidLookups == count)
      #expect((evaluation.problem?.reason == .tooManyVoidLookups) == (count == 3))
    }
  }

  @Test("void lookups count over all records, of mail servers too") func voidsEverywhere() throws {
    let zone = try Zone(
      """
      @ TXT "v=spf1 include:x.example.com mx ~all"
      x TXT "v=spf1 a:n1.example.com"
      @ MX 10 n2
      @ MX 20 mail
      mail A 192.0.2.251
      """)
    #expect(try zone.check("example.com", "192.0.2.1").voidLookups == 2)
    #expect(try zone.check("example.com", "192.0.2.1").result == .softFail)
    // Mail servers without IPv6 are void lookups for senders with IPv6.
    let ipv6 = try zone.check("example.com", "2001:db8::1")
    #expect(ipv6.result == .permError && ipv6.voidLookups == 3)
    // The explanation's is none.
    let exp = try Zone(
      "@ TXT \"v=spf1 a:n1.example.com a:n2.example.com -all exp=n3.example.com\"\n")
    #expect(try exp.check("example.com", "192.0.2.1").result == .fail)
    // Nor is the lookup of a record that has other texts.
    let none = try Zone("@ TXT \"v=spf1 include:x.example.com\"\nx TXT token\n")
    #expect(try none.check("example.com", "192.0.2.1").voidLookups == 0)
    #expect(try check(("example.com", "v=spf1 include:n.example.com")).voidLookups == 1)
  }

  @Test("ten mail servers") func mailServers() throws {
    for (count, result) in [(10, SPFResult.pass), (11, .permError)] {
      let servers = (0..<count).map { "@ MX \($0) m\($0)\nm\($0) A 192.0.2.\($0 + 1)\n" }.joined()
      let zone = try Zone("@ TXT \"v=spf1 mx -all\"\n" + servers)
      let evaluation = try zone.check("example.com", "192.0.2.\(count)")
      #expect(evaluation.result == result && evaluation.lookups == 1)
      if result == .permError {
        #expect(evaluation.problem?.reason == .tooManyMailServers)
        #expect(evaluation.problem?.count == 11)
      }
    }
  }

  @Test("ten names of an address") func pointers() throws {
    for (place, result) in [(9, SPFResult.pass), (10, .fail)] {
      let names = (0..<12).map { "1.2.0.192.in-addr.arpa. PTR n\($0).example.net.\n" }.joined()
      let zone = try Zone(
        "@ TXT \"v=spf1 ptr:n\(place).example.net -all\"\n" + names
          + "n\(place).example.net. A 192.0.2.1\n")
      let evaluation = try zone.check("example.com", "192.0.2.1")
      #expect(evaluation.result == result && evaluation.problem == nil)
      #expect(evaluation.trace.steps.first?.asked.count == 11)
    }
  }

  @Test("addresses of a host are not limited") func addresses() throws {
    let zone = try Zone(
      "@ TXT \"v=spf1 a -all\"\n" + (1...40).map { "@ A 192.0.2.\($0)\n" }.joined())
    #expect(try zone.check("example.com", "192.0.2.40").result == .pass)
  }
}
