import Foundation
import Lab
import Localization
import Practice
import TestSupport
import Testing

extension ProgramTests {
  @Suite("annai walkthrough") struct WalkthroughTests {
    /// The ids of the repository's walkthroughs.
    static let shipped: [String] = {
      let folder = Words.root.appending(path: "Playbooks/walkthroughs").path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func file(_ id: String) -> String {
      Words.root.appending(path: "Playbooks/walkthroughs/\(id).yaml").path
    }

    /// A shipped walkthrough with something changed, as a file in a place.
    static func changed(
      _ id: String, _ old: String, to new: String, in place: Place
    ) throws -> String {
      let text = try String(contentsOfFile: file(id), encoding: .utf8)
      try #require(text.contains(old))
      return try place.write("\(id).yaml", text.replacing(old, with: new))
    }
  }
}

extension ProgramTests.WalkthroughTests {
  @Test("There is one for each practice scenario, and they are at least 14")
  func complete() {
    #expect(Set(Scenario.all.map(\.id)).subtracting(Self.shipped) == [])
    #expect(Self.shipped.count >= 14)
  }

  @Test("Each is as expected in every language", arguments: shipped)
  func everything(_ id: String) throws {
    let run = try Annai.run(
      ["walkthrough", "run", Self.file(id), "--all-languages", "--format", "json"], in: Place())
    #expect(run.status == 0, "\(run)")
    let schema = try JSONSchema(
      contentsOf: Words.root.appending(path: "Schemas/annai.walkthrough.schema.json"))
    #expect(try schema.violations(in: run.output) == [])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(object as? [String: Any])
    let plays = try #require(document["walkthroughs"] as? [[String: Any]])
    #expect(Set(plays.compactMap { $0["language"] as? String }) == Set(Words.codes))
    #expect(Set(plays.compactMap { $0["title"] as? String }).count == Words.codes.count)
    #expect(plays.allSatisfy { $0["passed"] as? Bool == true })
  }

  @Test("What the tables say for walkthroughs is said in one")
  func texts() throws {
    let table = Words.root.appending(path: "Localizations/en/walkthrough.arb")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: table))
    let keys = try #require(object as? [String: Any]).keys.filter { $0.hasPrefix("walk.") }
    #expect(!keys.isEmpty)
    let files = try Self.shipped.map { try String(contentsOfFile: Self.file($0), encoding: .utf8) }
    for key in keys { #expect(files.contains { $0.contains(": \(key)\n") }, "\(key)") }
  }

