import TestSupport
import Testing

@Suite("Pasting into the line editor")
struct LineEditorPasteTests {
  private func bracketed(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test(
    "A value in several lines arrives as one, and only with Enter",
    arguments: [400, 5000, 20_000], ["\r", "\n", "\r\n"])
  func long(characters: Int, lineBreak: String) throws {
    let terminal = try Probing.start()
    let lines = Probing.keyLines(characters: characters)
    try terminal.send(bracketed(lines.joined(separator: lineBreak) + lineBreak))
    try terminal.send(" end\r")
    try terminal.expectEvent("line <\(lines.joined(separator: " ")) end>")
  }

  @Test(
    "Keys in a paste are text or nothing",
    arguments: [
      ("a\u{3}b", "ab"), ("?", "?x"), ("\u{1B}[Zq", "[Zq"), ("a\tb", "a b"), ("\u{4}\u{1A}例", "例"),
      ("\u{1B}[201", "[201"), ("", ""), ("\n", ""), ("か\u{3099}", "が"),
    ])
  func keys(_ pasted: String, line: String) throws {
    let terminal = try Probing.start()
    // The letter after keeps a single "?" from being a wish for help.
    let after = line == "?x" ? "x" : ""
    try terminal.send(bracketed(pasted) + after + "\r")
    try terminal.expectEvent("line <\(line)>")
  }

  @Test("A paste goes in at the cursor, and pastes add up")
  func place() throws {
    let terminal = try Probing.start()
    try terminal.send("ad\u{1B}[D" + bracketed("b") + bracketed("c\n") + "\r")
    try terminal.expectEvent("line <abcd>")
  }

  @Test("Too much is refused whole")
  func tooLong() throws {
    let terminal = try Probing.start()
    try terminal.send("a" + bracketed(String(repeating: "x", count: 1 << 16)) + "b\r")
    try terminal.expectEvent("line <ab>")
  }

  @Test("Ctrl-C ends a paste that does not end")
  func endless() throws {
    let terminal = try Probing.start()
    try terminal.send("\u{1B}[200~abc")
    // Nothing is shown of it that could be waited for; a paste with Ctrl-C in the middle drops it,
    // so it is pressed until it comes alone.
    while (try? terminal.expect("EVENT interrupt", within: .milliseconds(300))) == nil {
      try terminal.send("\u{3}")
    }
    try terminal.send("on\r")
    try terminal.expectEvent("line <on>")
  }

  @Test("Bracketed paste is on while a line is read, and only then")
  func switching() throws {
    let terminal = try Probing.start()
    try terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
    let all = String(decoding: terminal.transcript, as: UTF8.self)
    let switches = all.matches(of: /\u{1B}\[\?2004([hl])/).map { String($0.1) }
    #expect(switches == ["h", "l"])
  }

  @Test(
    "A terminal that knows nothing is sent no such thing",
    arguments: [
      ["TERM": "dumb"], [:], ["TERM": ""],
    ])
  func dumb(environment: [String: String]) throws {
    let terminal = try Probing.start(environment: environment)
    try terminal.send("例\r")
    try terminal.expectEvent("line <例>")
    #expect(!String(decoding: terminal.transcript, as: UTF8.self).contains("2004"))
  }

  @Test("Without brackets the lines of an open value can be joined", arguments: [400, 2500])
  func unbracketed(characters: Int) throws {
    let terminal = try Probing.start("--join")
    let lines = Probing.keyLines(characters: characters)
    try terminal.send(lines.joined(separator: "\r") + "\rnext\r")
    try terminal.expectEvent("line <\(lines.joined(separator: " "))>")
    try terminal.expectEvent("line <next>")
  }

  @Test("One long line without brackets arrives whole")
  func oneLine() throws {
    let terminal = try Probing.start()
    let line = Probing.keyLines(characters: 20_000).joined()
    try terminal.send(line + "\r")
    try terminal.expectEvent("line <\(line)>")
  }
}
