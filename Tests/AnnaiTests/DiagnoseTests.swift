import Foundation
import Lab
import Localization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProgramTests {
  @Suite("Saved cases") struct DiagnoseTests {
    /// Domains of the lab with the status that a check of them ends with.
    static let domains: [(name: String, status: Int32)] = [
      ("healthy.com", 0), ("spf2.com", 1), ("doubled.com", 1), ("hold.com", 1),
      (SharedLab.hostileZone, 1),
    ]

    /// A file that is no case, and how the program ends with it.
    struct Bad: Sendable, CustomTestStringConvertible {
      let name: String
      let octets: [UInt8]
      let status: Int32
      let key: String
      var values: [String: Argument] = [:]
      var testDescription: String { name }

      init(
        _ name: String, _ text: String, _ key: String, status: Int32 = 65,
        _ values: [String: Argument] = [:]
      ) {
        (self.name, octets, self.status, self.key) = (name, Array(text.utf8), status, key)
        self.values = values
      }
    }

    static let bad = [
      Bad("empty", "", "error.case-not-json"),
      Bad("zone text", "@ MX 10 a.\n", "error.case-not-json"),
      Bad("NUL", "{\"schema\":\"annai.case/1\"}\u{0}", "error.case-not-json"),
      Bad("a list", "[1]", "error.case-not-a-case"),
      Bad("a check", "{\"schema\":\"annai.check/1\"}", "error.case-not-a-case"),
      Bad(
        "newer", "{\"schema\":\"annai.case/7\"}", "error.case-newer",
        ["schema": .text("annai.case/7")]),
      Bad(
        "bare", "{\"schema\":\"annai.case/1\"}", "error.case-malformed",
        ["place": .text("program")]),
      Bad(
        "wrong type", "{\"schema\":\"annai.case/1\",\"program\":[]}", "error.case-malformed",
        ["place": .text("program")]),
      Bad(
        "depth", String(repeating: "[", count: 200_000), "error.case-excessive",
        ["reason": .text("depth")]),
      Bad(
        "values", "[" + String(repeating: "0,", count: 2_000_000), "error.case-excessive",
        ["reason": .text("values")]),
      Bad(
        "a huge number", "{\"schema\":\"annai.case/1\",\"queries\":99999999999999999999}",
        "error.case-excessive", ["reason": .text("number")]),
    ]
  }
}

