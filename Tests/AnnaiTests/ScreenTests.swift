import Localization
import Terminal
import TestSupport
import Testing

extension ProgramTests {
  @Suite("What a screen shows") struct ScreenTests {
    /// A size of a terminal; the second is the narrowest that people still use.
    static let columns = [80, 40]
    /// Higher than anything that is shown, so that nothing scrolls away.
    static let rows = 500
  }
}

extension ProgramTests.ScreenTests {
  /// What was written since the start, line by line, without what only moves the cursor.
  private func lines(_ session: Session) -> [String] {
    String(decoding: session.terminal.transcript, as: UTF8.self)
      .replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
      .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether a line may be wider than the screen: values and names are never broken.
  private func isWhole(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return !text.contains(" ") || text.contains(" : ") || text.contains("> ")
      || ["[", "`", "v=DKIM1; "].contains { text.hasPrefix($0) }
  }

  @Test("No sentence is wider than the screen", arguments: Words.codes, columns)
  func widths(_ code: String, _ columns: Int) throws {
    let place = try Place()
    let session = try Session(
      ["--practice", "name-doubled"], Words(code), in: place, columns: columns, rows: Self.rows)
    for question in Session.questions {
      try session.terminal.expect("\(question)> ")
      try session.terminal.send("?")
      try session.answer(question)
    }
    try session.goOn("records")
    try session.goOn("verify")
    try session.goOn("review")
    #expect(try session.terminal.waitForExit() == .exited(0))
    for line in lines(session) where DisplayWidth.of(line) > columns {
      #expect(isWhole(line), "\(DisplayWidth.of(line)) cells: \(line)")
    }
  }

  @Test("A real terminal counts the cells as annai does", arguments: Words.codes, columns)
  func cells(_ code: String, _ columns: Int) throws {
    let place = try Place()
    let words = try Words(code)
    let screen = try TmuxScreen(
      Annai.path.get(), arguments: ["setup", "--lang", code, "--practice", "name-doubled"],
      environment: place.environment(["NO_COLOR": "1", "LANG": "C.UTF-8"]), columns: columns,
      rows: Self.rows)
    // The first screen.
    try screen.wait(for: "domain>")
    let first = try screen.capture()
    let title = try words("wizard.title", ["service": .text(words.playbook("name"))])
    #expect(first.joined().says(title))
    #expect(first.allSatisfy { DisplayWidth.of($0) <= columns })
    // Every sentence ends before the edge: nothing was wrapped by the terminal.
    let written = try writtenLines(words, columns: columns, upTo: "domain> ")
    #expect(first.dropLast() == written.dropLast()[...])

    // The record screen, then the check.
    for question in Session.questions {
      try screen.wait(for: "\(question)>")
      try screen.sendKeys("Enter")
    }
    let prompt = try words("wizard.prompt.records")
    try screen.wait(for: prompt) { $0.joined().says(prompt) }
    let records = try screen.capture()
    for (index, id) in ["MX", "SPF", "DKIM", "DMARC"].enumerated() {
      let title = try words(
        "record.title", ["number": .integer(index + 1), "count": .integer(4), "id": .text(id)])
      #expect(records.contains(title))
    }
    try checkFields(records, words)
    try screen.sendKeys("Enter")
    let again = try words("wizard.prompt.verify")
    let check = try screen.wait(for: again) { $0.joined().says(again) }
    try checkTable(check, words, columns: columns)
  }

  /// The lines of the program itself up to a prompt.
  private func writtenLines(
    _ words: Words, columns: Int, upTo prompt: String
  ) throws -> [String] {
    let place = try Place()
    let session = try Session(
      ["--practice", "name-doubled"], words, in: place, columns: columns, rows: Self.rows)
    try session.terminal.expect(prompt)
    return lines(session).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The colons of a record's fields stand in one column.
  private func checkFields(_ screen: [String], _ words: Words) throws {
    let labels = try ["host", "type", "value", "full-name"].map { try words("record.\($0)") }
    var cells: Set<Int> = []
    for row in screen {
      guard let label = labels.first(where: { row.hasPrefix("  \($0) ") }),
        let colon = row.firstRange(of: " : ")
      else { continue }
      #expect(!label.isEmpty)
      cells.insert(DisplayWidth.of(String(row[..<colon.lowerBound])))
    }
    #expect(cells.count == 1, "\(cells)")
  }

  /// Status, type and name of the records stand in columns, cell by cell.
  private func checkTable(_ screen: [String], _ words: Words, columns: Int) throws {
    let statuses = try ["match", "missing", "mismatch", "waiting", "unknown"].map {
      "[\(try words("record.status.\($0)"))]"
    }
    let rows = screen.filter { row in statuses.contains { row.hasPrefix($0) } }
    #expect(rows.count == 4)
    var types: Set<Int> = []
    var names: Set<Int> = []
    for row in rows {
      let match = try #require(row.firstMatch(of: /^(\[.+?\] +)((?:MX|TXT) +)/))
      types.insert(DisplayWidth.of(String(match.1)))
      names.insert(DisplayWidth.of(String(match.0)))
    }
    #expect(types.count == 1, "\(rows)")
    #expect(names.count == 1, "\(rows)")
  }
}
