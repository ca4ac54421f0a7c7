import Foundation
import Localization
import TestSupport
import Testing
import Wizard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProgramTests {
  @Suite("Ctrl-C and Ctrl-Z while annai looks") struct DisturbedLookTests {}
}

extension ProgramTests.DisturbedLookTests {
  /// Waits for the line that says how long it has taken.
  private func hearProgress(_ key: String, _ session: Session) throws {
    let domain = Argument.text("mail.example.com")
    for part in try session.words.parts(key, ["domain": domain], around: "duration") {
      try session.hear(part)
    }
  }

  /// A saved run of somebody who waits for the records; its check takes as long as servers may.
  private func waitingRun(in place: Place) throws -> Run {
    var run = Run(
      id: "5a5a5a5a", playbook: "tencent-ses", practice: nil, position: .verify, at: 1_795_248_000)
    let answers = try ProgramTests.PracticeTests.ownAnswers()
      .merging(["domain": "mail.example.com"]) { $1 }
    run.answers = Session.questions.map {
      Run.Answer(question: $0, value: answers[$0], source: .typed)
    }
    let folder = try place.makeFolder("state/annai/runs/\(run.id)")
    try JSONEncoder().encode(run).write(to: URL(filePath: "\(folder)/state.json"))
    return run
  }

  @Test("Ctrl-C in the first look opens the menu", arguments: ["ko"])
  func firstLook(_ code: String) throws {
    let silence = try SilentPort()
    let place = try Place()
    let session = try Session(silence.options(in: place), Words(code), in: place)
    let prompt = try session.words.prompt("interrupted")
    let modes = try PseudoTerminal.spawn("/bin/cat").modes
    try session.answer("domain", "mail.example.com")
    try hearProgress("look.looking", session)
    try session.terminal.send("\u{3}")
    try session.hear("wizard.interrupted", [:])
    #expect(try place.savedRun().value("domain") == "mail.example.com")
    // On, which looks again.
    try session.reply(to: prompt)
    try hearProgress("look.looking", session)
    try session.terminal.send("\u{3}")
    // Back.
    try session.reply(":back", to: prompt)
    try session.answer("domain")
    try hearProgress("look.looking", session)
    try session.terminal.send("\u{3}")
    // And away.
    try session.terminal.expect(prompt)
    try session.terminal.send("\u{3}")
    try session.hear("wizard.saved", ["command": .text(resume(place))])
    #expect(try session.terminal.waitForExit() == .exited(130))
    #expect(session.terminal.modes == modes)
    #expect(session.endsWithoutBracketedPaste)
  }

  @Test("So it does in a check", arguments: ["\u{3}", "\u{4}"])
  func check(_ end: String) throws {
    let silence = try SilentPort()
    let place = try Place()
    let run = try waitingRun(in: place)
    let session = try Session(["--resume"] + silence.options(in: place), Words("ja"), in: place)
    for isLast in [false, true] {
      try session.hear("wizard.checking", ["domain": .text("mail.example.com")])
      try hearProgress("progress.checking", session)
      try session.terminal.send("\u{3}")
      try session.hear("wizard.interrupted", [:])
      try session.terminal.expect(session.words.prompt("interrupted"))
      if !isLast { try session.terminal.send("\r") }
    }
    try session.terminal.send(end)
    try session.hear("wizard.saved", ["command": .text(resume(place))])
    #expect(try session.terminal.waitForExit() == .exited(130))
    #expect(try place.savedRun().answers == run.answers)
    #expect(try place.savedRun().position == .verify)
  }

  @Test("Without a terminal, and by another signal, it ends at once", arguments: [SIGINT])
  func signals(_ number: Int32) throws {
    let silence = try SilentPort()
    let place = try Place()
    let key = try #require(ProgramTests.PracticeTests.ownAnswers()["dkimValue"])
    let session = try Session(
      ["--no-input", "--set", "domain=mail.example.com", "--set", "dkimValue=\(key)"]
        + silence.options(in: place), Words("ko"), in: place)
    try hearProgress("look.looking", session)
    session.terminal.signal(number)
    #expect(try session.terminal.waitForExit() == .exited(128 + number))
  }

  private func resume(_ place: Place) throws -> String {
    "annai setup --resume \(try place.savedRun().id)"
  }
}
