import Foundation
import Terminal
import Testing

@Suite("The clipboard of the terminal")
struct ClipboardTests {
  @Test(
    "The text is in the sequence, in base64",
    arguments: ["a", "ab", "abc", "v=DKIM1; k=rsa; p=MIGf", "日本語\n", "\u{1B}]52;c;eA==\u{7}"])
  func sequence(_ text: String) throws {
    let sequence = try #require(Clipboard.sequence(text))
    #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{7}"))
    let base64 = String(sequence.dropFirst(7).dropLast())
    #expect(base64 == Data(text.utf8).base64EncodedString())
    // Nothing in the text can end the sequence early.
    #expect(base64.allSatisfy { $0.isASCII && !$0.isWhitespace })
  }

  @Test("No more than terminals take, and not nothing")
  func limits() {
    #expect(Clipboard.sequence("") == nil)
    #expect(Clipboard.sequence(String(repeating: "a", count: Clipboard.longest)) != nil)
    #expect(Clipboard.sequence(String(repeating: "a", count: Clipboard.longest + 1)) == nil)
    #expect(Clipboard.sequence(String(repeating: "あ", count: Clipboard.longest / 3 + 1)) == nil)
  }
}
