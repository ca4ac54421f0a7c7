import Lab
import Localization
import Testing

extension ProgramTests {
  @Suite("annai check") struct CheckTests {
    /// A domain of the lab and what is to be said of it.
    struct Case: Sendable, CustomTestStringConvertible {
      let domain: String
      let status: String
      var findings: [String] = []
      var records: [String] = []

      var exit: Int32 { ["verified": 0, "problems": 1, "unknown": 4, "waiting": 5][status] ?? -1 }
      var testDescription: String { domain }
    }

    static let cases = [
      Case(domain: "healthy.com", status: "verified"),
      Case(domain: "mail.sub.com", status: "verified"),
      Case(domain: "example.co.id", status: "verified"),
      Case(domain: "escape.com", status: "verified"),
      Case(
        domain: "nodkim.com", status: "problems", findings: ["dkim-missing dkim"],
        records: ["dkim missing"]),
      Case(
        domain: "nomx.com", status: "problems", findings: ["mx-missing mx"],
        records: ["mx missing"]),
      Case(
        domain: "nodmarc.com", status: "problems", findings: ["dmarc-missing dmarc"],
        records: ["dmarc missing"]),
      Case(
        domain: "nospf.com", status: "problems", findings: ["spf-missing spf"],
        records: ["spf missing"]),
      Case(
        domain: "spf2.com", status: "problems",
        findings: ["spf-multiple spf", "(record-mismatch spf)"], records: ["spf mismatch"]),
      Case(
        domain: "doubled.com", status: "problems",
        findings: ["name-doubled dkim", "(dkim-missing dkim)"], records: ["dkim missing"]),
      Case(
        domain: "nodot.com", status: "problems",
        findings: [
          "target-missing-dot mx", "(record-mismatch mx)", "(mx-target-unresolvable mx)",
        ], records: ["mx mismatch"]),
      Case(
        domain: "hold.com", status: "problems", findings: ["domain-not-delegated"],
        records: ["mx waiting", "spf waiting", "dkim waiting", "dmarc waiting"]),
      Case(
        domain: SharedLab.hostileZone, status: "problems",
        findings: [
          "value-has-foreign-characters spf", "(record-mismatch spf)", "(spf-syntax spf)",
        ],
        records: ["spf mismatch"]),
    ]

    static func arguments(_ domains: [String], _ lab: Lab, _ more: String...) -> [String] {
      ["check"] + domains + ["--set", "dkimValue=\(Lab.dkimValue)"] + lab.options + more
    }
  }
}

