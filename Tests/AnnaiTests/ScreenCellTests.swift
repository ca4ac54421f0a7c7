import Localization
import Terminal
import TestSupport
import Testing

extension ProgramTests.ScreenTests {
  @Test("A real terminal counts the cells as annai does", arguments: Words.codes, columns)
  func cells(_ code: String, _ columns: Int) throws {
    let (place, words) = (try Place(), try Words(code))
    let screen = try start("mx-missing-dot", words, in: place, columns: columns)
    for question in Session.questions {
      try screen.wait(for: "\(question)>")
      try screen.sendKeys("Enter")
    }
    try wait(words.prompt("records"), on: screen)
    try checkFields(screen.capture(), words)
    try screen.sendKeys("Enter")
    try wait(words.prompt("verify"), on: screen)
    try checkTable(screen.capture(), words)
    try screen.sendKeys("2", "Enter")
    try wait(words("report.index.origin", ["numbers": .list(["1"])]), on: screen)
    try wait(words.prompt("verify"), on: screen)
    try compare(screen.capture(), with: place.octets("written"), columns: columns)
  }

  @Test("After another size everything is laid out for it", arguments: Words.codes)
  func resized(_ code: String) throws {
    let (place, words) = (try Place(), try Words(code))
    let screen = try start("name-doubled", words, in: place, columns: 80)
    for question in Session.questions {
      try screen.wait(for: "\(question)>")
      try screen.sendKeys("Enter")
    }
    let prompt = try words.prompt("records")
    try wait(prompt, on: screen)
    let title = try words(
      "record.title", ["number": .integer(3), "count": .integer(4), "id": .text("DKIM")])
    var shown = try screen.capture().count { $0 == title }
    for columns in [40, 200, 41] {
      try screen.resize(columns: columns, rows: Self.rows)
      try screen.type("3")
      try screen.sendKeys("Enter")
      // One card more than before, and the prompt below it.
      shown += 1
      let rows = try screen.wait(for: title) { rows in
        rows.count { $0 == title } == shown && rows.suffix(4).joined().says(prompt)
      }
      let written = CellGrid.rows(try place.octets("written"), columns: columns)
      let card = lastCard(written, title)
      #expect(card.count > 8)
      #expect(lastCard(rows, title) == card)
      try checkFields(card, words)
    }
  }

  /// The wizard on a real terminal, from its first octet on; all that it writes is in the file
  /// `written` too.
  private func start(
    _ scenario: String, _ words: Words, in place: Place, columns: Int
  ) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      "/bin/sh",
      arguments: [
        "-c", "read -r line; exec \"$0\" \"$@\"", Annai.path.get(), "setup", "--lang", words.code,
        "--practice", scenario,
      ], environment: place.environment(["NO_COLOR": "1", "LANG": "C.UTF-8"]), columns: columns,
      rows: Self.rows)
    try screen.record(to: place.write("written", ""))
    try screen.sendKeys("Enter")
    return screen
  }

  private func wait(_ sentence: String, on screen: TmuxScreen) throws {
    try screen.wait(for: sentence, within: Session.patience) {
      $0.suffix(60).joined().says(sentence)
    }
  }

  /// The rows from the last title of a card to the prompt below it.
  private func lastCard(_ rows: [String], _ title: String) -> [String] {
    guard let index = rows.lastIndex(of: title) else { return [] }
    return Array(rows[index...].prefix { !$0.hasPrefix("Enter") })
  }

  /// Every row is what the octets make of it; the rows of prompts are libedit's.
  private func compare(_ screen: [String], with octets: [UInt8], columns: Int) throws {
    var rest = screen[...]
    var (skipped, prompts) = (0, 0)
    for line in CellGrid.lines(octets) {
      if line.contains("> ") {
        prompts += 1
        continue
      }
      for row in CellGrid.rows(line, columns: columns) {
        let next = try #require(rest.firstIndex(of: row), "no row \(row.debugDescription)")
        skipped += next - rest.startIndex
        rest = rest[(next + 1)...]
      }
    }
    #expect(prompts > 6)
    #expect(skipped <= 3 * prompts, "\(skipped) rows are not what was written")
    #expect(screen.allSatisfy { DisplayWidth.of($0) <= columns })
  }

  /// The colons of a record's fields stand in one column.
  private func checkFields(_ screen: [String], _ words: Words) throws {
    let labels = try ["host", "type", "value", "full-name"].map { try words("record.\($0)") }
    let cells = screen.compactMap { row -> Int? in
      guard labels.contains(where: { row.hasPrefix("  \($0) ") }),
        let colon = row.firstRange(of: " : ")
      else { return nil }
      return DisplayWidth.of(String(row[..<colon.lowerBound]))
    }
    #expect(cells.count > 2)
    #expect(Set(cells).count == 1, "\(cells)")
  }

  /// Status, type and name of the records stand in columns, cell by cell; so do the titles of the
  /// findings behind their numbers.
  private func checkTable(_ screen: [String], _ words: Words) throws {
    let statuses = try ["match", "missing", "mismatch", "waiting", "unknown"].map {
      "[\(try words("record.status.\($0)"))]"
    }
    let rows = screen.filter { row in statuses.contains { row.hasPrefix($0) } }
    #expect(rows.count == 4)
    let columns = try rows.map { row in
      let match = try #require(row.firstMatch(of: /^(\[.+?\] +)((?:MX|TXT) +)/))
      return [DisplayWidth.of(String(match.1)), DisplayWidth.of(String(match.0))]
    }
    #expect(Set(columns).count == 1, "\(rows)")
    let start = try #require(screen.lastIndex { $0.hasPrefix("  1. ") })
    let titles = screen[start...].prefix { !$0.isEmpty }
    #expect(titles.count { $0.firstMatch(of: /^ {2}\d\. \S/) != nil } > 1)
    #expect(titles.allSatisfy { $0.firstMatch(of: /^( {2}\d\. | {5})\S/) != nil }, "\(titles)")
  }
}
