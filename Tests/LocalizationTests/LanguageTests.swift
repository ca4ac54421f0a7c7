import Localization
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("ja", "ja"), ("ja-JP", "ja-jp"), ("pt_BR", "pt-br"), ("zh-Hant-TW", "zh-hant-tw"),
    ("EN", "en"),
  ])
  func normalizes(text: String, code: String) {
    #expect(Language(text)?.code == code)
    #expect(Language(text)?.description == code)
  }

  @Test(arguments: [
    "", "j", "C", "POSIX", "../en", "en/..", "ja-", "-ja", "ja--jp", "ja.UTF-8", "日本", "e n",
    "en\0",
    "12", "en-toolongsubtag", String(repeating: "en-", count: 100_000) + "a",
  ])
  func refuses(text: String) {
    #expect(Language(text) == nil)
  }

  @Test func base() {
    #expect(Language("zh-Hant-TW")?.base.code == "zh")
    #expect(Language.english.base == .english)
  }
}
