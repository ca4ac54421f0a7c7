import Testing

@testable import Terminal

@Suite("Tables")
struct TextTableTests {
  private func table() -> TextTable {
    var table = TextTable(headings: ["種類", "Name", "Status"])
    table.append(["TXT", "example.jp.", TextTable.Cell("[OK]", .green)])
    table.append(["CNAME", "記録.example.jp.", "[PROBLEM]"])
    return table
  }

  @Test("Columns stand below each other in cells")
  func aligned() {
    #expect(
      table().lines(columns: 80) == [
        "種類   Name              Status",
        "-----  ----------------  ---------",
        "TXT    example.jp.       [OK]",
        "CNAME  記録.example.jp.  [PROBLEM]",
      ])
  }

  @Test("A screen that is too narrow gets one line for each cell, all whole")
  func narrow() {
    #expect(
      table().lines(columns: 33) == [
        "種類    TXT", "Name    example.jp.", "Status  [OK]", "",
        "種類    CNAME", "Name    記録.example.jp.", "Status  [PROBLEM]",
      ])
    #expect(table().lines(columns: 34).count == 4)
  }

  @Test("Styles take no cells")
  func styled() {
    let lines = table().lines(columns: 80) { text, style in style == .green ? "<\(text)>" : text }
    #expect(lines[2] == "TXT    example.jp.       <[OK]>")
  }

  @Test("Short rows are filled, long ones cut, controls shown, ends without spaces")
  func odd() {
    var table = TextTable(headings: ["A", "B"])
    table.append(["x\u{1B}"])
    table.append(["1", "2", "3"])
    #expect(table.lines(columns: 80) == ["A      B", "-----  -", "x\\x1b", "1      2"])
    #expect(TextTable(headings: []).lines(columns: 80) == ["", ""])
  }
}
