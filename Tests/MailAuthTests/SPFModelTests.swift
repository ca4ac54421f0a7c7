import DNS
import MailAuth
import Testing

@Suite("SPF records merged, evaluated as receivers do")
struct SPFModelTests {
  private static let world = """
    a.example.net. A 192.0.2.1
    b.example.net. A 192.0.2.2
    m.example.net. MX 1 a.example.net.
    m.example.net. MX 2 c.example.net.
    c.example.net. A 192.0.2.3
    e.example.net. A 127.0.0.2
    i.example.net. TXT "v=spf1 ip4:192.0.2.4 -all"
    j.example.net. TXT "v=spf1 ip4:192.0.2.4/31 ?all"

    """
  private static let terms = [
    "a:a.example.net", "a:b.example.net", "mx:m.example.net", "include:i.example.net",
    "include:j.example.net", "ip4:192.0.2.6", "ip4:192.0.2.4/30", "a:a.example.net/30",
  ]

  /// One record of those that are merged may exclude senders; SPF cannot write the union of two.
  @Test func mergedRecordsAuthoriseWhatEachDid() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<150 {
      let texts = (0..<2).map { index in
        (["v=spf1"]
          + (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            (index == 1 ? random.pick(SPFText.qualifiers) : "") + random.pick(Self.terms)
          } + [random.pick(["-all", "~all", "?all", ""])]).joined(separator: " ")
      }
      let records = try texts.map { try SPFRecord(parsing: $0) }
      let merged = records[0].merging([records[1]])
      #expect(merged.merging(records) == merged)
      let zone = try Zone(Self.world).adding([
        ("x.example.com", texts[0]), ("y.example.com", texts[1]),
        ("z.example.com", merged.description),
      ])
      for host in 1...8 {
        let results = try ["x", "y", "z"].map {
          try zone.check("\($0).example.com", "192.0.2.\(host)").result
        }
        #expect(results.prefix(2).contains(.pass) == (results[2] == .pass), "\(texts) \(host)")
      }
    }
  }

  @Test func anIncludeAddedKeepsAllOtherResults() throws {
    var random = SeededGenerator(seed: 37)
    for _ in 0..<100 {
      let text =
        (["v=spf1"]
        + (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          random.pick(SPFText.qualifiers) + random.pick(Self.terms)
        } + [random.pick(["-all", "~all", "?all"])]).joined(separator: " ")
      let domain = try DomainSpec("new.example.net")
      let changed = try SPFRecord(parsing: text).adding(include: domain)
      #expect(changed.adding(include: domain) == changed)
      let zone = try Zone(
        Self.world + "new.example.net. TXT \"v=spf1 ip4:198.51.100.0/24 -all\"\n"
      ).adding([("x.example.com", text), ("z.example.com", changed.description)])
      for host in 1...8 {
        let before = try zone.check("x.example.com", "192.0.2.\(host)").result
        #expect(try zone.check("z.example.com", "192.0.2.\(host)").result == before, "\(text)")
      }
      #expect(try zone.check("z.example.com", "198.51.100.1").result == .pass)
    }
  }
}
