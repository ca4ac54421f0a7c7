import Foundation
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  /// `docs/session-*.md`: whole sessions, as a person at a terminal sees them.
  ///
  /// `ANNAI_WRITE_SESSIONS=1`, or `make sessions`, writes them anew.
  @Suite("The sessions in the documentation") struct SessionDocumentTests {
    static let stories = [
      "en": "registry-hold", "id": "name-doubled", "ko": "dkim-cut", "ja": "mx-missing-dot",
    ]

    /// Where each of them sits (POSIX `TZ`).
    static let zones = ["en": "UTC0", "id": "WIB-7", "ko": "KST-9", "ja": "JST-9"]
  }
}

extension ProgramTests.SessionDocumentTests {
  @Test("They are what happens", arguments: Words.codes)
  func upToDate(_ code: String) throws {
    let (words, place) = (try Words(code), try Place())
    let story = try #require(Self.stories[code])
    let shown = try told(play(story, words, in: place), words, place)
    let file = Words.root.appending(path: "docs/session-\(code).md")
    let document = try String(contentsOf: file, encoding: .utf8)
    let (start, end) = ("```text\n", "\n```\n")
    let opening = try #require(document.range(of: start))
    let closing = try #require(
      document.range(of: end, range: opening.upperBound..<document.endIndex))
    #expect(document.contains("--practice \(story) --lang \(code)"))
    if ProcessInfo.processInfo.environment["ANNAI_WRITE_SESSIONS"] != nil {
      let written =
        document[..<opening.upperBound] + shown.joined(separator: "\n")
        + document[closing.lowerBound...]
      try Data(String(written).utf8).write(to: file)
      return
    }
    let kept = document[opening.upperBound..<closing.lowerBound]
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let different = zip(kept, shown).first { $0 != $1 }
    #expect(kept == shown, "make sessions; first difference: \(String(describing: different))")
  }

  /// Plays a story on a screen of 80 times 24: a slip, a question about a question, a way back, an
  /// article, the correction, the end.
  private func play(_ story: String, _ words: Words, in place: Place) throws -> [String] {
    let screen = try TmuxScreen(
      Annai.path.get(), arguments: ["setup", "--practice", story, "--lang", words.code],
      environment: place.environment([
        "NO_COLOR": "1", "LANG": "C.UTF-8", "TZ": Self.zones[words.code] ?? "",
      ]))
    try see("domain>", on: screen)
    try type("mail.example.con", on: screen)
    try see("domain> mail.example.com", on: screen)
    try screen.sendKeys("Enter")
    try see("dkimHost>", on: screen)
    try screen.sendKeys("Enter")
    try see("dkimValue>", on: screen)
    try screen.sendKeys("?")
    try see(words("wizard.keys") + "dkimValue>", on: screen)
    // An Enter right behind the key would belong to it.
    Thread.sleep(forTimeInterval: 1.1)
    try screen.sendKeys("Enter")
    try see("mailServer>", on: screen)
    try type("10 mxbiz1.qq.com", on: screen)
    try see("mailServer> 10 mxbiz1.qq.com", on: screen)
    try screen.sendKeys("C-u", "Enter")
    try see("reportAddress>", on: screen)
    try screen.sendKeys("BTab")
    try see("mailServer> mxbiz1.qq.com.", on: screen)
    try screen.sendKeys("Enter")
    try see("reportAddress>", on: screen)
    try screen.sendKeys("Enter")
    try see(words.prompt("records"), on: screen)
    try type("c 1", on: screen)
    try see("mxbiz1.qq.com." + words.prompt("records"), on: screen)
    try screen.sendKeys("Enter")
    try see(words("verify.commands") + words.prompt("verify"), on: screen)
    try type("1", on: screen)
    try see(words.prompt("verify"), on: screen, notBelow: words("verify.commands"))
    try screen.sendKeys("Enter")
    try see(words.prompt("review"), on: screen)
    try screen.sendKeys("Enter")
    try screen.wait(for: "the end", within: Session.patience) { _ in
      try screen.exitStatus() != nil
    }
    #expect(try screen.exitStatus() == 0)
    return try screen.history()
  }

  private func type(_ text: String, on screen: TmuxScreen) throws {
    try screen.type(text)
    try screen.sendKeys("Enter")
  }

  /// Waits until a text stands at the end of the screen, however it is wrapped.
  private func see(
    _ text: String, on screen: TmuxScreen, notBelow other: String? = nil
  ) throws {
    try screen.wait(for: text, within: Session.patience) { rows in
      let shown = rows.joined().unspaced
      let isOld = other.map { shown.hasSuffix(($0 + text).unspaced) } ?? false
      return shown.hasSuffix(text.unspaced) && !isOld
    }
  }

  /// What differs each time is made the same: the folder, the id of the run, moments, durations.
  private func told(_ rows: [String], _ words: Words, _ place: Place) throws -> [String] {
    let run = try place.savedRun().id
    let cost = try words.parts("report.cost", [:], around: "queries", "milliseconds")
    let fixed = try words("report.cost", ["queries": .integer(60), "milliseconds": .integer(20)])
    var rows = rows.map { row -> String in
      var row = row
      while row.last == " " { row.removeLast() }
      if cost.allSatisfy(row.contains), row.hasPrefix(cost.first ?? "") { return fixed }
      return row.replacing(place.path, with: "/home/you").replacing(run, with: "7f3a91c2")
        .replacing(/20\d\d-\d\d-\d\d \d\d:\d\d/, with: "2026-11-21 08:00")
        .replacing(/20\d\d-\d\d-\d\d/, with: "2026-11-21")
    }
    // tmux says that the program has ended.
    if let last = rows.last, last.hasPrefix("Pane is dead") { rows.removeLast() }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }
}
