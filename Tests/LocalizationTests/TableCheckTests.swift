import Foundation
import Localization
import Testing

@Suite struct TableCheckTests {
  /// The problems of one English and one other table, as `line code key detail`.
  private static func problems(
    _ english: String, _ code: String = "en", _ other: String = "", asFile name: String = "a.arb"
  ) throws -> [String] {
    var files = ["Localizations/en/\(name)": "{\"@@locale\":\"en\"" + english + "}"]
    if code != "en" {
      files["Localizations/\(code)/\(name)"] = "{\"@@locale\":\"\(code)\"" + other + "}"
    }
    let start = "Localizations/\(code)/\(name):"
    return try problems(files).map { $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : $0 }
  }

  private static func problems(_ files: [String: String]) throws -> [String] {
    try withFolder(files) { try TableCheck(resources: $0).problems.map(\.description) }
  }

  @Test func sound() throws {
    let placeholders = #""placeholders": {"domain": {"type": "String"}, "n": {"type": "int"}}"#
    let english = #"""
      { "@@locale": "en", "list.separator": ", ", "ok": "OK", "cmd": "`dig +short TXT a b c d`",
        "m": "{n, plural, one{# record} other{# records}} for {domain}.", "@m": { \#(placeholders) },
        "same": "A B C D E", "@same": {"x-same": true} }
      """#
    func table(_ code: String, _ message: String) -> String {
      #"""
      { "@@locale": "\#(code)", "list.separator": ", ", "ok": "OK", "cmd": "`dig +short TXT a b c d`",
        "same": "A B C D E", "m": "\#(message)" }
      """#
    }
    #expect(
      try Self.problems([
        "Localizations/en/a.arb": english,
        "Localizations/en/playbooks/p.arb": #"{ "@@locale": "en", "name": "Service" }"#,
        "Localizations/id/a.arb": table("id", "{n} catatan untuk {domain}."),
        "Localizations/id/playbooks/p.arb": #"{ "@@locale": "id", "name": "Layanan" }"#,
        "Localizations/ko/a.arb": table("ko", "{domain} 도메인의 레코드 {n}개를 찾았습니다."),
        "Localizations/ko/playbooks/p.arb": #"{ "@@locale": "ko", "name": "서비스" }"#,
        "Localizations/ja/a.arb": table("ja", "{domain}のレコードは{n, plural, other{#件}}です。"),
        "Localizations/ja/playbooks/p.arb": #"{ "@@locale": "ja", "name": "サービス" }"#,
      ]) == [])
  }

  @Test(arguments: [
    // Keys.
    (#","a":"A""#, "ko", "", ["1: missing-key a"]),
    ("", "ko", #",\#n"b":"나무""#, ["2: extra-key b"]),
    (#","a":"A""#, "ko", #","a":"가","a":"나무""#, ["1: duplicate-key a Localizations/ko/a.arb:1"]),
    ("", "ko", ",\n\n\"@b\":{}", ["3: orphan-metadata b"]),
    ("", "ko", #","@@locale":"ja""#, ["1: wrong-locale ja"]),
    // Placeholders.
    (
      #","a":"{x} {y}","@a":{"placeholders":{"x":{"type":"String"},"y":{"type":"int"}}}"#, "ko",
      #","a":"{x} {z}""#, ["1: placeholder-mismatch a -y +z"]
    ),
    (
      #","a":"{n}","@a":{"placeholders":{"n":{"type":"int"}}}"#, "id",
      #","a":"{n, plural, =0{x} one{#}}""#, ["1: plural-without-other a n"]
    ),
    (
      #","a":"{n}","@a":{"placeholders":{"n":{"type":"String"}}}"#, "id",
      #","a":"{n, plural, other{#}}""#, ["1: plural-over-text a n"]
    ),
    (
      #","a":"{k, select, x{X} other{Y}}","@a":{"placeholders":{"k":{"type":"String"}}}"#, "id",
      #","a":"{k, select, y{Z} other{Y}}""#, ["1: select-mismatch a"]
    ),
    (
      #","a":"{k, select, x{X} other{Y}}","@a":{"placeholders":{"k":{"type":"String"}}}"#, "id",
      #","a":"{k, select, x{Z}}""#, ["1: select-without-other a k", "1: select-mismatch a"]
    ),
    // Text.
    (#","a":"One two three four""#, "id", #","a":"One two three four""#, ["1: same-as-english a"]),
    (#","a":"One two three""#, "id", #","a":"One two three""#, []),
    (
      #","a":"One two three four""#, "id", #","a":"One two three four","@a":{"x-same":true}"#, []
    ),
    (
      #","a":"One two three four""#, "id", #","a":"One two three four","@a":{"x-same":false}"#,
      ["1: same-as-english a"]
    ),
    (#","a":"A""#, "id", #","a":" x""#, ["1: outer-space a"]),
    (#","a":"A""#, "id", #","a":"x\n""#, ["1: outer-space a"]),
    (#","a":"A""#, "id", #","a":"x%@y""#, ["1: percent-placeholder a"]),
    (#","a":"A""#, "id", #","a":"`x` `y""#, ["1: unbalanced-code a"]),
    (#","a":"A""#, "id", #","a":"""#, ["1: empty-message a"]),
    (
      #","a":"A""#, "id", #","a":"x\u001by\u202ez\u200b""#,
      [
        "1: control-character a U+001B", "1: control-character a U+202E",
        "1: control-character a U+200B",
      ]
    ),
    (
      #","a":"A""#, "id", #","a":"x … y — z …""#,
      [
        "1: ambiguous-width a U+2026", "1: ambiguous-width a U+2014",
      ]
    ),
    (#","a":"A""#, "id", #","a":"x {""#, ["1: bad-message a unclosed-brace 2"]),
  ])
  func beside(english: String, code: String, other: String, expected: [String]) throws {
    #expect(try Self.problems(english, code, other) == expected)
  }

  @Test(arguments: [
    (#","a":"{x}""#, ["1: undeclared-placeholder a x"]),
    (#","a":"{x}","@a":{"placeholders":{"x":{}}}"#, ["1: undeclared-placeholder a x"]),
    (
      #","a":"{x}","@a":{"placeholders":{"x":{"type":"double"}}}"#,
      ["1: undeclared-placeholder a x"]
    ),
    (#","a":"x","@a":{"placeholders":{"x":{"type":"int"}}}"#, ["1: unused-placeholder a x"]),
    (#","a":"x","@a":{},"@a":{}"#, ["1: duplicate-metadata a"]),
    (#","a":"Wait…""#, ["1: ambiguous-width a U+2026"]),
  ])
  func english(table: String, expected: [String]) throws {
    #expect(try Self.problems(table) == expected)
  }

  @Test(arguments: [
    ("{x}은 없습니다", "{}은"), ("{x}를", "{}를"), ("{x}(으)로", "(으)로"), ("`{x}`을 추가", "{}을"),
    ("'{x}'이 아닙니다", "{}이"), ("{x}으로, 다음", "{}으로"), ("도메인은(는)", "은(는)"), ("{x}와.", "{}와"),
  ])
  func koreanParticle(text: String, detail: String) throws {
    #expect(try Self.korean(text) == ["1: korean-particle a \(detail)"])
  }

  @Test(arguments: [
    "{x} 도메인을", "레코드 {x}개를", "{x}분마다", "{x}에서", "다음 도메인을 찾을 수 없습니다: {x}", "{x}이상한", "도메인({x})을",
    "{x} 는", "DNS를",
  ])
  func koreanWithoutFault(text: String) throws {
    #expect(try Self.korean(text) == [])
  }

  private static func korean(_ text: String) throws -> [String] {
    try problems(
      #","a":"{x}","@a":{"placeholders":{"x":{"type":"String"}}}"#, "ko",
      #","a":"\#(text)\#(text.contains("{x}") ? "" : "\\n{x}")""#)
  }

  @Test func koreanNumberInPlural() throws {
    #expect(
      try Self.problems(
        #","a":"{n}","@a":{"placeholders":{"n":{"type":"int"}}}"#, "ko",
        #","a":"{n, plural, =0{없음} other{#를 봅니다}}""#) == ["1: korean-particle a {}를"])
    // The noun at the end of the branch is known.
    #expect(
      try Self.problems(
        #","a":"{n}","@a":{"placeholders":{"n":{"type":"int"}}}"#, "ko",
        #","a":"{n, plural, other{레코드 #개}}를 봅니다""#) == [])
  }

  @Test(arguments: [
    ("DNS レコード", "S レ"), ("レコード DNS", "ド D"), ("追加 3件", "加 3"), ("{x} を入力", "{} を"),
    ("次の {x}", "の {}"), ("待つ.", "つ."), ("停止(serverHold)", "止("), ("確認結果: {x}", "果:"), ("はい!", "い!"),
    ("レコード, 値", "ド,"),
  ])
  func japaneseSpacing(text: String, detail: String) throws {
    #expect(try Self.japanese(text) == ["1: japanese-spacing a \(detail)"])
  }

  @Test(arguments: [
    "DNSレコード", "DNSPodコンソールで{x}件を追加します。", "`dig 例え TXT` を実行", "停止（serverHold）", "1. {x}を登録",
    "サーバー：example.com: ok", "TTL 600", "確認！ 次", "{x}, {x}", "`あ.い?`",
  ])
  func japaneseWithoutFault(text: String) throws {
    #expect(try Self.japanese(text) == [])
  }

  private static func japanese(_ text: String) throws -> [String] {
    try problems(
      #","a":"{x}","@a":{"placeholders":{"x":{"type":"String"}}}"#, "ja",
      #","a":"\#(text)\#(text.contains("{x}") ? "" : "\\n{x}")""#)
  }

  @Test func languageRulesStayInTheirLanguage() throws {
    #expect(try Self.problems(#","a":"A""#, "ko", #","a":"DNS 레코드: (가)""#) == [])
    #expect(try Self.problems(#","a":"A""#, "ja", #","a":"은(는)""#) == [])
  }

  @Test func playbookTables() throws {
    #expect(
      try Self.problems([
        "Localizations/en/a.arb": #"{"@@locale":"en"}"#,
        "Localizations/en/playbooks/p.arb": #"{"@@locale":"en","name":"N","step":"S"}"#,
        "Localizations/ko/a.arb": "{\"@@locale\":\"ko\",\n\"playbook.p.step\":\"단계\"}",
        "Localizations/ko/playbooks/p.arb": #"{"@@locale":"ko","step":"단계"}"#,
      ]) == [
        "Localizations/ko/playbooks/p.arb:1: duplicate-key step Localizations/ko/a.arb:2",
        "Localizations/ko/playbooks/p.arb:1: missing-key name",
      ])
  }

  /// A bad file is one problem; the keys in it are not "missing", and other files are still read.
  @Test func malformedFile() throws {
    #expect(
      try Self.problems([
        "Localizations/en/a.arb": #"{"@@locale":"en","a":"A"}"#,
        "Localizations/en/b.arb": #"{"@@locale":"en","b":"B"}"#,
        "Localizations/ko/a.arb": "{\"@@locale\":\"ko\",\n\"a\" \"가\"}",
        "Localizations/ko/b.arb": #"{"@@locale":"ko","b":"은(는)"}"#,
      ]) == [
        "Localizations/ko/a.arb:2: invalid-json column 5",
        "Localizations/ko/b.arb:1: korean-particle b 은(는)",
      ])
  }

  @Test func regionalLanguageMayBePartial() throws {
    #expect(
      try Self.problems([
        "Localizations/en/a.arb": #"{"@@locale":"en","a":"A","b":"B"}"#,
        "Localizations/en-GB/a.arb": #"{"@@locale":"en_GB","a":"Aye"}"#,
        "Localizations/pt-BR/a.arb": #"{"@@locale":"pt-BR","a":"A"}"#,
      ]) == ["Localizations/pt-BR/a.arb:1: missing-key b"])
  }

  @Test func nothingToCompare() throws {
    try withFolder(["Localizations/ja/a.arb": "{}"]) { root in
      #expect(throws: ResourceError.notFound(searched: [root.path + "/Localizations/en"])) {
        try TableCheck(resources: root)
      }
    }
    try withFolder(["x": ""]) { root in
      #expect(throws: ResourceError.unreadable(file: root.path + "/Localizations")) {
        try TableCheck(resources: root)
      }
    }
  }
}
