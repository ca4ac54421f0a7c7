import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("A session for a screen reader") struct AccessibleTests {}
}

extension ProgramTests.AccessibleTests {
  /// What moves a cursor or draws: escapes, backspaces, and a return that no line break follows.
  private func control(in octets: [UInt8]) -> [String] {
    let text = String(decoding: octets, as: UTF8.self).unicodeScalars
    let array = Array(text)
    return array.indices.compactMap { index in
      let scalar = array[index]
      let isReturn = scalar == "\r" && index + 1 < array.count && array[index + 1] == "\n"
      let isPlain = scalar == "\n" || isReturn || scalar.properties.generalCategory != .control
      return isPlain
        ? nil
        : "U+\(String(scalar.value, radix: 16)) behind \(String(String.UnicodeScalarView(array[..<index].suffix(40))))"
    }
  }

  @Test("One sign behind the other, from the first to the last", arguments: ["en", "ko"])
  func appended(_ code: String) throws {
    let place = try Place()
    let session = try Session(
      ["--accessible", "--practice", "spf-multiple"], Words(code), in: place)
    let modes = try PseudoTerminal.spawn("/bin/cat").modes
    try session.answer("domain", "mail.example.cmo")
    // Enter alone takes what is proposed, also where it cannot stand in the line.
    try session.answer("domain")
    try session.answer("dkimHost", "own._domainkey")
    try session.answer("dkimValue", ":back")
    try session.hear("wizard.proposal", [:])
    try session.hear("own._domainkey")
    try session.answer("dkimHost", "？")
    try session.hear("wizard.keys", [:])
    try session.answer("dkimHost")
    try session.terminal.expect("dkimValue> ")
    #expect(try place.savedRun().value("domain") == "mail.example.com")
    #expect(try place.savedRun().value("dkimHost") == "own._domainkey")
    try session.terminal.send("\u{3}")
    try session.hear("wizard.interrupted", [:])
    try session.reply(to: "dkimValue> ")
    try session.answer("dkimValue", ":copy")
    try session.hear("copy.by-hand", [:])
    try session.answer("dkimValue")
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.reply("c 2", to: session.words.prompt("records"))
    try session.goOn("records")
    try session.reply("1", to: session.words.prompt("verify"))
    try session.hear("report.id", ["id": .text("spf-multiple")])
    try session.goOn("verify")
    try session.finish()
    #expect(try session.terminal.waitForExit() == .exited(0))
    #expect(control(in: session.terminal.transcript) == [])
    #expect(session.terminal.modes == modes)
  }

  @Test("The rows of a pasted table are no answers to the next questions")
  func table() throws {
    let place = try Place()
    let session = try Session(["--accessible", "--practice"], Words("id"), in: place)
    try session.answer("domain")
    try session.answer(
      "dkimHost", "mail MX mx.example.net\rmail TXT v=spf1 ~all\rown._domainkey.mail TXT v=DKIM1")
    try session.hear("wizard.found-within", [:])
    try session.hear("own._domainkey")
    try session.answer("dkimHost")
    try session.terminal.expect("dkimValue> ")
    #expect(try place.savedRun().value("dkimHost") == "own._domainkey")
    #expect(try place.savedRun().answer("dkimValue") == nil)
  }

  @Test("Waiting, looking, Ctrl-Z, Ctrl-D and a terminal that is resized write nothing else")
  func disturbed() throws {
    let (silence, place) = (try SilentPort(), try Place())
    let session = try Session(
      inShell: ["--accessible"] + silence.options(in: place), Words("ja"), in: place)
    try session.terminal.expect("domain> ")
    let start = session.terminal.transcript.count
    session.terminal.resize(columns: 60, rows: 20)
    try session.suspend()
    // The question is asked again.
    try session.answer("domain", "mail.example.com")
    let parts = try session.words.parts(
      "look.looking", ["domain": .text("mail.example.com")], around: "duration")
    for part in parts { try session.hear(part) }
    try session.terminal.send("\u{3}")
    try session.terminal.expect(session.words.prompt("interrupted"))
    try session.terminal.send("\u{4}")
    try session.terminal.expect(Session.shellPrompt)
    #expect(try place.savedRun().value("domain") == "mail.example.com")
    // bash itself may write escapes, before the start.
    #expect(control(in: Array(session.terminal.transcript[start...])) == [])
  }
}
