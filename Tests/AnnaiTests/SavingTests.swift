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
  @Suite("Stopping and going on") struct SavingTests {
    /// Something that ends the program from outside or by the person's wish.
    struct End: Sendable, CustomTestStringConvertible {
      let signal: Int32
      let status: Int32
      var testDescription: String { "\(status)" }
    }

    static let ends = [
      End(signal: SIGTERM, status: 143), End(signal: SIGHUP, status: 129),
    ]
  }
}

extension ProgramTests.SavingTests {
  @Test("`:save` keeps everything, `--resume` goes on", arguments: Words.codes)
  func save(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice", "spf-multiple"], Words(code), in: place)
    try session.answer("domain", "shop.example.co.kr")
    try session.answer("dkimHost", "own._domainkey")
    try session.answer("dkimValue", ":save")
    let saved = try place.savedRun()
    try session.hear("wizard.saved", ["command": .text("annai setup --resume \(saved.id)")])
    #expect(try session.terminal.waitForExit() == .exited(130))

    for run in ["--resume", "--resume=\(saved.id)"] {
      let session = try Session([run], Words(code), in: place)
      try session.terminal.expect("dkimValue> ")
      #expect(try place.savedRun().answers == saved.answers)
      if run == "--resume" {
        try session.terminal.send(":quit\r")
        #expect(try session.terminal.waitForExit() == .exited(130))
      } else {
        try session.terminal.send("\r")
        try session.answer("mailServer")
        try session.answer("reportAddress")
        try session.goOn("records")
        try session.hear("report.id", ["id": .text("spf-multiple")])
        try session.goOn("verify")
        try session.hear("report.result.verified", ["domain": .text("shop.example.co.kr")])
        try session.finish()
        #expect(try session.terminal.waitForExit() == .exited(0))
      }
    }
  }

  @Test(
    "Of several runs the one that is named is resumed",
    arguments: [["--resume=", "--accessible"], ["--accessible", "--resume="]])
  func named(_ arguments: [String]) throws {
    let place = try Place()
    var ids: [String] = []
    for domain in ["one.example.com", "two.example.com", "three.example.com"] {
      let session = try Session(["--practice"], Words("en"), in: place)
      try session.answer("domain", domain)
      try session.answer("dkimHost", ":save")
      #expect(try session.terminal.waitForExit() == .exited(130))
      let new = try place.savedRuns().map { $0.id }.filter { !ids.contains($0) }
      ids += new
      #expect(new.count == 1)
    }
    let named = arguments.map { $0 == "--resume=" ? $0 + ids[1] : $0 }
    let session = try Session(named, Words("en"), in: place)
    try session.answer("dkimHost", "own._domainkey")
    try session.terminal.expect("dkimValue> ")
    let changed = try place.savedRuns().filter { $0.value("dkimHost") != nil }
    #expect(changed.map { $0.value("domain") } == ["two.example.com"])
  }

  @Test("Ctrl-C asks once and ends at the second time", arguments: Words.codes)
  func interrupt(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    let modes = try PseudoTerminal.spawn("/bin/cat").modes
    try session.answer("domain")
    try session.terminal.expect("dkimHost> ")
    try session.terminal.send("half an answ\u{3}")
    try session.hear("wizard.interrupted", [:])
    try session.terminal.expect("dkimHost> ")
    // Enter after Ctrl-C goes on, without an answer.
    try session.terminal.send("\r")
    try session.terminal.expect("dkimHost> ")
    #expect(try place.savedRun().position == .question("dkimHost"))
    try session.terminal.send("\u{3}")
    try session.hear("wizard.interrupted", [:])
    try session.terminal.expect("dkimHost> ")
    try session.terminal.send("\u{3}")
    #expect(try session.terminal.waitForExit() == .exited(130))
    #expect(session.terminal.modes == modes)
    #expect(session.endsWithoutBracketedPaste)
  }

  @Test("Ctrl-D on an empty line ends and keeps")
  func endOfInput() throws {
    let place = try Place()
    let session = try Session(["--practice"], Words("id"), in: place)
    try session.answer("domain")
    try session.terminal.expect("dkimHost> ")
    try session.terminal.send("\u{4}")
    #expect(try session.terminal.waitForExit() == .exited(130))
    #expect(try place.savedRun().position == .question("dkimHost"))
  }

  @Test(
    "Signals end the program at any place; the terminal is as it was", arguments: ends,
    ["domain", "dkimValue", "records"])
  func signals(_ end: End, _ stop: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words("ja"), in: place)
    let modes = try PseudoTerminal.spawn("/bin/cat").modes
    for earlier in Session.questions.prefix(while: { $0 != stop }) { try session.answer(earlier) }
    try session.terminal.expect(
      stop == "records" ? session.words.prompt(stop) : "\(stop)> ")
    session.terminal.signal(end.signal)
    #expect(try session.terminal.waitForExit() == .exited(end.status))
    #expect(session.terminal.modes == modes)
    #expect(session.endsWithoutBracketedPaste)
  }

  @Test(
    "A kill at any question loses no answer",
    arguments: Session.questions + ["records", "review"])
  func kill(_ question: String) throws {
    let place = try Place()
    let words = try Words("ko")
    let answers = try ProgramTests.PracticeTests.ownAnswers()
    let isQuestion = Session.questions.contains(question)
    let prompt = isQuestion ? "\(question)> " : try words.prompt(question)
    let session = try Session(["--practice"], words, in: place)
    for earlier in Session.questions.prefix(while: { $0 != question }) {
      try session.answer(earlier, answers[earlier] ?? "")
    }
    if question == "review" { try session.goOn("records") }
    try session.terminal.expect(prompt)
    session.terminal.signal(SIGKILL)
    #expect(try session.terminal.waitForExit() == .killed(signal: SIGKILL))
    let saved = try place.savedRun()
    #expect(saved.answers.count == Session.questions.prefix { $0 != question }.count)

    let next = try Session(["--resume"], words, in: place)
    for open in Session.questions.drop(while: { $0 != question }) {
      try next.answer(open, answers[open] ?? "")
    }
    if question != "review" { try next.goOn("records") }
    try next.finish()
    #expect(try next.terminal.waitForExit() == .exited(0))
    let run = try place.savedRun()
    #expect(run.id == saved.id)
    for id in Session.questions { #expect(run.value(id) == answers[id]) }
  }

  @Test("A run that is over is not resumed")
  func finished() throws {
    let place = try Place()
    let first = try Annai.run(["setup", "--practice", "--no-input"], in: place)
    #expect(first.status == 0)
    for code in Words.codes {
      let run = try Annai.run(["setup", "--resume", "--lang", code], in: place)
      #expect(run.status == 66, "\(run)")
      let folder = "\(place.path)/state/annai/runs"
      #expect(run.dialogue.says(try Words(code).error("error.no-run", ["file": .text(folder)])))
    }
  }
}

extension Session {
  /// Whether the last switch that was sent turned bracketed paste off.
  var endsWithoutBracketedPaste: Bool {
    let text = String(decoding: terminal.transcript, as: UTF8.self)
    return text.matches(of: /\u{1B}\[\?2004([hl])/).last?.1 == "l"
  }
}
