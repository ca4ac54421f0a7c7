import Testing

@testable import Terminal

@Suite struct CellRowTests {
  private func columns(_ text: String, in row: String) -> [Int] {
    CellRow(row).columns(of: CellRow(text))
  }

  @Test(arguments: [
    ("MX", "[ok] MX", [5]), ("MX", "[一致] MX", [7]), ("MX", "[일치] MX", [7]), ("致", "[一致] MX", [3]),
    ("a", "aba", [0, 2]), ("aa", "aaa", [0, 1]), ("x", "abc", []), ("abc", "ab", []),
    ("", "abc", []),
    ("か", "が", []), ("が", "か\u{3099}", [0]), ("e", "e\u{301}", []),
  ])
  func aWideCharacterTakesTwoCells(text: String, row: String, expected: [Int]) {
    #expect(columns(text, in: row) == expected)
  }

  @Test func aMarkAloneTakesNoCell() {
    #expect(columns("b", in: "\u{200D}ab") == [1])
  }

  @Test func rowsThatLookTheSameAreTheSame() {
    #expect(CellRow("名前 : a") == CellRow("名前 : a"))
    #expect(CellRow("名前: a") != CellRow("名前 :a"))
  }
}
