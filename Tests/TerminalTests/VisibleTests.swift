import Testing

@testable import Terminal

@Suite("Text from outside, made visible")
struct VisibleTests {
  @Test(
    "What a terminal would obey or hide is spelled out",
    arguments: [
      ("\u{1B}[31m", "\\x1b[31m"), ("\0", "\\x00"), ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
      ("\u{7F}", "\\x7f"), ("\u{9B}31m", "\\u{9b}31m"), ("\r\n", "\\x0d\\x0a"),
      ("\u{202E}moc", "\\u{202e}moc"), ("\u{2066}", "\\u{2066}"), ("\u{61C}", "\\u{61c}"),
      ("\u{200B}\u{200D}\u{2060}", "\\u{200b}\\u{200d}\\u{2060}"), ("\u{FEFF}v=", "\\u{feff}v="),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{AD}", "\\u{ad}"),
      ("\u{E0041}", "\\u{e0041}"),
      ("\u{3164}", "\\u{3164}"), ("\u{FFFF}", "\\u{ffff}"),
    ])
  func unseen(_ text: String, shown: String) {
    #expect(Visible.text(text) == shown)
    #expect(Visible.text(shown) == shown)
  }

  @Test(
    "Everything else stays as it is",
    arguments: [
      "", "v=spf1 include:spf.example.net ~all", "送信ドメイン名、「値」", "발신자 도메인", "\\x1b", "a b",
      "e\u{301}", "が", "\u{2764}\u{FE0F}",
    ])
  func seen(_ text: String) {
    #expect(Visible.text(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "Octets that are not UTF-8 are shown as octets",
    arguments: [
      (Array("例".utf8) + [0xFF, 0x41], "例\\xffA"), ([0xE4, 0xBE], "\\xe4\\xbe"),
      ([0xC0, 0xAF], "\\xc0\\xaf"), ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
      ([0x1B, 0x5B], "\\x1b["),
      ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"),
      ([0xF0, 0x9F, 0x98, 0x41], "\\xf0\\x9f\\x98A"),
      ([0xE2, 0x80, 0xAE], "\\u{202e}"), ([], ""), ([0x80], "\\x80"),
    ] as [([UInt8], String)])
  func octets(_ octets: [UInt8], shown: String) {
    #expect(Visible.bytes(octets) == shown)
  }

  @Test("No octets, in any order, come through as controls")
  func hostile() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let octets = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(!Visible.bytes(octets).unicodeScalars.contains(where: Visible.isUnseen))
    }
  }
}
