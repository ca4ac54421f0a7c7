import DNS
import MailAuth
import Testing

@Suite("DMARC records, RFC 9989 sections 4.7, 4.8 and 4.10.1")
struct DMARCRecordTests {
  @Test func readsTheDefaults() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none")
    #expect(
      record.policy == DMARCPolicy.none && record.subdomainPolicy == nil
        && record.nonexistentPolicy == nil)
    #expect(record.dkimAlignment == .relaxed && record.spfAlignment == .relaxed)
    #expect(
      record.failureOptions == [.allFailed] && !record.isTest
        && record.publicSuffix == .undetermined)
    #expect(
      record.aggregateReports.isEmpty && record.failureReports.isEmpty && record.issues.isEmpty)
    #expect(record.tagNames == ["v", "p"])
  }

  @Test func readsEveryTag() throws {
    let record = try DMARCRecord(
      parsing: """
        v=DMARC1; p=quarantine; sp=reject; np=none; adkim=s; aspf=s; fo=1:d:s; t=y; psd=n; \
        rua=mailto:a@x.example, https://r.example/in; ruf=mailto:b%2Bc@y.example?subject=s;
        """)
    #expect(record.policy == .quarantine && record.subdomainPolicy == .reject)
    #expect(record.nonexistentPolicy == DMARCPolicy.none)
    #expect(record.dkimAlignment == .strict && record.spfAlignment == .strict)
    #expect(
      record.failureOptions == [.anyFailed, .dkim, .spf] && record.isTest
        && record.publicSuffix == .no)
    #expect(record.aggregateReports.map(\.mailbox) == ["a@x.example", nil])
    #expect(record.aggregateReports.first?.domain == (try DNSName("x.example")))
    #expect(record.failureReports.first?.mailbox == "b+c@y.example")
    #expect(record.issues.isEmpty)
  }

  @Test(arguments: [
    "v=DMARC1", "v=DMARC1;p=none", "V = DMARC1 ; p=none", "v=DMARC1 ", "v=\tDMARC1\t;",
    "v=DMARC1;;;",
  ])
  func selects(_ text: String) throws {
    #expect(DMARCRecord.select(from: [Array(text.utf8), [0xFF]]) == [Array(text.utf8)])
    _ = try DMARCRecord(parsing: text)
  }

  @Test(arguments: [
    ("", 0), ("v", 1), ("v=dmarc1; p=none", 2), ("v=DMARC2; p=none", 7), ("v=DMARC1 p=none", 9),
    ("v=DMARC10; p=none", 8), (" v=DMARC1", 0), ("p=none; v=DMARC1", 0),
    ("\"v=DMARC1; p=none\"", 0),
    ("v=DMARC1\u{FF1B} p=none", 8), ("v=DMARC", 7),
  ])
  func refuses(_ text: String, _ offset: Int) {
    #expect(throws: DMARCRecordError.version(offset: offset)) { try DMARCRecord(parsing: text) }
    #expect(DMARCRecord.select(from: [Array(text.utf8)]).isEmpty)
  }

  @Test(
    arguments: [
      ("v=DMARC1;; p=none", DMARCIssue.Reason.emptyTag, nil, 9, ""),
      ("v=DMARC1; p none", .missingEquals, nil, 10, "p none"),
      ("v=DMARC1; 2=x; p=none", .tagName, nil, 10, "2=x"),
      ("v=DMARC1; p=none\u{E9}", .character, "p", 16, "\u{E9}"),
      ("v=DMARC1; p=monitor", .value, "p", 12, "monitor"),
      ("v=DMARC1; sp=; p=none", .value, "sp", 13, ""),
      ("v=DMARC1; p=none; p=reject", .repeatedTag, "p", 18, "reject"),
      ("v=DMARC1; p=none; policy=x", .unknownTag, "policy", 18, "x"),
      ("v=DMARC1; p=none; pct=50", .obsoleteTag, "pct", 18, "50"),
      ("v=DMARC1; p=none; fo=0:1", .value, "fo", 21, "0:1"),
      ("v=DMARC1; p=none; fo=d:d", .value, "fo", 21, "d:d"),
      ("v=DMARC1; p=none; t=x", .value, "t", 20, "x"),
      ("v=DMARC1; p=none; adkim=strict", .value, "adkim", 24, "strict"),
      ("v=DMARC1; p=none; rua=me@x.example", .reportAddress, "rua", 22, "me@x.example"),
      (
        "v=DMARC1; p=none; rua=mailto:a@b.example!10M", .obsoleteSize, "rua", 22,
        "mailto:a@b.example!10M"
      ),
      ("v=DMARC1; p=none; ruf=mailto:a@b.example,", .reportAddress, "ruf", 41, ""),
      (
        "v=DMARC1; p=none rua=mailto:a@b.example", .missingSemicolon, "p", 17,
        "rua=mailto:a@b.example"
      ),
      ("v=DMARC1; p=none;rua=mailto:a@b.example t = y", .missingSemicolon, "rua", 40, "t = y"),
      ("v=DMARC1; p=none x=y", .value, "p", 12, "none x=y"),
    ] as [(String, DMARCIssue.Reason, String?, Int, String)])
  func reports(
    _ text: String, _ reason: DMARCIssue.Reason, _ tag: String?, _ offset: Int, _ observed: String
  ) throws {
    let issues = try DMARCRecord(parsing: text).issues
    #expect(issues.count == 1)
    #expect(issues.first?.reason == reason && issues.first?.tag == tag, "\(issues)")
    #expect(issues.first?.offset == offset && issues.first?.observed == observed, "\(issues)")
  }

  @Test func readsOnAfterFaults() throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; ; x; P=REJECT; adkim=q; aspf=S; p=none")
    #expect(
      record.policy == .reject && record.dkimAlignment == .relaxed && record.spfAlignment == .strict
    )
    #expect(record.issues.map(\.reason) == [.emptyTag, .missingEquals, .value, .repeatedTag])
    #expect(record.tagNames == ["v", "p", "adkim", "aspf", "p"])
  }

  @Test(arguments: [
    "mailto:", "mailto:a", "mailto:@x.example", "mailto:a@", "mailto:a@.", "mailto:a@x..example",
    "mailto:a%ZZ@x.example",
    "mailto:a%4@x.example", "mailto:a b@x.example", "mailto:a%00@x.example", "mailto:%FF@x.example",
    "x.example", ":x",
    "1x:y", "mailto:a@x.example!", "mailto:a@x.example!10x", "mailto:a@x.example!10kk", "!10m",
    "mailto:a!b@x.example",
  ])
  func refusesReportAddress(_ address: String) throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; p=none; rua=\(address)")
    #expect(record.aggregateReports.isEmpty && record.issues.map(\.reason) == [.reportAddress])
  }

  @Test func ordersPolicies() {
    #expect(DMARCPolicy.none < .quarantine && DMARCPolicy.quarantine < .reject)
    #expect([DMARCPolicy.reject, .none, .quarantine].sorted() == [.none, .quarantine, .reject])
  }

  @Test(arguments: [
    ("p=none", "p=none", true), ("p=reject; rua=mailto:a@b.example; fo=1; x=y", "p=none", true),
    ("p=none; rua=mailto:a@b.example", "p=none; rua=mailto:z@b.example", true),
    ("p=none", "p=quarantine", false), ("p=quarantine", "p=reject", false),
    ("p=reject", "p=quarantine", true),
    ("rua=mailto:a@b.example", "p=none", false), ("", "p=none", false),
    ("p=foo; rua=mailto:a@b.example", "p=none", false),
    ("p=reject; sp=none", "p=reject", false), ("p=reject; sp=none", "p=reject; sp=none", true),
    ("p=reject; np=none", "p=reject", false),
    ("p=none; np=reject; sp=reject", "p=none; np=quarantine", true),
    ("p=reject; t=y", "p=reject", false), ("p=reject; t=y", "p=quarantine", true),
    ("p=none; t=y", "p=none", true),
    ("p=none; sp=foo", "p=none", false), ("p=none; sp=foo; rua=mailto:a@b.example", "p=none", true),
    ("p=reject; sp=foo; rua=mailto:a@b.example", "p=quarantine", false),
    ("p=none; p=none", "p=none", false), ("p=none; adkim=s", "p=none", true),
    ("p=none", "p=none; adkim=s", false),
    ("p=none; aspf=r", "p=none; aspf=s", false),
    ("p=none; adkim=s; aspf=s", "p=none; aspf=s; adkim=s", true),
    ("p=none; pct=0", "p=none", true), ("p=reject; sp=none", "p=none; np=reject", false),
    ("p=none; sp=reject", "p=none; np=reject", true),
  ])
  func satisfies(_ existing: String, _ expected: String, _ isEnough: Bool) throws {
    let record = try DMARCRecord(parsing: "v=DMARC1; " + existing)
    #expect(record.satisfies(try DMARCRecord(parsing: "v=DMARC1; " + expected)) == isEnough)
  }

  @Test func boundsTheSize() throws {
    let tags = "v=DMARC1;" + String(repeating: "x=1;", count: 16_000)
    #expect(try DMARCRecord(parsing: tags).issues.count == 16_000)
    #expect(throws: DMARCRecordError.tooLong) { try DMARCRecord(parsing: tags + tags) }
    let commas = "v=DMARC1;rua=" + String(repeating: ",", count: 65_000)
    #expect(try DMARCRecord(parsing: commas).aggregateReports.isEmpty)
    let marks = "v=DMARC1;p=none;rua=mailto:" + String(repeating: "%", count: 65_000) + "@x.example"
    #expect(try DMARCRecord(parsing: marks).aggregateReports.isEmpty)
  }

  @Test func survivesDamage() {
    var random = SeededGenerator(seed: 19)
    let sound = Array(
      "v=DMARC1; p=reject; sp=none; fo=0:d; t=n; rua=mailto:a%40@x.example!1m,b:c".utf8)
    for _ in 0..<5000 {
      var octets = sound
      for _ in 0..<Int.random(in: 1..<4, using: &random) {
        octets[Int.random(in: 8..<octets.count, using: &random)] =
          random.oneIn(2)
          ? .random(in: 0...255, using: &random) : random.pick(Array("=;:,%!@ ".utf8))
      }
      guard let record = try? DMARCRecord(parsing: octets) else { continue }
      #expect(record.issues.allSatisfy { (0...octets.count).contains($0.offset) })
      #expect(record.tagNames.first == "v")
    }
  }
}
