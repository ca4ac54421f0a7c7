import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("A misspelt ending of the domain") struct NearNameQuestionTests {}
}

extension ProgramTests.NearNameQuestionTests {
  @Test("The near name stands in the line and Enter takes it", arguments: Words.codes)
  func taken(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    try session.answer("domain", "news.example.cmo")
    try session.hear(
      "look.near-ending",
      [
        "ending": .text("cmo"), "suggestion": .text("news.example.com"),
        "domain": .text("news.example.cmo"),
      ])
    try session.terminal.expect("domain> ")
    try session.terminal.expect("news.example.com")
    #expect(try place.savedRun().answers.isEmpty)
    try session.terminal.send("\r")
    try session.terminal.expect("dkimHost> ")
    #expect(try place.savedRun().value("domain") == "news.example.com")
  }

  @Test("A comma, and no dot at all")
  func dots() throws {
    let place = try Place()
    let session = try Session(["--practice"], Words("id"), in: place)
    try session.answer("domain", "news.example,com")
    try session.hear("look.near", ["suggestion": .text("news.example.com")])
    try session.terminal.expect("domain> ")
    try session.terminal.expect("news.example.com")
    try session.terminal.send("\u{15}news.examplecom\r")
    // By its form this one is a name, under an ending that does not exist.
    try session.hear(
      "look.near-ending",
      [
        "ending": .text("examplecom"), "suggestion": .text("news.example.com"),
        "domain": .text("news.examplecom"),
      ])
    try session.terminal.expect("domain> ")
    try session.terminal.expect("news.example.com")
    #expect(try place.savedRun().answers.isEmpty)
  }

  @Test("Who types it once more means it, also on the command line", arguments: [false, true])
  func kept(_ isArgument: Bool) throws {
    let place = try Place()
    let silence = try SilentPort()
    let session = try Session(
      (isArgument ? ["mail.example.con"] : []) + silence.options(in: place), Words("en"),
      in: place)
    if !isArgument { try session.answer("domain", "mail.example.con") }
    try session.hear(
      "look.near-ending",
      [
        "ending": .text("con"), "suggestion": .text("mail.example.com"),
        "domain": .text("mail.example.con"),
      ])
    try session.answer("domain", "\u{15}mail.example.con")
    // It is looked at, however long that takes.
    let name = Argument.text("mail.example.con")
    for part in try session.words.parts("look.looking", ["domain": name], around: "duration") {
      try session.hear(part)
    }
    #expect(try place.savedRun().value("domain") == "mail.example.con")
  }

  @Test("The end of the input takes nothing")
  func end() throws {
    let place = try Place()
    let run = try Annai.run(["setup", "--practice"], in: place, input: "mail.example.con\n")
    #expect(run.status == 3, "\(run)")
    #expect(try place.savedRun().answers.isEmpty)
    let taken = try Annai.run(
      ["setup", "--practice"], in: try Place(), input: "mail.example.con\n\n:save\n")
    #expect(taken.status == 130, "\(taken)")
    #expect(taken.dialogue.contains("mail.example.com"))
  }
}
