import Testing

@testable import Terminal

@Suite("A paste becomes one line")
struct PastedScalarsTests {
  @Test(
    "Line breaks and tabs become one space, none at the ends",
    arguments: [
      ("a\nb", "a b"), ("a\r\n\tb", "a b"), ("\n\na", "a"), ("a\n\n", "a"), ("a  b", "a  b"),
      ("a \n b", "a   b"), ("\"x\"\r\"y\"", "\"x\" \"y\""), ("", ""), ("\n", ""),
    ])
  func breaks(_ pasted: String, line: String) { #expect(PastedScalars.line(pasted) == line) }

  @Test("What a terminal would obey or hide is dropped")
  func controls() {
    #expect(PastedScalars.line("\u{1B}[31ma\u{7}\u{9B}b\u{202E}\u{200B}\u{FEFF}c") == "[31mabc")
  }

  @Test("Too much is known as such, and not kept")
  func tooLong() {
    var pasted = PastedScalars()
    for _ in 0..<PastedScalars.limit { pasted.take("x") }
    #expect(!pasted.isTooLong)
    pasted.take("x")
    #expect(pasted.isTooLong)
    #expect(pasted.text.count == PastedScalars.limit)
  }
}