extension ProgramTests.DiagnoseTests {
  @Test("A saved case gives the same findings offline, in every language", arguments: domains)
  func same(_ domain: (name: String, status: Int32)) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let file = place.file("one.case")
    let check = try Annai.run(
      ProgramTests.CheckTests.arguments(
        [domain.name], lab, "--format", "json", "--show-queries", "--save-case", file), in: place)
    #expect(check.status == domain.status, "\(check)")
    #expect(
      check.dialogue.says(try Words("en")("notice.case-saved", ["file": .text(file)])), "\(check)")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let ids = try CheckDocument(check.output).findingIDs
    for code in Words.codes {
      // No server could be reached: nothing may be asked.
      let json = try Annai.run(
        ["diagnose", file, "--format", "json", "--show-queries", "--lang", code], in: place)
      #expect(json.status == domain.status, "\(json)")
      #expect(json.dialogue == "")
      if code == "en" { #expect(json.output == check.output) }
      #expect(try CheckDocument(json.output).findingIDs == ids)
      #expect(try CanonicalJSON.lines(json.output) == CanonicalJSON.lines(check.output))

      let text = try Annai.run(
        ["diagnose", file, "--lang", code], in: place, environment: ["TZ": "WIB-7"])
      #expect(text.status == domain.status, "\(text)")
      #expect(!text.output.unicodeScalars.contains(where: isRawControl))
      #expect(text.output.says("+0700 (WIB)"), "\(text)")
      for id in ids where !id.hasPrefix("(") {
        let name = String(id.prefix { $0 != " " })
        #expect(text.output.says(try Words(code)("report.id", ["id": .text(name)])))
      }
    }
  }

  @Test("What is to be waited for is told from a case as from a check", arguments: Words.codes)
  func waiting(_ code: String) throws {
    let file = Words.root.appending(path: "Tests/InspectionTests/Cases/first-version.json").path
    let run = try Annai.run(
      ["diagnose", file, "--lang", code], in: Place(), environment: ["TZ": "JST-9"])
    #expect(run.status == 5, "\(run)")
    let words = try Words(code)
    #expect(
      run.output.says(
        try words(
          "report.result.waiting",
          [
            "domain": .text("mail.example.com"),
            "wait": .text(
              words("duration.minutes-seconds", ["minutes": .integer(7), "seconds": .integer(20)])),
            "time": .text("2026-11-27 00:32 +0900 (JST)"),
          ])), "\(run)")
  }

  @Test("Several cases: one object a line, the worst status; a bad file is said and passed over")
  func several() throws {
    let place = try Place()
    let file = Words.root.appending(path: "Tests/InspectionTests/Cases/first-version.json").path
    let two = try Annai.run(["diagnose", file, file, "--format", "ndjson"], in: place)
    #expect(two.status == 5, "\(two)")
    #expect(two.output.split(separator: "\n").count == 2)
    let bad = try place.write("bad", "{}")
    let run = try Annai.run(
      ["diagnose", bad, file, place.file("absent")], in: place,
      environment: ["ANNAI_FORMAT": "ndjson"])
    #expect(run.status == 65, "\(run)")
    #expect(run.output.split(separator: "\n").count == 1)
    let words = try Words("en")
    #expect(run.dialogue.says(try words.error("error.case-not-a-case", ["file": .text(bad)])))
    #expect(
      run.dialogue.says(
        try words.error("error.file-unreadable", ["file": .text(place.file("absent"))])))
  }

  @Test("Each hostile file gets one sentence in the language", arguments: bad, Words.codes)
  func hostile(_ item: Bad, _ code: String) throws {
    let place = try Place()
    let file = try place.write("bad.case", item.octets)
    let run = try Annai.run(["diagnose", file, "--lang", code], in: place)
    #expect(run.status == item.status, "\(run)")
    #expect(run.output == "")
    let sentence = try Words(code).error(
      item.key, item.values.merging(["file": .text(file)]) { $1 })
    #expect(run.dialogue.unspaced == sentence.unspaced, "\(run)")
    #expect(!run.dialogue.unicodeScalars.contains(where: isRawControl))
  }

  @Test("A hundred megabytes are not read", arguments: Words.codes)
  func huge(_ code: String) throws {
    let place = try Place()
    let file = try place.write("huge.case", "{")
    #expect(truncate(file, 100 << 20) == 0)
    let run = try Annai.run(["diagnose", file, "--lang", code], in: place)
    #expect(run.status == 65, "\(run)")
    #expect(
      run.dialogue.unspaced
        == (try Words(code).error("error.file-too-big", ["file": .text(file)])).unspaced)
  }

  @Test("What a case says is shown, not obeyed")
  func escapes() throws {
    let place = try Place()
    let source = Words.root.appending(path: "Tests/InspectionTests/Cases/first-version.json")
    let text = try String(contentsOf: source, encoding: .utf8)
    let hostile = text.replacing(
      "v=spf1 include:qcloudmail.com ~all", with: #"\\027[2J\\027]0;title\\007"#
    )
    .replacing(#""id" : "spf""#, with: #""id" : "spf\u001b[31m\u202e""#)
    .replacing("tencent-ses", with: #"\u001b]0;title\u0007"#)
    try #require(hostile != text)
    let file = try place.write("hostile\u{1B}[2J.case", hostile)
    for format in ["text", "json"] {
      let run = try Annai.run(["diagnose", file, "--format", format, "--show-queries"], in: place)
      #expect(run.status != nil && run.status != 65, "\(run)")
      #expect(!run.output.unicodeScalars.contains(where: isRawControl), "\(run)")
      #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("A file that exists is never replaced, and that is said before anything is asked")
  func exists() throws {
    let place = try Place()
    let file = try place.write("precious", "precious")
    for code in Words.codes {
      let run = try Annai.run(
        ["check", "example.com", "--save-case", file, "--lang", code], in: place)
      #expect(run.status == 66, "\(run)")
      #expect(run.output == "")
      #expect(
        run.dialogue.unspaced
          == (try Words(code).error("error.case-exists", ["file": .text(file)])).unspaced)
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
  }

  @Test("A case that cannot be written is said after the result", arguments: Words.codes)
  func unwritable(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let file = place.file("absent/one.case")
    let run = try Annai.run(
      ProgramTests.CheckTests.arguments(
        ["healthy.com"], lab, "--lang", code, "--save-case", file), in: place)
    #expect(run.status == 66, "\(run)")
    #expect(
      run.output.says(
        try Words(code)("report.result.verified", ["domain": .text("healthy.com")])), "\(run)")
    #expect(run.dialogue.says(try Words(code).error("error.case-not-saved", ["file": .text(file)])))
  }
}
