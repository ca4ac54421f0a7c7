import Foundation
import Lab
import Localization
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProgramTests {
  /// A session that is written down has no mistakes, and plays to the same end.
  @Suite("annai walkthrough record") struct WalkthroughRecordTests {}
}

extension ProgramTests.WalkthroughRecordTests {
  private func start(
    _ file: String, _ arguments: [String], _ words: Words, in place: Place
  ) throws -> PseudoTerminal {
    try Annai.start(
      ["walkthrough", "record", file, "--lang", words.code] + arguments, in: place)
  }

  /// Checks and plays a file; gives the end of the play.
  private func play(
    _ file: String, _ arguments: [String] = [], in place: Place,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> (exit: Int?, expectations: Int?) {
    let check = try Annai.run(["walkthrough", "check", file], in: place)
    #expect(check.status == 0, "\(check)", sourceLocation: location)
    let run = try Annai.run(
      ["walkthrough", "run", file, "--format", "json", "--lang", "id"] + arguments, in: place)
    #expect(run.status == 0, "\(run)", sourceLocation: location)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(object as? [String: Any])
    let plays = try #require(document["walkthroughs"] as? [[String: Any]])
    return (plays.first?["exit"] as? Int, plays.first?["expectations"] as? Int)
  }

  @Test("On a terminal, with detours", arguments: Words.codes)
  func session(_ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let file = place.file("mine.yaml")
    let terminal = try start(file, ["--practice", "spf-multiple"], words, in: place)
    func reply(_ text: String, to prompt: String) throws {
      try terminal.expect(prompt, within: Session.patience)
      try terminal.send(text + "\r")
    }
    try reply("exmaple,com", to: "domain> ")
    // What stands in the line after a refusal is deleted first.
    try reply("\u{15}mail.acme-shop.com", to: "domain> ")
    try reply(":back", to: "dkimHost> ")
    try reply("\u{15}post.acme-shop.com", to: "domain> ")
    try reply("", to: "dkimHost> ")
    let secret = "-----BEGIN PRIVATE KEY-----MIIEvQIBADANBgkqhkiG9w0"
    try reply(secret, to: "dkimValue> ")
    try reply("\u{15}", to: "dkimValue> ")
    try reply("", to: "mailServer> ")
    try reply("dmarc@acme-shop.com", to: "reportAddress> ")
    try reply("", to: words.prompt("records"))
    try reply("", to: words.prompt("verify"))
    try reply("change 5", to: words.prompt("review"))
    try reply("\u{15}reports@acme-shop.com", to: "reportAddress> ")
    try reply("", to: words.prompt("records"))
    try reply("", to: words.prompt("review"))
    try terminal.expect("annai walkthrough run \(file)", within: Session.patience)
    #expect(try terminal.waitForExit() == .exited(0))

    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains("BEGIN") && !text.contains("exmaple"), "\(text)")
    #expect(text.contains("value: \"post.acme-shop.com\""), "\(text)")
    #expect(text.contains("{id: spf-multiple, role: cause, record: spf}"), "\(text)")
    #expect(text.contains("world: next"), "\(text)")
    #expect(text.contains("value: \"reports@acme-shop.com\""), "\(text)")
    #expect(text.hasSuffix("service: verified\n      exit: 0\n"), "\(text)")
    #expect(try play(file, in: place).exit == 0)
  }

  @Test("However it ends, the file plays", arguments: Session.questions + ["records", "verify"])
  func unfinished(_ last: String) throws {
    let place = try Place()
    let words = try Words("ja")
    let file = place.file("mine.yaml")
    let terminal = try start(file, ["--practice", "name-doubled"], words, in: place)
    for question in Session.questions {
      try terminal.expect("\(question)> ", within: Session.patience)
      if question == last { break }
      try terminal.send("\r")
    }
    if ["records", "verify"].contains(last) {
      try terminal.expect(words.prompt("records"), within: Session.patience)
    }
    if last == "verify" {
      try terminal.send("\r")
      try terminal.expect(words.prompt("verify"), within: Session.patience)
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(signal: SIGKILL))
    #expect(try play(file, in: place).exit == (last == "verify" ? 1 : 3))
  }

