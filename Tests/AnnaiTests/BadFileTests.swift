import Foundation
import Localization
import Testing
import Wizard

extension ProgramTests {
  @Suite("Files that are not what they should be") struct BadFileTests {
    /// A spoiled file of the resources, and how the program ends.
    struct Spoiled: Sendable, CustomTestStringConvertible {
      let file: String
      /// Nil removes the file.
      let text: String?
      let status: Int32
      /// The line that is named.
      var line: Int?
      var arguments = ["setup", "--practice", "--no-input"]
      var testDescription: String { "\(file) \(text?.prefix(20).debugDescription ?? "gone")" }
    }

    private static let english = "Localizations/en/wizard.arb"
    private static let japanese = "Localizations/ja/wizard.arb"
    private static let inJapanese = ["setup", "--practice", "--no-input", "--lang", "ja"]
    private static let playbook = "Playbooks/tencent-ses.yaml"
    private static let hosts = "Playbooks/dns-hosts.yaml"

    static let spoiled = [
      Spoiled(file: english, text: "", status: 65, line: 1),
      Spoiled(file: english, text: "{\n  \"a\": \"b\",\n", status: 65, line: 3),
      Spoiled(file: english, text: "{\n  \"a\": \"b\"\n  \"c\": \"d\"\n}", status: 65, line: 3),
      Spoiled(file: english, text: "{\n  \"a\": 1\n}", status: 65, line: 2),
      Spoiled(
        file: english, text: "{\n  \"a\": \"b\",\n  \"a\": \"c\"\n}", status: 65, line: 3),
      Spoiled(
        file: japanese, text: "[\n]\n", status: 65, line: 1, arguments: inJapanese),
      Spoiled(
        file: japanese, text: "{\n\"a\": \"\\ud800\"}", status: 65, line: 2,
        arguments: inJapanese),
      Spoiled(file: playbook, text: "", status: 65, line: 1),
      Spoiled(file: playbook, text: "id: tencent-ses\n\tservice: x\n", status: 65, line: 2),
      Spoiled(file: playbook, text: "id: tencent-ses\nservice: name\nodd: 1\n", status: 65),
      Spoiled(file: playbook, text: "id: other\n", status: 65),
      Spoiled(file: playbook, text: "- a\n- b\n", status: 65, line: 1),
      Spoiled(file: playbook, text: "a: &a [*a]\n", status: 65, line: 1),
      Spoiled(file: playbook, text: nil, status: 64),
      Spoiled(file: hosts, text: "hosts: [\n", status: 65),
      Spoiled(file: hosts, text: "nothing\n", status: 65, line: 1),
      Spoiled(file: hosts, text: nil, status: 66),
    ]
  }
}

