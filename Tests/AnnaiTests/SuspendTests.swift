import Localization
import TestSupport
import Testing

extension ProgramTests {
  @Suite("Ctrl-Z and fg on the way") struct SuspendTests {}
}

extension ProgramTests.SuspendTests {
  @Test("At the records and after a check", arguments: ["ja"])
  func places(_ code: String) throws {
    let session = try Session(
      inShell: ["--practice", "spf-multiple"], Words(code), in: Place())
    for question in Session.questions {
      if question == "dkimHost" {
        try session.terminal.expect("\(question)> ")
        try session.terminal.send("own._domain")
        try session.suspend()
        // What was typed stands there again.
        try session.terminal.expect("\(question)> ")
        try session.terminal.expect("own._domain")
        try session.terminal.send("key\r")
      } else {
        try session.answer(question)
      }
    }
    for place in ["records", "verify"] {
      try session.terminal.expect(session.words.prompt(place))
      try session.suspend()
      try session.terminal.expect(session.words.prompt(place))
      // A command, to see that the place goes on as before.
      try session.terminal.send("1\r")
      if place == "records" {
        try session.hear(
          "record.title", ["number": .integer(1), "count": .integer(4), "id": .text("MX")])
      } else {
        try session.hear("report.id", ["id": .text("spf-multiple")])
      }
      try session.goOn(place)
    }
    try session.finish()
    try session.terminal.expect(Session.shellPrompt)
    try session.terminal.send("exit 7\r")
    #expect(try session.terminal.waitForExit() == .exited(7))
  }

  @Test("During a look, which begins anew", arguments: ["id"])
  func look(_ code: String) throws {
    let (silence, place) = (try SilentPort(), try Place())
    let session = try Session(inShell: silence.options(in: place), Words(code), in: place)
    try session.answer("domain", "mail.example.com")
    let parts = try session.words.parts(
      "look.looking", ["domain": .text("mail.example.com")], around: "duration")
    for part in parts { try session.hear(part) }
    try session.suspend()
    for part in parts { try session.hear(part) }
    try session.terminal.send("\u{3}")
    try session.reply(":save", to: session.words.prompt("interrupted"))
    try session.terminal.expect(Session.shellPrompt)
  }
}