  @Test("Who saves and leaves is told where the file is")
  func left() throws {
    let place = try Place()
    let words = try Words("ko")
    let terminal = try start(place.file("a b.yaml"), ["--practice"], words, in: place)
    try terminal.expect("domain> ")
    try terminal.send(":save\r")
    try terminal.expect("annai walkthrough run '\(place.file("a b.yaml"))'")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(try play(place.file("a b.yaml"), in: place).exit == 3)
  }

  @Test("A file that is there stays, and nothing begins", arguments: Words.codes)
  func existing(_ code: String) throws {
    let place = try Place()
    let file = try place.write("mine.yaml", "precious")
    let run = try Annai.run(
      ["walkthrough", "record", file, "--practice", "--no-input", "--lang", code], in: place)
    #expect(run.status == 66, "\(run)")
    #expect(
      run.dialogue.says(try Words(code).error("record.export-exists", ["file": .text(file)])))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
    let nowhere = try Annai.run(
      ["walkthrough", "record", place.file("no/where"), "--practice", "--no-input"], in: place)
    #expect(nowhere.status == 66, "\(nowhere)")
  }

  @Test(
    "Stories of every kind",
    arguments: [
      ("negative-cache", "advance: wait"), ("registry-hold", "id: registry-hold"),
      ("apex-mailbox", "id: mx-existing-mailbox"), ("dms-first-domain", "playbook: tencent-dms"),
    ])
  func story(_ scenario: String, _ part: String) throws {
    let place = try Place()
    let file = place.file("mine.yaml")
    let run = try Annai.run(
      ["walkthrough", "record", file, "--practice", scenario, "--no-input"], in: place)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains(part), "\(text)")
    #expect(text.contains("title: practice.\(scenario).title"))
    let end = try play(file, in: place)
    #expect(end.exit.map(Int32.init) == run.status, "\(run)")
  }

  @Test(
    "A token of somebody's account is not written, and said to be left out", arguments: Words.codes)
  func token(_ code: String) throws {
    let place = try Place()
    let file = place.file("mine.yaml")
    let run = try Annai.run(
      [
        "walkthrough", "record", file, "--practice", "--playbook", "google-workspace",
        "--no-input", "--set", "token=google-site-verification=MyOwnToken", "--lang", code,
      ], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(
      run.dialogue.says(try Words(code)("walkthrough.left-out", ["ids": .list(["token"])])),
      "\(run)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!text.contains("MyOwnToken") && text.contains("{question: token}"), "\(text)")
    #expect(try play(file, in: place).exit == 0)
  }

  @Test("A live session, against the servers that it was recorded with")
  func live() async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let file = place.file("mine.yaml")
    let run = try Annai.run(
      [
        "walkthrough", "record", file, "healthy.com", "--no-input", "--set",
        "dkimValue=\(Lab.dkimValue)",
      ] + lab.options, in: place)
    #expect(run.status == 0, "\(run)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("world: {live: true}") && text.contains("status: verified"), "\(text)")
    #expect(!text.contains("  - add:"), "\(text)")
    let end = try play(file, lab.options, in: place)
    #expect(end.exit == 0)
    #expect(end.expectations == 3)
  }

  @Test("Options come from the environment as they do for the wizard")
  func environment() throws {
    let place = try Place()
    let file = place.file("mine.yaml")
    let run = try Annai.run(
      ["walkthrough", "record", file], in: place,
      environment: ["ANNAI_PRACTICE": "healthy", "ANNAI_NO_INPUT": "1", "ANNAI_LANG": "ja"])
    #expect(run.status == 0, "\(run)")
    #expect(try play(file, in: place).exit == 0)
  }
}