extension ProgramTests.BadFileTests {
  /// One clear line, or two where it is wrapped; no trap, no results, no escapes.
  private func expectClearEnd(
    _ run: Annai.Outcome, _ status: Int32, naming file: String, line: Int? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, "\(run)", sourceLocation: location)
    #expect(run.output == "", sourceLocation: location)
    #expect(run.dialogue.hasPrefix("annai: "), "\(run)", sourceLocation: location)
    #expect(run.dialogue.says(file), "\(run)", sourceLocation: location)
    #expect(
      !run.dialogue.unicodeScalars.contains(where: isRawControl), sourceLocation: location)
    #expect(run.dialogue.split(separator: "\n").count <= 5, "\(run)", sourceLocation: location)
    if let line {
      let numbers = run.dialogue.replacing(file, with: "").split { !$0.isNumber }
      #expect(numbers.contains("\(line)"), "\(run)", sourceLocation: location)
    }
  }

  @Test("A spoiled table or playbook is named with its line", arguments: spoiled)
  func resources(_ item: Spoiled) throws {
    let place = try Place()
    let folder = try place.copyResources()
    if let text = item.text {
      try place.write("resources/\(item.file)", text)
    } else {
      try FileManager.default.removeItem(atPath: "\(folder)/\(item.file)")
    }
    let run = try Annai.run(
      item.arguments, in: place, environment: ["ANNAI_RESOURCES": folder])
    let name =
      item.text == nil && item.status == 64
      ? "tencent-ses" : String(item.file.split(separator: "/").last ?? "")
    expectClearEnd(run, item.status, naming: name, line: item.line)
  }

  @Test("A spoiled table is no hindrance in another language")
  func otherLanguage() throws {
    let place = try Place()
    let folder = try place.copyResources()
    try place.write("resources/Localizations/ja/wizard.arb", "broken")
    let run = try Annai.run(
      ["practice", "list", "--lang", "ko"], in: place, environment: ["ANNAI_RESOURCES": folder])
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue == "")
  }

  @Test("A language without a text speaks English there")
  func missingTable() throws {
    let place = try Place()
    let folder = try place.copyResources()
    try FileManager.default.removeItem(atPath: "\(folder)/Localizations/ja/practice.arb")
    let run = try Annai.run(
      ["practice", "list", "--lang", "ja"], in: place, environment: ["ANNAI_RESOURCES": folder])
    #expect(run.status == 0, "\(run)")
    #expect(run.output.says(try Words("en")("practice.healthy.story")))
  }

  @Test(
    "ANNAI_RESOURCES that leads nowhere is said with its path",
    arguments: ["nowhere", "home", ".stdin"])
  func noResources(_ name: String) throws {
    let place = try Place()
    for arguments in [["practice", "list"], ["--help"], ["check", "example.com"], []] {
      let run = try Annai.run(
        arguments, in: place, environment: ["ANNAI_RESOURCES": place.file(name)])
      expectClearEnd(run, 66, naming: place.file(name))
    }
    // The version is wanted most when nothing else works.
    let version = try Annai.run(
      ["--version"], in: place, environment: ["ANNAI_RESOURCES": place.file(name)])
    #expect(version.status == 0 && version.output.hasPrefix("annai "), "\(version)")
  }

  @Test(
    "A spoiled answers file is named with its line",
    arguments: [
      ("", 1), ("- domain\n", 1), ("version: 2\nanswers: {}\n", 1),
      ("version: 1\nanswers:\n  domain: [a]\n", 3), ("version: 1\n\nanswer:\n  domain: a\n", 3),
      ("version: 1\nanswers:\n\tdomain: a\n", 3), ("version: 1\nanswers: x\n", 2),
      ("version: 1\nanswers:\n  domain: \"a\n", 4), ("answers: &a\n  domain: *a\n", 1),
      ("version: 1\n", 1), ("\u{0}", 1), ("version: 1\nanswers: {domain: a\n", 3),
    ])
  func answers(_ text: String, _ line: Int) throws {
    let place = try Place()
    let file = try place.write("answers.yaml", text)
    for code in Words.codes {
      let run = try Annai.run(
        ["setup", "--no-input", "--answers", file, "--lang", code], in: place)
      #expect(run.status == 65, "\(run)")
      #expect(
        run.dialogue.says(
          try Words(code).error("error.answers", ["file": .text(file), "line": .integer(line)])),
        "\(run)")
    }
  }

  @Test("A file that cannot be read at all", arguments: ["answers", "root-hints"])
  func unreadable(_ option: String) throws {
    let place = try Place()
    for (file, status) in [(place.file("missing"), Int32(66)), (place.file("home"), 66)] {
      let run = try Annai.run(["setup", "--no-input", "--\(option)", file], in: place)
      expectClearEnd(run, status, naming: file)
    }
    let binary = try place.write("binary", [0x66, 0xFF, 0xFE, 0x0A])
    expectClearEnd(
      try Annai.run(["setup", "--no-input", "--\(option)", binary], in: place), 65, naming: binary)
    // The name of a file is from outside too.
    let odd = place.file("odd\u{1B}[2Jname")
    let run = try Annai.run(["setup", "--no-input", "--\(option)", odd], in: place)
    expectClearEnd(run, 66, naming: #"odd\x1b[2Jname"#)
  }

  @Test(
    "Root hints that lead nowhere are named with their line",
    arguments: [("", 1), (". NS a.example.\n(((\n", 2), ("nonsense\n", 1)])
  func rootHints(_ text: String, _ line: Int) throws {
    let place = try Place()
    let file = try place.write("hints", text)
    let run = try Annai.run(["check", "example.com", "--root-hints", file], in: place)
    expectClearEnd(run, 65, naming: file, line: line)
  }

  @Test(
    "A spoiled saved run is named with its line",
    arguments: [
      ("", 65, 1), ("{", 65, 1), ("{\n  \"schema\": \"annai.run/1\",\n  oops\n}\n", 65, 3),
      ("{\"schema\": \"annai.run/9\"}", 65, 1), ("[]", 65, 1), ("null", 65, 1),
    ])
  func savedRun(_ text: String, _ status: Int32, _ line: Int) throws {
    let place = try Place()
    try place.makeFolder("state/annai/runs/0badcafe")
    let file = try place.write("state/annai/runs/0badcafe/state.json", text)
    let run = try Annai.run(["setup", "--resume", "0badcafe", "--no-input"], in: place)
    expectClearEnd(run, status, naming: file, line: line)
    // Without its name it is passed over.
    let latest = try Annai.run(["setup", "--resume", "--no-input"], in: place)
    expectClearEnd(latest, 66, naming: "\(place.path)/state/annai/runs")
  }

  @Test("A run of another playbook or scenario, or with a hostile answer, is no trap")
  func editedRun() throws {
    let place = try Place()
    let start = try Annai.run(["setup", "--practice", "--no-input"], in: place)
    #expect(start.status == 0)
    let saved = try place.savedRun()
    let path = "state/annai/runs/\(saved.id)/state.json"
    let text = try String(contentsOfFile: place.file(path), encoding: .utf8)
      .replacing("\"finished\"", with: "\"review\"")
    let edits = [
      ("\"tencent-ses\"", "\"../../etc/passwd\"", Int32(64)), ("\"healthy\"", "\"none\"", 64),
      ("\"mail.example.com\"", "\"com\"", 0), ("\"mail.example.com\"", "\"\\u001b[2J\"", 0),
      ("\"review\"", "\"question:nothing\"", 0), ("\"review\"", "\"elsewhere\"", 65),
      ("annai.run/1", "annai.run/2", 65),
    ]
    for (old, new, status) in edits {
      try place.write(path, text.replacing(old, with: new))
      let run = try Annai.run(["setup", "--resume", saved.id, "--no-input"], in: place)
      #expect(run.status == status, "\(old) -> \(new): \(run)")
      #expect(!run.dialogue.unicodeScalars.contains(where: isRawControl))
    }
  }

  @Test("Where nothing can be saved, nothing begins", arguments: Words.codes)
  func unwritable(_ code: String) throws {
    let place = try Place()
    // A file where the folder should be.
    try place.write("state/annai", "")
    let run = try Annai.run(
      ["setup", "--practice", "--no-input", "--lang", code], in: place)
    #expect(run.status == 66, "\(run)")
    #expect(run.dialogue.says("\(place.path)/state/annai/runs"), "\(run)")
  }
}