  @Test("The shipped files have no mistakes")
  func sound() throws {
    let files = Self.shipped.map(Self.file)
    let run = try Annai.run(["walkthrough", "check", "--lang", "ko"] + files, in: Place())
    #expect(run.status == 0, "\(run)")
    #expect(
      run.output.says(try Words("ko")("mistake.none", ["files": .integer(files.count)])), "\(run)")
  }

  @Test("The transcript is in one language, with nothing left to fill in", arguments: Words.codes)
  func transcript(_ code: String) throws {
    let run = try Annai.run(["walkthrough", "run", "spf-multiple", "--lang", code], in: Place())
    #expect(run.status == 0, "\(run)")
    let words = try Words(code)
    #expect(run.output.says(try words("practice.spf-multiple.story")))
    #expect(run.output.says(try words("walkthrough.next")))
    #expect(run.output.contains("domain> \n"))
    #expect(!run.output.contains("walkthrough.") && !run.output.contains("playbook."), "\(run)")
    #expect(run.output.firstMatch(of: /\{[A-Za-z]+[,}]/) == nil, "\(run)")
  }

  @Test("What is not as expected is said with its line", arguments: Words.codes)
  func unmet(_ code: String) throws {
    let place = try Place()
    let file = try Self.changed(
      "healthy", "status: verified", to: "status: waiting\n      without: [spf-multiple]",
      in: place)
    let run = try Annai.run(["walkthrough", "run", file, "--lang", code], in: place)
    #expect(run.status == 1, "\(run)")
    let sentence = try Words(code)(
      "walkthrough.unmet.status",
      ["expected": .text("waiting"), "observed": .text("verified")])
    #expect(run.output.says(sentence), "\(run)")
    #expect(run.output.contains("healthy.yaml:"), "\(run)")
  }

  @Test(
    "A step that cannot be taken ends the run and says why",
    arguments: [
      ("value: mail.example.com}", "value: 'mail example com'}", "refused"),
      ("{question: domain, value: mail.example.com}", "{question: mailServer}", "not-asked"),
      ("refused: true", "refused: false", "refused"),
      ("  - add: all\n", "  - submit: now\n", "not-here"),
      ("  - add: all\n", "  - publish: ['@ NOTHING']\n", "unreadable-record"),
    ])
  func stuck(_ old: String, _ new: String, _ code: String) throws {
    let place = try Place()
    let file = try Self.changed("healthy", old, to: new, in: place)
    let run = try Annai.run(["walkthrough", "run", file, "--format", "json"], in: place)
    #expect(run.status == 1, "\(run)")
    #expect(run.output.contains("\"code\" : \"\(code)\""), "\(run)")
  }

  @Test("A file with a mistake is called a walkthrough", arguments: Words.codes)
  func malformed(_ code: String) throws {
    let place = try Place()
    let file = try Self.changed("healthy", "  - add: all\n", to: "  - adds: all\n", in: place)
    let run = try Annai.run(["walkthrough", "run", file, "--lang", code], in: place)
    #expect(run.status == 65 && run.output.isEmpty, "\(run)")
    let start = try Words(code)("error.walkthrough").prefix { $0 != "{" }
    #expect(run.dialogue.says(String(start)), "\(run)")
  }

  @Test("A record that the person adds besides is seen")
  func published() throws {
    let place = try Place()
    let file = try Self.changed(
      "spf-multiple", "  - check: now\n  - expect:",
      to: "  - publish: ['_dmarc.mail TXT \"v=DMARC1; p=reject\"']\n  - check: now\n  - expect:",
      in: place)
    let run = try Annai.run(["walkthrough", "run", file], in: place)
    #expect(run.output.contains("p=reject"), "\(run)")
  }

  @Test(
    "Texts that are not where they are expected, cell by cell",
    arguments: [
      ("{aligned: [mail.example.com.,", "{aligned: [TXT  mail.example.com.,", "alignment"),
      ("\"_dmarc.mail.example.com.\"", "\"_dmarc.mail.example.org.\"", "screen"),
    ])
  func cells(_ old: String, _ new: String, _ code: String) throws {
    let place = try Place()
    let file = try Self.changed("healthy", old, to: new, in: place)
    let run = try Annai.run(
      ["walkthrough", "run", file, "--all-languages", "--format", "json"], in: place)
    #expect(run.status == 1, "\(run)")
    let count = run.output.matches(of: try Regex("\"code\" : \"\(code)\"")).count
    #expect(count == Words.codes.count, "\(run)")
  }

  @Test(
    "The same file gives the same octets every time",
    arguments: [
      ("text", "registry-hold"), ("markdown", "negative-cache"), ("asciicast", "negative-cache"),
    ])
  func reproducible(_ format: String, _ id: String) throws {
    // Other times of day and other places make no difference.
    let zones = ["Asia/Seoul", "America/New_York"]
    let outputs = try zones.map { zone in
      let run = try Annai.run(
        ["walkthrough", "run", id, "--format", format, "--lang", "ja"], in: Place(),
        environment: ["TZ": zone])
      #expect(run.status == 0, "\(run)")
      return run.output
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].firstMatch(of: /#[0-9]/) == nil, "a port of this machine is shown")
  }

  @Test("The Internet is a world too", arguments: Words.codes)
  func live(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let file = try place.write(
      "live.yaml",
      """
      version: 1
      title: walkthrough.recorded
      world: {live: true}
      steps:
        - answer: {question: domain, value: mailbox.com}
        - answer: {question: dkimHost}
        - answer: {question: dkimValue}
        - answer: {question: mailServer}
        - answer: {question: reportAddress}
        - check: now
        - expect:
            status: problems
            findings: [{id: mx-existing-mailbox, record: mx}]
            records: {mx: mismatch, spf: match, dkim: match}
            exit: 1
            screen: ["mailbox.com."]
      """)
    let run = try Annai.run(
      ["walkthrough", "run", file, "--lang", code, "--set", "dkimValue=\(Lab.dkimValue)"]
        + lab.options, in: place)
    #expect(run.status == 0, "\(run)")
    // Without the value, the question stays open, and the file alone does not have it.
    let open = try Annai.run(
      ["walkthrough", "run", file, "--format", "json"] + lab.options, in: place)
    #expect(open.status == 1, "\(open)")
    #expect(open.output.contains("\"code\" : \"refused\""), "\(open)")
  }

  @Test("A saved case is a world too")
  func caseFile() throws {
    let place = try Place()
    let saved = try Annai.run(
      [
        "check", "mail.example.com", "--practice", "spf-multiple", "--save-case",
        place.file("x.json"),
      ],
      in: place)
    #expect(saved.status == 1, "\(saved)")
    let file = try place.write(
      "case.yaml",
      """
      version: 1
      title: practice.spf-multiple.title
      world: {case: x.json}
      steps:
        - check: now
        - expect: {status: problems, exit: 1, findings: [spf-multiple], records: {spf: mismatch}}
      """)
    let run = try Annai.run(["walkthrough", "run", file, "--lang", "id"], in: place)
    #expect(run.status == 0, "\(run)")
    let title = try Words("id")("practice.spf-multiple.title")
    #expect(run.output.says(title), "\(run)")
  }

  @Test("Every mistake of a file at once, and nothing is played")
  func mistakes() throws {
    let place = try Place()
    let file = try Self.changed("healthy", "status: verified", to: "status: verifeid", in: place)
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("mx: match", with: "mxx: match").replacing(
        "question: dkimHost", with: "question: dkimHots")
    try place.write("healthy.yaml", text)
    let run = try Annai.run(["walkthrough", "check", file, "--lang", "ja"], in: place)
    #expect(run.status == 65, "\(run)")
    let words = try Words("ja")
    for nearest in ["verified", "mx", "dkimHost"] {
      #expect(run.output.says(try words("mistake.nearest", ["word": .text(nearest)])), "\(run)")
    }
    let document = try Annai.run(["walkthrough", "check", file, "--format", "json"], in: place)
    let schema = try JSONSchema(
      contentsOf: Words.root.appending(path: "Schemas/annai.walkthrough-check.schema.json"))
    #expect(try schema.violations(in: document.output) == [])
    let played = try Annai.run(["walkthrough", "run", file], in: place)
    #expect(played.status == 65, "\(played)")
    #expect(played.output == "")
  }

  @Test("Files that are none", arguments: ["none.yaml", "nothing-of-that-name"])
  func none(_ name: String) throws {
    for command in ["run", "check"] {
      let run = try Annai.run(["walkthrough", command, name], in: Place())
      #expect(run.status == 66, "\(run)")
    }
  }

  @Test("A recording is asciicast v3")
  func asciicast() throws {
    let run = try Annai.run(
      ["walkthrough", "run", "name-doubled", "--format", "asciicast", "--lang", "ja"], in: Place())
    #expect(run.status == 0, "\(run)")
    let lines = try run.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let header = try #require(lines.first as? [String: Any])
    #expect(header["version"] as? Int == 3)
    #expect((header["term"] as? [String: Any])?["cols"] as? Int == 80)
    let events = try lines.dropFirst().map { try #require($0 as? [Any]) }
    #expect(events.allSatisfy { $0.count == 3 && ($0[0] as? Double ?? -1) >= 0 })
    #expect(Set(events.compactMap { $0[1] as? String }) == ["o", "x"])
    #expect(events.last?[2] as? String == "0")
    let shown = events.compactMap { $0[2] as? String }.joined()
    #expect(shown.says(try Words("ja")("practice.name-doubled.story")))
    #expect(shown.count { $0 == "\n" } == 0, "each line break is a carriage return and a line feed")
    let two = try Annai.run(
      ["walkthrough", "run", "healthy", "--all-languages", "--format", "asciicast"], in: Place())
    #expect(two.status == 64, "\(two)")
  }

  @Test("Test results are JUnit's, with what came from outside escaped")
  func junit() throws {
    let place = try Place()
    let file = try Self.changed(
      "healthy", "exit: 0\n      screen:", to: "exit: 7\n      screen: ['<&\"'] #", in: place)
    let run = try Annai.run(["walkthrough", "run", file, "--format", "junit"], in: place)
    #expect(run.status == 1, "\(run)")
    #expect(run.output.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
    #expect(run.output.contains("tests=\"1\" failures=\"1\""))
    #expect(run.output.contains("&lt;&amp;&quot;"), "\(run)")
    #expect(!run.output.contains("<&"))
  }

  @Test("A page in Markdown", arguments: Words.codes)
  func markdown(_ code: String) throws {
    let run = try Annai.run(
      ["walkthrough", "run", "dkim-cut", "--format", "markdown", "--lang", code], in: Place())
    #expect(run.status == 0, "\(run)")
    #expect(run.output.hasPrefix("## "))
    #expect(run.output.contains("\n```\n"))
    #expect(run.output.says(try Words(code)("practice.dkim-cut.title")))
  }

  @Test("The list has ids and titles", arguments: Words.codes)
  func list(_ code: String) throws {
    let run = try Annai.run(["walkthrough", "list", "--lang", code], in: Place())
    #expect(run.status == 0, "\(run)")
    for id in Self.shipped { #expect(run.output.contains("\(id)\n")) }
    #expect(run.output.says(try Words(code)("practice.apex-mailbox.title")))
  }
}
