import Localization
import Practice
import Terminal
import TestSupport
import Testing
import Wizard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ProgramTests {
  @Suite("A whole journey as a person takes it") struct WholeJourneyTests {}
}

extension ProgramTests.WholeJourneyTests {
  private func key() throws -> String {
    try #require(Scenario(id: "healthy")?.answers["dkimValue"])
  }

  /// Waits for a sentence at the end of what a screen shows, however it is wrapped.
  private func see(_ sentence: String, on screen: TmuxScreen) throws {
    let rows = try screen.wait(for: sentence, within: Session.patience) {
      $0.joined().says(sentence)
    }
    let columns = 100
    #expect(rows.allSatisfy { DisplayWidth.of($0) <= columns })
  }

  /// Waits until a prompt stands on the last row that is not empty.
  private func prompt(_ text: String, on screen: TmuxScreen) throws -> [String] {
    try screen.wait(for: text, within: Session.patience) { rows in
      let end = rows.suffix(4).joined()
      return end.unspaced.contains(text.unspaced)
    }
  }

  @Test("On a real terminal of 80 times 24", arguments: Words.codes)
  func screen(_ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let screen = try TmuxScreen(
      Annai.path.get(), arguments: ["setup", "--lang", code, "--practice", "name-doubled"],
      environment: place.environment(["NO_COLOR": "1", "LANG": "C.UTF-8"]))
    _ = try prompt("domain>", on: screen)
    // A wrong answer is named, and stands in the line to be corrected.
    try screen.type("exmaple com")
    try screen.sendKeys("Enter")
    try screen.wait(for: "domain> exmaple com", within: Session.patience)
    try screen.sendKeys("C-u")
    try screen.type("mail.example.com")
    try screen.sendKeys("Enter")
    try see(
      try words("look.host", ["host": .text("DNSPod"), "zone": .text("example.com")]), on: screen)
    _ = try prompt("dkimHost>", on: screen)

    // Back, and forward with the old answer.
    try screen.sendKeys("BTab")
    _ = try prompt("domain> mail.example.com", on: screen)
    try screen.sendKeys("Enter")
    _ = try prompt("dkimHost>", on: screen)

    // Another size in the middle of an answer.
    try screen.type("qcloud._dom")
    try screen.resize(columns: 60, rows: 20)
    _ = try prompt("dkimHost> qcloud._dom", on: screen)
    try screen.resize(columns: 80, rows: 24)
    _ = try prompt("dkimHost> qcloud._dom", on: screen)
    try screen.type("ainkey")
    try screen.sendKeys("Enter")

    // A key in three lines.
    _ = try prompt("dkimValue>", on: screen)
    let key = try key()
    let lines = [key.prefix(150), key.dropFirst(150).prefix(150), key.dropFirst(300)]
    try screen.paste(lines.joined(separator: "\n") + "\n")
    try screen.sendKeys("Enter")
    _ = try prompt("mailServer>", on: screen)
    #expect(try place.savedRun().value("dkimValue") == key)

    // Ctrl-C asks, Enter goes on.
    try screen.sendKeys("C-c")
    try see(try words("wizard.interrupted"), on: screen)
    try screen.sendKeys("Enter")
    _ = try prompt("mailServer>", on: screen)
    try screen.sendKeys("Enter")
    _ = try prompt("reportAddress>", on: screen)
    try screen.sendKeys("Enter")

    let records = try prompt(try words.prompt("records"), on: screen)
    #expect(records.allSatisfy { DisplayWidth.of($0) <= 80 })
    try screen.sendKeys("Enter")
    _ = try prompt(try words.prompt("verify"), on: screen)
    try screen.sendKeys("Enter")
    _ = try prompt(try words.prompt("review"), on: screen)
    try see(try words("review.commands"), on: screen)
    try screen.sendKeys("Enter")
    try see(try words("wizard.done", ["domain": .text("mail.example.com")]), on: screen)
    try screen.wait(for: "the end") { _ in try screen.exitStatus() == 0 }
  }

  @Test("Hung up, killed, stopped, and resumed each time", arguments: Words.codes)
  func interrupted(_ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let first = try Session(["--practice"], words, in: place)
    try first.answer("domain")
    try first.answer("dkimHost")
    try first.terminal.expect("dkimValue> ")
    first.terminal.signal(SIGHUP)
    #expect(try first.terminal.waitForExit() == .exited(129))

    let second = try Session(["--resume"], words, in: place)
    // The domain is looked at again: yesterday's DNS counts for nothing.
    try second.hear("look.host", ["host": .text("DNSPod"), "zone": .text("example.com")])
    try second.answer("dkimValue", Session.bracketed(try key()))
    try second.terminal.expect("mailServer> ")
    second.terminal.signal(SIGKILL)
    #expect(try second.terminal.waitForExit() == .killed(signal: SIGKILL))

    let third = try Session(["--resume"], words, in: place)
    try third.answer("mailServer")
    try third.answer("reportAddress")
    try third.terminal.expect(words.prompt("records"))
    third.terminal.signal(SIGTERM)
    #expect(try third.terminal.waitForExit() == .exited(143))

    let fourth = try Session(["--resume"], words, in: place)
    try fourth.goOn("records")
    try fourth.reply("1", to: words.prompt("review"))
    // Changed and changed back: nothing is asked twice.
    try fourth.answer("domain")
    try fourth.reply(":quit", to: words.prompt("review"))
    #expect(try fourth.terminal.waitForExit() == .exited(130))

    let last = try Session(["--resume"], words, in: place)
    try last.hear("report.result.verified", ["domain": .text("mail.example.com")])
    try last.finish()
    #expect(try last.terminal.waitForExit() == .exited(0))
    let run = try place.savedRun()
    #expect(run.position == .finished)
    #expect(run.value("dkimValue") == (try key()))
  }

  @Test("A screen reader hears lines, and nothing is written over", arguments: Words.codes)
  func accessible(_ code: String) throws {
    let session = try Session(["--practice", "--accessible"], Words(code), in: Place())
    try session.acceptAll()
    try session.finish()
    #expect(try session.terminal.waitForExit() == .exited(0))
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(!shown.contains("===") && !shown.contains("\u{1B}]") && !shown.contains("\u{1B}[1m"))
  }
}
