import TestSupport
import Testing

@Suite("Keys of the line editor")
struct LineEditorKeyTests {
  @Test(
    "Typing and taking back, in any script",
    arguments: [
      ("abc\u{7F}d\r", "abd"), ("記録録\u{7F}です\r", "記録です"), ("도메인인\u{7F} 이름\r", "도메인 이름"),
      ("あう\u{1B}[Dい\r", "あいう"), ("漢字\u{1}先\u{5}後\r", "先漢字後"), ("abc\u{15}い\r", "い"), ("é\r", "é"),
      ("👍\r", "👍"), ("\r", ""), ("か\u{3099}\r", "が"), ("가\u{11A8}\r", "각"),
    ])
  func typing(_ keys: String, line: String) throws {
    let terminal = try Probing.start()
    try terminal.send(keys)
    let shown = try terminal.expect(/EVENT line <(.*)>\r\n/).1
    #expect(Array(shown.unicodeScalars) == Array(line.unicodeScalars))
  }

  @Test("Octets that are not UTF-8, and control characters, do no harm")
  func octets() throws {
    let terminal = try Probing.start()
    try terminal.send([0xFF, 0x61, 0xE3, 0x81, 0x62, 0xC2, 0x9B, 0x16, 0x1B, 0x0D])
    try terminal.expectEvent("line <\u{FFFD}a\u{FFFD}b>")
  }

  @Test(
    "Back, help, interrupt and end",
    arguments: [
      ("\u{1B}[Z", "back"), ("abc\u{1B}[Z", "back"), ("\u{18}\u{2}", "back"), ("?", "help"),
      ("？\r", "help"), ("\u{3}", "interrupt"), ("abc\u{1B}[D\u{3}", "interrupt"), ("\u{4}", "end"),
    ])
  func events(_ keys: String, event: String) throws {
    let terminal = try Probing.start()
    try terminal.send(keys)
    try terminal.expectEvent(event)
    guard event != "end" else { return }
    try terminal.expect("> ")
    try terminal.send("on\r")
    try terminal.expectEvent("line <on>")
  }

  @Test("In a text ? is a letter and Ctrl-D nothing")
  func ordinary() throws {
    let terminal = try Probing.start()
    try terminal.send("a?\u{4}b\u{1}?\r")
    try terminal.expectEvent("line <?a?b>")
  }

  @Test(
    "Keys without a meaning here, internal ones too, leave the text alone",
    arguments: [
      "\u{1B}[A", "\u{1B}[B", "\u{12}", "\u{18}\u{11}", "\u{18}\u{10}", "\u{1B}x", "\u{1B}[201~",
      "\u{1B}[1;5D\u{1B}[1;5C",
    ])
  func harmless(_ keys: String) throws {
    let terminal = try Probing.start()
    try terminal.send("abc" + keys + "\u{5}")
    // An incremental search, if one began, ends with Ctrl-E.
    try terminal.send("\r")
    try terminal.expectEvent("line <abc>")
  }

  @Test("What is typed ahead is kept, also across events")
  func ahead() throws {
    let terminal = try Probing.start()
    try terminal.send("one\r二\r\u{1B}[Z?three\rquit\r")
    for event in ["line <one>", "line <二>", "back", "help", "line <three>", "line <quit>"] {
      try terminal.expectEvent(event)
    }
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(
    "A prefilled text can be edited; it is one line and no key",
    arguments: [
      ("example.jp", "example.jp!"), ("?", "?!"), ("送信", "送信!"), ("a\u{1B}[Zb\nc\u{3}", "a[Zb c!"),
      ("", "!"),
    ])
  func prefill(_ prefill: String, line: String) throws {
    let terminal = try Probing.start("--prefill", prefill)
    try terminal.send("!\r")
    try terminal.expectEvent("line <\(line)>")
  }

  @Test("Tab completes as far as it is certain, then shows what there is")
  func completion() throws {
    let terminal = try Probing.start()
    try terminal.send("ma\t\t")
    try terminal.expect("\nmail.example.com  mailer.example.com\r")
    try terminal.send(".\t\r")
    try terminal.expectEvent("line <mail.example.com>")
    try terminal.send("記\t\r")
    try terminal.expectEvent("line <記録.example.jp>")
    try terminal.send("xyz\t\r")
    try terminal.expectEvent("line <xyz>")
  }

  @Test("A prompt may be wide, styled and hostile")
  func prompt() throws {
    let hostile = try Probing.start(
      "--prompt", "\u{1B}]0;x\u{7} 도메인> ", prompt: "\\x1b]0;x\\x07 도메인> ")
    try hostile.send("가\r")
    try hostile.expectEvent("line <가>")
    let styled = try Probing.start(
      "--styled", "--prompt", "送信> ", prompt: "\u{1B}[1;36m送信>\u{1B}[0m ")
    try styled.send("記\r")
    try styled.expectEvent("line <記>")
  }
}
