import Foundation
import Localization
import Testing

@Suite struct MessagesTests {
  /// One sentence in each language, with the things that differ: order, counters, list marks.
  private static let tables = [
    "Localizations/en/core.arb": #"""
    { "@@locale": "en", "list.separator": ", ",
      "add": "In the DNSPod console, add {count, plural, one{this record} other{these # records}}: {ids}.",
      "@add": { "placeholders": { "count": {"type": "int"}, "ids": {"type": "list"} } },
      "english.only": "{n, plural, one{# record} other{# records}}", "quote": "it\u0027s \"A\"\n\ud83d\ude00" }
    """#,
    "Localizations/en/other.arb": #"{ "@@locale": "en", "other": "Other" }"#,
    "Localizations/en/playbooks/ses.arb":
      #"{ "@@locale": "en", "name": "SES", "step": "Go to {page}." }"#,
    "Localizations/id/core.arb": #"""
    { "@@locale": "id", "list.separator": ", ", "add": "Di konsol DNSPod, tambahkan {count} catatan: {ids}." }
    """#,
    "Localizations/ko/core.arb": #"""
    { "@@locale": "ko", "list.separator": ", ", "add": "DNSPod 콘솔에서 레코드 {count}개를 추가합니다: {ids}" }
    """#,
    "Localizations/ja/core.arb": #"""
    { "@@locale": "ja", "list.separator": "、", "add": "DNSPodコンソールで{count}件のレコード（{ids}）を追加します。" }
    """#,
    "Localizations/ja-KS/core.arb": #"{ "@@locale": "ja-KS", "other": "ほか" }"#,
    "Localizations/README.md": "not a language",
    "Localizations/drafts/core.arb": "not a language",
    "Localizations/fr/notes.txt": "no tables yet",
    "Localizations/de/._core.arb": "not a table",
  ]

  private static func messages<Result>(
    _ code: String, _ files: [String: String] = tables, _ body: (Messages) throws -> Result
  ) throws -> Result {
    let language = try #require(Language(code))
    return try withFolder(files) { try body(Messages(language: language, resources: $0)) }
  }

  @Test(arguments: [
    ("en", "In the DNSPod console, add these 2 records: mx, spf."),
    ("id", "Di konsol DNSPod, tambahkan 2 catatan: mx, spf."),
    ("ko", "DNSPod 콘솔에서 레코드 2개를 추가합니다: mx, spf"),
    ("ja", "DNSPodコンソールで2件のレコード（mx、spf）を追加します。"),
    ("ja-KS", "DNSPodコンソールで2件のレコード（mx、spf）を追加します。"),
  ])
  func golden(code: String, expected: String) throws {
    try Self.messages(code) { messages in
      let arguments: [String: Argument] = ["count": .integer(2), "ids": .list(["mx", "spf"])]
      #expect(messages("add", arguments) == expected)
      #expect(messages.language.code == code.lowercased())
    }
  }

  @Test func fallsBackPerKey() throws {
    try Self.messages("ja-ks") { messages in
      #expect(messages("other") == "ほか")
      #expect(messages("playbook.ses.name") == "SES")
      #expect(messages("no.such.key", ["a": .integer(1)]) == "no.such.key")
      #expect(messages.has("other") && messages.has("add") && messages.has("playbook.ses.step"))
      #expect(!messages.has("name") && !messages.has("no.such.key") && !messages.has("@add"))
    }
  }

  /// English text has English plurals, also when a Japanese reader gets it.
  /// Of several names, one in the chosen language comes before any in another.
  @Test func theFirstOfSeveralNames() throws {
    try Self.messages("ja-KS") { messages in
      #expect(messages(firstOf: ["playbook.ses.name", "other"]) == "ほか")
      #expect(messages(firstOf: ["playbook.ses.name", "quote"]) == "SES")
      #expect(messages(firstOf: ["no.key", "no.other"]) == "no.key")
      #expect(messages(firstOf: []) == "")
    }
    try Self.messages("en") { messages in
      #expect(messages(firstOf: ["playbook.ses.name", "other"]) == "SES")
    }
  }

  @Test func fallbackKeepsItsPluralRules() throws {
    try Self.messages("ja") { messages in
      #expect(messages("english.only", ["n": .integer(1)]) == "1 record")
      #expect(messages("english.only", ["n": .integer(3)]) == "3 records")
    }
  }

  @Test func escapes() throws {
    try Self.messages("en") { #expect($0("quote") == "it's \"A\"\n😀") }
  }

  @Test func badMessageIsShownAsItIs() throws {
    let files = ["Localizations/en/a.arb": #"{ "bad": "{n, plural, other{", "list": "{l}" }"#]
    try Self.messages("en", files) { messages in
      #expect(messages("bad", ["n": .integer(1)]) == "{n, plural, other{")
      #expect(messages("list", ["l": .list(["a", "b"])]) == "a, b")
    }
  }

  @Test func byteOrderMark() throws {
    try Self.messages("en", ["Localizations/en/a.arb": "\u{FEFF}{ \"k\": \"v\" }"]) {
      #expect($0("k") == "v")
    }
  }

  @Test func languages() throws {
    try withFolder(Self.tables) { root in
      let codes = try ShippedLanguages(in: root).all.map(\.code)
      #expect(codes == ["en", "id", "ja", "ja-ks", "ko"])
    }
  }

  @Test func noSuchLanguage() throws {
    try withFolder(Self.tables) { root in
      let fr = try #require(Language("fr"))
      let file = try #require(
        #expect(throws: ResourceError.self) { try Messages(language: fr, resources: root) })
      guard case .unreadable(let path) = file else { throw file }
      #expect(path.hasSuffix("/Localizations/fr") && !path.contains("//"))
    }
  }

  @Test func noLocalizations() throws {
    try withFolder(["Playbooks/x.yaml": ""]) { root in
      #expect(throws: ResourceError.self) { try ShippedLanguages(in: root).all }
    }
  }

  /// English is behind the others and read late: broken, it costs its own messages only.
  @Test func brokenFallback() throws {
    let files = ["Localizations/en/a.arb": "{", "Localizations/ja/a.arb": #"{ "k": "値" }"#]
    try Self.messages("ja", files) { messages in
      #expect(messages("k") == "値")
      #expect(messages("other") == "other")
    }
  }

  @Test func sharedBetweenTasks() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "none-\(UUID().uuidString)")
    #expect(throws: ResourceError.self) { try Messages(language: .english, resources: root) }
    let texts = try await withFolderAsync(Self.tables) { root in
      let messages = try Messages(language: #require(Language("ja")), resources: root)
      return await withTaskGroup(of: String.self) { group in
        for _ in 0..<64 { group.addTask { messages("other") } }
        return await group.reduce(into: Set()) { $0.insert($1) }
      }
    }
    #expect(texts == ["Other"])
  }

  private func withFolderAsync<Result>(
    _ files: [String: String], _ body: (URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "localization-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    try withFolder(files) { try FileManager.default.copyItem(at: $0, to: folder) }
    return try await body(folder)
  }
}
