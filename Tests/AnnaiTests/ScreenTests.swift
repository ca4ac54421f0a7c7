import Terminal
import TestSupport
import Testing

extension ProgramTests {
  @Suite("What a screen shows") struct ScreenTests {
    /// Widths of a terminal; the second is the narrowest that people still use.
    static let columns = [80, 40, 200]
    /// Higher than anything that is shown, so that nothing scrolls away.
    static let rows = 800
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

  // Wider than 80 cells is laid out as for 80.
  @Test("No sentence is wider than the screen", arguments: Words.codes, columns.prefix(2))
  func widths(_ code: String, _ columns: Int) throws {
    let place = try Place()
    let session = try Session(
      ["--practice", "name-doubled"], Words(code), in: place, columns: columns, rows: Self.rows)
    for question in Session.questions {
      try session.terminal.expect("\(question)> ")
      try session.terminal.send(":help\r")
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
}