extension ProgramTests.CheckTests {
  @Test("Every domain gets its verdict as JSON, the same in each language", arguments: cases)
  func json(_ expected: Case) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    var first: [String] = []
    for code in Words.codes {
      let run = try Annai.run(
        Self.arguments([expected.domain], lab, "--format", "json", "--lang", code), in: place)
      #expect(run.status == expected.exit, "\(run)")
      #expect(run.dialogue == "")
      #expect(!run.output.unicodeScalars.contains(where: isRawControl))
      let document = try CheckDocument(run.output)
      #expect(document.schema == "annai.check/1")
      #expect(document.domain == expected.domain)
      #expect(document.status == expected.status)
      #expect(document.findingIDs == expected.findings)
      #expect(document.openRecords == expected.records)
      #expect(document.waitSeconds == nil)
      let lines = try CanonicalJSON.lines(run.output)
      if first.isEmpty { first = lines }
      #expect(lines == first, "\(code) differs from \(Words.codes[0])")
    }
  }

  @Test("Every domain gets its verdict in words", arguments: cases, Words.codes)
  func text(_ expected: Case, code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let words = try Words(code)
    let run = try Annai.run(
      Self.arguments([expected.domain], lab, "--lang", code), in: place)
    #expect(run.status == expected.exit, "\(run)")
    #expect(run.dialogue == "")
    #expect(!run.output.unicodeScalars.contains(where: isRawControl))
    let result = try words(
      "report.result.\(expected.status)", ["domain": .text(expected.domain)])
    #expect(run.output.says(result), "\(run)")
    for finding in expected.findings where !finding.hasPrefix("(") {
      let id = String(finding.prefix { $0 != " " })
      #expect(run.output.says(try words("report.id", ["id": .text(id)])))
    }
    for record in ["mx", "spf", "dkim", "dmarc"] {
      let open = expected.records.first { $0.hasPrefix(record + " ") }
      let status = open.map { String($0.dropFirst(record.count + 1)) } ?? "match"
      // Nobody waits for what another problem keeps from being seen.
      let isHidden = status == "waiting" && expected.status == "problems"
      let word = try words(isHidden ? "report.status-hidden" : "record.status.\(status)")
      let row = run.output.split(separator: "\n").filter { $0.hasPrefix("[") }[
        ["mx": 0, "spf": 1, "dkim": 2, "dmarc": 3][record] ?? 0]
      #expect(row.hasPrefix("[\(word)] "), "\(record)")
    }
  }

  static let refused: [(typed: String, id: String, domain: String)] = [
    ("co.id", "domain-is-public-suffix", "co.id"), ("", "domain-name-invalid", "."),
    ("Mail <me@healthy.com>", "domain-name-invalid", "."),
    ("exa\u{1B}[2Jmple.com", "domain-name-invalid", "."),
    ("_dmarc.healthy.com", "domain-name-invalid", "."),
  ]

  @Test("What is no domain of one's own is told without asking anybody", arguments: refused)
  func refusal(_ case: (typed: String, id: String, domain: String)) throws {
    let place = try Place()
    for code in Words.codes {
      let words = try Words(code)
      let run = try Annai.run(
        ["check", `case`.typed, "--format", "json", "--lang", code, "--server", "127.0.0.1#9"],
        in: place)
      #expect(run.status == 1, "\(run)")
      let document = try CheckDocument(run.output)
      #expect(document.domain == `case`.domain)
      #expect(document.status == "problems")
      #expect(document.findingIDs == [`case`.id])
      let text = try Annai.run(["check", `case`.typed, "--lang", code], in: place)
      #expect(text.status == 1)
      #expect(!text.output.unicodeScalars.contains(where: isRawControl))
      #expect(text.output.says(try words("report.id", ["id": .text(`case`.id)])), "\(text)")
    }
  }

  @Test("A bad name among good ones does not keep these from being checked")
  func oneBadName() async throws {
    let lab = try await SharedLab.lab
    let run = try Annai.run(
      Self.arguments(["healthy,com", "healthy.com"], lab, "--format", "ndjson"), in: Place())
    #expect(run.status == 1, "\(run)")
    let documents = try run.output.split(separator: "\n").map { try CheckDocument(String($0)) }
    #expect(documents.map(\.status) == ["problems", "verified"])
  }

  @Test("Letters outside ASCII are told beside the name that the DNS has")
  func lettersOutsideASCII() async throws {
    let lab = try await SharedLab.lab
    let run = try Annai.run(
      Self.arguments(["bücher.sub.com"], lab, "--format", "json"), in: Place())
    let document = try CheckDocument(run.output)
    #expect(document.domain == "xn--bcher-kva.sub.com")
    #expect(document.findingIDs.first == "domain-name-not-ascii")
    let plain = try Annai.run(
      Self.arguments(["xn--bcher-kva.sub.com"], lab, "--format", "json"), in: Place())
    #expect(try CheckDocument(plain.output).findingIDs.contains("domain-name-not-ascii") == false)
  }

  @Test("What a hostile record says is shown, not obeyed")
  func hostile() async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let text = try Annai.run(Self.arguments([SharedLab.hostileZone], lab), in: place)
    #expect(text.output.unspaced.contains(#"v=spf1\x1b[2J\x1b]0;title\x07\u{9b}-all"#), "\(text)")
    let json = try Annai.run(
      Self.arguments(["escape.com"], lab, "--format", "json"), in: place)
    #expect(json.output.contains(#"\u001b[2J\u001b[31mred\u001b]0;title\u0007"#), "\(json)")
  }

  @Test(
    "Without a DKIM value the key is judged for soundness, and annai says so",
    arguments: Words.codes)
  func soundness(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let run = try Annai.run(["check", "healthy.com", "--lang", code] + lab.options, in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.output.says(try Words(code)("report.dkim-soundness")))
  }

  @Test("Many domains: one object a line, and the worst status")
  func many() async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let domains = ["healthy.com", "nodkim.com", "mail.sub.com"]
    let run = try Annai.run(
      Self.arguments(domains, lab, "--format", "ndjson"), in: place)
    #expect(run.status == 1, "\(run)")
    let documents = try run.output.split(separator: "\n").map { try CheckDocument(String($0)) }
    #expect(documents.map(\.domain) == domains)
    #expect(documents.map(\.status) == ["verified", "problems", "verified"])
    #expect(documents.map(\.registrableDomain) == ["healthy.com", "nodkim.com", "sub.com"])
  }

  @Test("Absence that a resolver remembers is a computed wait")
  func negativeCache() async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let records = try lab.records("neg.com")
    #expect(try await lab.dig("qcloud._domainkey.neg.com", "TXT").status == "NXDOMAIN")
    try await lab.setZone(
      "neg.com", records: records + LabZone.dkimRecord(at: "qcloud._domainkey"))
    for code in Words.codes {
      let json = try Annai.run(
        Self.arguments(["neg.com"], lab, "--format", "json", "--lang", code), in: place)
      #expect(json.status == 5, "\(json)")
      let document = try CheckDocument(json.output)
      #expect(document.status == "waiting")
      #expect(document.findingIDs == ["answer-negative-cached dkim"])
      #expect(document.openRecords == ["dkim waiting"])
      let seconds = try #require(document.waitSeconds)
      #expect((1...600).contains(seconds))

      // The clock on the wall is that of TZ, in either form.
      for (zone, ending) in [
        ("JST-9", "+0900 (JST)"), ("<-0930>9:30", "-0930"), ("UTC0", "+0000 (UTC)"),
      ] {
        let text = try Annai.run(
          Self.arguments(["neg.com"], lab, "--lang", code), in: place, environment: ["TZ": zone])
        #expect(text.status == 5, "\(text)")
        let parts = try Words(code).parts(
          "report.result.waiting", ["domain": .text("neg.com")], around: "wait", "time")
        #expect(parts.allSatisfy(text.output.says))
        #expect(text.output.says(ending), "\(text)")
      }
    }
    try await lab.setZone("neg.com", records: records)
    try await lab.flushResolver()
  }

  @Test("Nobody answers: it could not be checked, and nothing is said about the records")
  func silence() async throws {
    let place = try Place()
    // A port that is bound and never read.
    let hole = try SilentPort()
    let hints = try place.write(
      "hints", ". 3600000 NS a.root-servers.net.\na.root-servers.net. 3600000 A 127.0.0.1\n")
    let run = try Annai.run(
      [
        "check", "healthy.com", "--format", "json", "--timeout", "300ms", "--root-hints", hints,
        "--server", "127.0.0.1#\(hole.number)", "--dns-port", "\(hole.number)",
      ], in: place)
    #expect(run.status == 4, "\(run)")
    #expect(try CheckDocument(run.output).status == "unknown")
  }
}

/// A control character other than a line break.
func isRawControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar != "\n" && scalar.properties.generalCategory == .control
}
