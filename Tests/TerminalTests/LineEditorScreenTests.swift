import TestSupport
import Testing

@Suite("The line editor on a screen")
struct LineEditorScreenTests {
  private func screen(_ arguments: String..., columns: Int = 40) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      Probing.path.get(), arguments: arguments, columns: columns, rows: 12)
    try screen.wait(for: arguments.contains("--prompt") ? "送信>" : ">")
    return screen
  }

  @Test(
    "Wide characters are drawn and taken back by cells",
    arguments: [
      ["--prompt", "送信> "], ["--styled", "--prompt", "送信> "],
    ])
  func cells(arguments: [String]) throws {
    let screen = try TmuxScreen(Probing.path.get(), arguments: arguments, columns: 40, rows: 12)
    try screen.wait(for: "送信>")
    try screen.type("例え도메")
    try screen.wait(for: "送信> 例え도메")
    try screen.sendKeys("BSpace", "Left", "Left")
    try screen.type("x")
    try screen.wait(for: "cursor") { rows in
      let cursor = try screen.cursor()
      return rows.last == "送信> 例xえ도" && cursor == (0, 9)
    }
    try screen.sendKeys("Enter")
    try screen.wait(for: "EVENT line <例xえ도>")
  }

  @Test("A wide character that does not fit the last cell goes to the next row")
  func wrapped() throws {
    let screen = try screen(columns: 20)
    try screen.type("あいうえおかきくけこさ")
    try screen.wait(for: "two rows") { $0.suffix(2) == ["> あいうえおかきくけ", "こさ"] }
    try screen.sendKeys("BSpace", "BSpace", "BSpace")
    try screen.wait(for: "one row") { $0.last == "> あいうえおかきく" }
    try screen.sendKeys("Enter")
    try screen.wait(for: "EVENT line <あ")
  }

  @Test("A paste in brackets waits for Enter")
  func paste() throws {
    let screen = try screen(columns: 80)
    try screen.paste("( \"v=DKIM1; \"\n\t\"p=例\" )\n")
    try screen.wait(for: "> ( \"v=DKIM1; \" \"p=例\" )")
    #expect(try !screen.capture().contains { $0.contains("EVENT") })
    try screen.sendKeys("Enter")
    try screen.wait(for: "EVENT line <( \"v=DKIM1; \" \"p=例\" )>")
  }

  @Test("What comes after an event starts below the whole text")
  func below() throws {
    let screen = try screen(columns: 20)
    try screen.type("あいうえおかきくけこさしす")
    try screen.wait(for: "こさしす")
    try screen.sendKeys("Home", "BTab")
    try screen.wait(for: "> ") {
      $0 == ["> あいうえおかきくけ", "こさしす", "EVENT back", ">"]
    }
  }

  @Test("A smaller screen shows the text again, and keeps it")
  func resize() throws {
    let screen = try screen(columns: 40)
    try screen.type("送信ドメイン名の設定を確認します")
    try screen.wait(for: "確認します")
    try screen.resize(columns: 24, rows: 12)
    try screen.wait(for: "the text again") {
      $0.suffix(2) == ["> 送信ドメイン名の設定を", "確認します"]
    }
    try screen.sendKeys("Enter")
    try screen.wait(for: "EVENT line <送信ドメイ")
  }

  @Test("Candidates are shown below, and the line again")
  func completion() throws {
    let screen = try screen()
    try screen.type("mail")
    try screen.sendKeys("Tab")
    try screen.wait(for: "the line again") {
      $0 == ["> mail", "mail.example.com  mailer.example.com", "> mail"]
    }
    try screen.sendKeys("C-c")
    try screen.wait(for: "the next question") { $0.suffix(2) == ["EVENT interrupt", ">"] }
    try screen.sendKeys("C-d")
    try screen.wait(for: "the end") { _ in try screen.exitStatus() == 0 }
  }
}
