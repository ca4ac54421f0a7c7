import Foundation
import Lab
import Localization
import Practice
import RegistryLab
import Testing

extension ProgramTests {
  /// Who stopped the domain: a missing delegation in the lab or in the practice world, and a
  /// registry on loopback.
  @Suite("annai check and the registry") struct RegistrationTests {}
}

extension ProgramTests.RegistrationTests {
  private func expectAnswer(
    _ run: Annai.Outcome, _ words: Words, finding id: String, domain: String, says: [String],
    location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(run.status == 1, "\(run)", sourceLocation: location)
    #expect(run.dialogue == "", sourceLocation: location)
    let title = try words("finding.\(id).title", ["domain": .text(domain)])
    let heading = try words(
      "report.finding.error",
      ["number": .integer(1), "count": .integer(1), "title": .text(title)])
    #expect(run.output.says(heading), "\(run)", sourceLocation: location)
    #expect(run.output.says(try words("report.id", ["id": .text(id)])), sourceLocation: location)
    for text in says { #expect(run.output.says(text), "\(text)\n\(run)", sourceLocation: location) }
    let problems = try words("report.result.problems", ["domain": .text(domain)])
    #expect(run.output.says(problems), sourceLocation: location)
  }

  /// Today in UTC, which is the date that the registry was asked on.
  private var today: String { Date().formatted(.iso8601.year().month().day()) }

  @Test(
    "annai check held.example names the cause, the status, its source and date, and who lifts it",
    arguments: Words.codes)
  func practice(_ code: String) throws {
    let words = try Words(code)
    let run = try Annai.run(
      ["check", "held.example", "--practice", "registry-hold", "--lang", code], in: Place())
    let asked = try words(
      "report.registry",
      ["domain": .text("held.example"), "servers": .list(["127.53.0.43 (RDAP)"])])
    try expectAnswer(
      run, words, finding: "registry-hold", domain: "held.example",
      says: [
        "serverHold", "RDAP", "`127.53.0.43`", today, "UTC", "DNSPod, Inc.", "Tencent Cloud",
        "whois held.example", asked,
      ])
    // The records are right, so nothing is said of them but that nobody sees them.
    let hidden = try words("report.status-hidden")
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("[\(hidden)] ") } == 4)
    #expect(!run.output.says(try words("report.consequences")))
  }

  @Test("In the lab over RDAP: records are consequences", arguments: Words.codes)
  func rdap(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let words = try Words(code)
    let body = RDAPFixtures.domain(
      "HOLD.COM", statuses: ["client transfer prohibited", "server hold"])
    try await LoopbackServer.serving({ _ in HTTP.ok(body) }) { server in
      let own = ["--rdap-base", "http://127.0.0.1:\(server.port)/rdap", "--lang", code]
      // A sound key, and not the one that stands at the DNS host.
      let other = try #require(Scenario(id: "healthy")?.answers["dkimValue"])
      let run = try Annai.run(
        ["check", "hold.com", "--set", "dkimValue=\(other)"] + own + lab.options,
        in: Place())
      try expectAnswer(
        run, words, finding: "registry-hold", domain: "hold.com",
        says: ["serverHold", "`127.0.0.1`", today, "2026-08-14", "DNSPod, Inc."])
      #expect(run.output.says(try words("report.consequences")))
      let name = "qcloud._domainkey.hold.com"
      #expect(
        run.output.says(
          "- "
            + (try words(
              "finding.record-mismatch.title", ["name": .text(name), "type": .text("TXT")]))),
        "\(run)")
      // Only the registrable domain leaves the machine.
      #expect(server.asked.map(HTTP.path) == ["/rdap/domain/hold.com"])
    }
  }

  @Test("In the lab over WHOIS, in the form of each registry", arguments: Words.codes)
  func whois(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let words = try Words(code)
    let text = WHOISFixtures.verisignHold.replacing("EXAMPLE.COM", with: "HOLD.COM")
      .replacing("Registrar WHOIS Server: whois.dnspod.cn", with: "")
      .replacing("serverHold", with: "clientHold")
    try await LoopbackServer.serving({ _ in [.send(text)] }) { server in
      let run = try Annai.run(
        ["check", "hold.com", "--whois-server", "127.0.0.1#\(server.port)", "--lang", code]
          + lab.options, in: Place())
      try expectAnswer(
        run, words, finding: "registrar-hold", domain: "hold.com",
        says: ["clientHold", "WHOIS", "127.0.0.1", today, "ICANN", "15", "DNSPod, Inc."])
      #expect(server.asked == ["hold.com\r\n"])
    }
  }

  @Test("The JSON has the registry's words, the same in each language")
  func json() async throws {
    let lab = try await SharedLab.lab
    let body = RDAPFixtures.domain(
      "HOLD.COM", statuses: ["redemption period"], expires: "2026-01-01T00:00:00Z")
    try await LoopbackServer.serving({ _ in HTTP.ok(body) }) { server in
      var first: [String] = []
      for code in Words.codes {
        let run = try Annai.run(
          ["check", "hold.com", "--format", "json", "--lang", code] + lab.options, in: Place(),
          environment: ["ANNAI_RDAP_BASE": "http://127.0.0.1:\(server.port)/"])
        #expect(run.status == 1, "\(run)")
        let document = try CheckDocument(run.output)
        #expect(document.findingIDs == ["domain-expired"])
        #expect(document.registration.status == "expired")
        #expect(document.registration.source == "rdap")
        #expect(document.registration.codes == ["redemptionPeriod"])
        #expect(document.registration.registrar == "DNSPod, Inc.")
        #expect(document.registration.expiresOn == "2026-01-01")
        #expect(document.registration.dataOf == "2026-11-24")
        #expect(document.registration.asked.map(\.result) == ["found"])
        let lines = try CanonicalJSON.lines(run.output)
        if first.isEmpty { first = lines }
        #expect(lines == first)
      }
    }
  }

  @Test("A registry that misbehaves is no reason to guess", arguments: Words.codes)
  func silence(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let words = try Words(code)
    let steps = HTTP.answer("429 Too Many Requests", headers: ["Retry-After: 77"], "")
    try await LoopbackServer.serving({ _ in steps }) { server in
      let run = try Annai.run(
        ["check", "hold.com", "--rdap-base", "http://127.0.0.1:\(server.port)/", "--lang", code]
          + lab.options, in: Place())
      #expect(run.status == 1, "\(run)")
      for id in ["registration-unknown", "domain-not-delegated"] {
        #expect(run.output.says(try words("report.id", ["id": .text(id)])), "\(run)")
      }
      #expect(run.output.says("77"))
      // With sound records it costs nobody anything.
      let healthy = try Annai.run(
        [
          "check", "healthy.com", "--registration", "always", "--rdap-base",
          "http://127.0.0.1:\(server.port)/", "--lang", code,
        ] + lab.options, in: Place())
      #expect(healthy.status == 0, "\(healthy)")
      #expect(healthy.output.says(try words("report.id", ["id": .text("registration-unknown")])))
    }
  }

  @Test("Nobody is asked about names below a root of one's own, or when it is not wanted")
  func privacy() async throws {
    let lab = try await SharedLab.lab
    try await LoopbackServer.serving({ _ in HTTP.ok("") }) { server in
      let base = ["--rdap-base", "http://127.0.0.1:\(server.port)/"]
      for more in [[], ["--registration", "never"] + base] {
        let run = try Annai.run(
          ["check", "hold.com", "--format", "json"] + more + lab.options, in: Place())
        let document = try CheckDocument(run.output)
        #expect(document.findingIDs == ["domain-not-delegated"])
        #expect(document.registration.asked.isEmpty && document.registration.source == "dns")
      }
      let healthy = try Annai.run(
        ["check", "healthy.com", "--format", "json"] + base + lab.options, in: Place())
      #expect(try CheckDocument(healthy.output).registration.asked.isEmpty)
      #expect(server.asked.isEmpty)
    }
  }

  @Test("What the registry says of a sound domain is one line", arguments: Words.codes)
  func active(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let words = try Words(code)
    let body = RDAPFixtures.domain("HEALTHY.COM", statuses: ["active"])
    try await LoopbackServer.serving({ _ in HTTP.ok(body) }) { server in
      let run = try Annai.run(
        ["check", "healthy.com", "--set", "dkimValue=\(Lab.dkimValue)", "--lang", code]
          + lab.options, in: Place(),
        environment: [
          "ANNAI_REGISTRATION": "always", "ANNAI_RDAP_BASE": "http://127.0.0.1:\(server.port)",
        ])
      #expect(run.status == 0, "\(run)")
      let line = try words(
        "report.registration",
        [
          "domain": .text("healthy.com"), "registrar": .text("DNSPod, Inc."),
          "expiresOn": .text("2031-08-13"), "codes": .list(["ok"]), "count": .integer(1),
        ])
      #expect(run.output.says(line), "\(run)")
      #expect(server.asked.count == 1)
    }
  }

  @Test("What a hostile registry says is shown, not obeyed")
  func hostile() async throws {
    let lab = try await SharedLab.lab
    let registrar =
      #"{"roles":["registrar"],"vcardArray":["vcard",[["fn",{},"text","E\u001b[2J\u202evil {domain}"]]]}"#
    let body = RDAPFixtures.domain(
      "HOLD.COM", statuses: ["server hold", "x\u{1B}[2Jy"], registrar: registrar
    )
    .replacing("\u{1B}", with: #"\u001b"#)
    try await LoopbackServer.serving({ _ in HTTP.ok(body) }) { server in
      for format in ["text", "json"] {
        let run = try Annai.run(
          [
            "check", "hold.com", "--format", format, "--rdap-base",
            "http://127.0.0.1:\(server.port)/",
          ] + lab.options, in: Place())
        #expect(run.status == 1, "\(run)")
        #expect(!run.output.unicodeScalars.contains(where: isRawControl))
        #expect(!run.output.unicodeScalars.contains("\u{202E}"))
        #expect(run.output.contains("vil {domain}"), "\(run)")
      }
    }
  }

  @Test("After a lifted hold the rest of the wait is told", arguments: Words.codes)
  func lifted(_ code: String) throws {
    let run = try Annai.run(
      ["check", "held.example", "--practice", "hold-lifted", "--lang", code], in: Place())
    #expect(run.status == 5, "\(run)")
    let wait = try Words(code)("duration.minutes", ["minutes": .integer(13)])
    let result = try Words(code).parts(
      "report.result.waiting", ["domain": .text("held.example"), "wait": .text(wait)],
      around: "time")
    for part in result { #expect(run.output.says(part), "\(run)") }
  }

  @Test("A saved case gives the same cause later, in another language, without asking anybody")
  func savedCase() throws {
    let place = try Place()
    let file = place.file("hold.json")
    let seen = try Annai.run(
      [
        "check", "held.example", "--practice", "registry-hold", "--format", "json", "--save-case",
        file,
      ], in: place)
    #expect(seen.status == 1, "\(seen)")
    let later = try Annai.run(["diagnose", file, "--format", "json", "--lang", "ja"], in: place)
    #expect(later.status == 1, "\(later)")
    #expect(try CheckDocument(later.output).findingIDs == ["registry-hold"])
    #expect(try CanonicalJSON.lines(later.output) == CanonicalJSON.lines(seen.output))
  }
}
