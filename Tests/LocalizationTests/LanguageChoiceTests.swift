import Localization
import Testing

@Suite struct LanguageChoiceTests {
  private static let shipped = ["en", "id", "ja", "ko"].compactMap(Language.init)

  private static func choose(
    _ flag: String? = nil, _ environment: [String: String] = [:],
    from available: [Language] = shipped
  ) throws(LanguageError) -> LanguageChoice {
    try LanguageChoice(flag: flag, environment: { environment[$0] }, available: available)
  }

  @Test(arguments: [
    ("ko_KR.UTF-8", "ko"), ("ko_KR.UTF-8@x", "ko"), ("ko_KR.utf8", "ko"), ("ja_JP", "ja"),
    ("ja", "ja"), ("JA_jp.UTF-8", "ja"), ("id_ID.UTF-8", "id"), ("in_ID.UTF-8", "id"), ("in", "id"),
    ("ja-JP", "ja"), ("ja_JP.", "ja"), ("ja_JP@x.eucJP", "ja"), ("en_GB.UTF-8", "en"),
    ("C", "en"), ("POSIX", "en"), ("C.UTF-8", "en"), ("de_DE.UTF-8", "en"), ("", "en"),
    ("/usr/share/locale/ja", "en"), ("jp", "en"), ("kr_KR.UTF-8", "en"), ("@", "en"), (".", "en"),
    // The charset changes nothing for English, so there is nothing to say.
    ("en_US.ISO-8859-1", "en"), ("de_DE.ISO-8859-1", "en"), ("C.ISO-8859-1", "en"),
  ])
  func localeSilently(value: String, code: String) throws {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      let choice = try Self.choose(nil, [name: value])
      #expect(choice.language.code == code)
      #expect(choice.notice == nil)
    }
  }

  @Test(arguments: [
    ("ja_JP.eucJP", "eucJP"), ("ko_KR.eucKR", "eucKR"), ("in_ID.ISO-8859-1@x", "ISO-8859-1"),
    ("ja_JP.UTF-16", "UTF-16"),
  ])
  func otherCharsetIsEnglishWithNotice(value: String, charset: String) throws {
    for choice in [try Self.choose(nil, ["LANG": value]), try Self.choose(nil, ["LC_ALL": value])] {
      #expect(choice.language == .english)
      #expect(choice.notice == .unsupportedCharset(charset))
    }
  }

  @Test func firstThatIsNotEmptyDecides() throws {
    var environment = [
      "ANNAI_LANG": "id", "LC_ALL": "ko_KR.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en",
    ]
    #expect(try Self.choose("ja", environment).language.code == "ja")
    #expect(try Self.choose("", environment).language.code == "id")
    environment["ANNAI_LANG"] = ""
    #expect(try Self.choose(nil, environment).language.code == "ko")
    environment["LC_ALL"] = ""
    #expect(try Self.choose(nil, environment).language.code == "ja")
    environment["LC_MESSAGES"] = nil
    #expect(try Self.choose(nil, environment).language.code == "en")
    // A locale without a table decides too: the next name is not asked.
    #expect(try Self.choose(nil, ["LC_ALL": "C", "LANG": "ja_JP.UTF-8"]).language == .english)
    // LANGUAGE and Apple's setting are not ours.
    #expect(try Self.choose(nil, ["LANGUAGE": "ja"]).language == .english)
    #expect(try Self.choose().language == .english)
  }

  @Test(arguments: [
    ("ja", "ja"), ("ja-JP", "ja"), ("ja_JP.UTF-8", "ja"), ("KO", "ko"), ("en_US", "en"),
    ("id-ID", "id"),
  ])
  func typed(value: String, code: String) throws {
    #expect(try Self.choose(value).language.code == code)
    #expect(try Self.choose(nil, ["ANNAI_LANG": value]).language.code == code)
  }

  @Test(arguments: [
    ("jp", "ja"), ("kr", "ko"), ("in", "id"), ("jpn", "ja"), ("kor", "ko"), ("ind", "id"),
    ("eng", "en"), ("japanese", "ja"), ("Japanese", "ja"), ("japan", "ja"), ("japanees", "ja"),
    ("korean", "ko"), ("koraen", "ko"), ("indonesia", "id"), ("bahasa", "id"), ("english", "en"),
    ("jp_JP.UTF-8", "ja"), ("kr-KR", "ko"), ("日本語", "ja"), ("한국어", "ko"),
  ])
  func suggestion(typed: String, code: String) {
    let expected = LanguageError.unknownLanguage(typed: typed, suggestion: Language(code))
    #expect(throws: expected) { try Self.choose(typed, ["LANG": "ja"]) }
    #expect(throws: expected) { try Self.choose(nil, ["ANNAI_LANG": typed, "LANG": "ja"]) }
  }

  @Test(arguments: [
    "xx", "de", "C", "klingon", "jav", "../ja", " ", "\u{1B}[31m", "ja\0",
    String(repeating: "j", count: 1_000_000),
  ])
  func noSuggestion(typed: String) {
    #expect(throws: LanguageError.unknownLanguage(typed: typed, suggestion: nil)) {
      try Self.choose(typed)
    }
  }

  @Test func suggestsOnlyWhatIsThere() {
    #expect(throws: LanguageError.unknownLanguage(typed: "jp", suggestion: nil)) {
      try Self.choose("jp", from: [.english])
    }
  }

  @Test func regionalTables() throws {
    let available = ["en", "pt-br", "zh", "zh-hant"].compactMap(Language.init)
    #expect(try Self.choose("pt_BR", from: available).language.code == "pt-br")
    #expect(try Self.choose("zh-Hant-TW", from: available).language.code == "zh-hant")
    #expect(try Self.choose("zh-Hans", from: available).language.code == "zh")
    #expect(throws: LanguageError.unknownLanguage(typed: "pt", suggestion: Language("pt-br"))) {
      try Self.choose("pt", from: available)
    }
  }
}
