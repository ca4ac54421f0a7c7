import Testing

@testable import Localization

@Suite struct MessagePatternTests {
  private static func text(
    _ message: String, _ arguments: [String: Argument] = [:], in language: Language = .english
  ) throws -> String {
    try MessagePattern(message).text(arguments, language: language) { " / " }
  }

  @Test(arguments: [
    (0, "no records"), (1, "1 record"), (-1, "-1 record"), (2, "2 records"), (11, "11 records"),
    (Int.max, "9223372036854775807 records"), (Int.min, "-9223372036854775808 records"),
  ])
  func englishPlural(count: Int, expected: String) throws {
    let message = "{n, plural, =0{no records} one{# record} other{# records}}"
    #expect(try Self.text(message, ["n": .integer(count)]) == expected)
  }

  @Test(arguments: ["id", "ko", "ja", "xx", "de"])
  func otherLanguagesHaveOneForm(code: String) throws {
    let language = try #require(Language(code))
    let message = "{n, plural, one{ONE} other{#}}"
    #expect(try Self.text(message, ["n": .integer(1)], in: language) == "1")
  }

  @Test func regionalEnglishHasTwoForms() throws {
    let language = try #require(Language("en-GB"))
    #expect(try Self.text("{n,plural,one{a}other{b}}", ["n": .integer(1)], in: language) == "a")
  }

  @Test(arguments: [
    ("{a}", "{a}"), ("x{a}y{b}z", "x{a}y{b}z"), ("{ spaced }", "{spaced}"),
    ("{n, plural, one{# record} other{# records}}", "{n} records"),
    ("{n, plural, =1{a}}", "{n}"), ("{n, plural, }", "{n}"),
  ])
  func missingArgument(message: String, expected: String) throws {
    #expect(try Self.text(message, ["unknown": .text("!")]) == expected)
  }

  @Test func argumentsAreNotRead() throws {
    let hostile: [String: Argument] = ["a": .text("{b} '{' # {n, plural,"), "b": .text("B")]
    #expect(try Self.text("[{a}] {b}", hostile) == "[{b} '{' # {n, plural,] B")
    #expect(try Self.text("{a, plural, other{<#>}}", hostile) == "<{b} '{' # {n, plural,>")
  }

  @Test func lists() throws {
    #expect(try Self.text("{l}", ["l": .list(["a", "b", "c"])]) == "a / b / c")
    #expect(try Self.text("{l}", ["l": .list(["a"])]) == "a")
    #expect(try Self.text("<{l}>", ["l": .list([])]) == "<>")
  }

  @Test func nested() throws {
    let message =
      "{a, plural, one{{host} has # of {b, plural, one{# server} other{# servers}}} other{#: {b}}}"
    let arguments: [String: Argument] = ["host": .text("h"), "b": .integer(2)]
    #expect(
      try Self.text(message, arguments.merging(["a": .integer(1)]) { $1 })
        == "h has 1 of 2 servers")
    #expect(try Self.text(message, arguments.merging(["a": .integer(5)]) { $1 }) == "5: 2")
  }

  @Test(arguments: [
    ("'{'a'}'", "{a}"), ("it's", "it's"), ("'{a}'", "'A'"), ("''{a}", "''A"), ("'", "'"),
    ("# and '#'", "# and '#'"), ("{n, plural, other{'#' # '{'x'}'}}", "# 3 {x}"),
    ("{n, plural, other{'#}}", "'3"), ("'{", nil), ("'{''}'", "{}"),
  ])
  func quoting(message: String, expected: String?) throws {
    let arguments: [String: Argument] = ["a": .text("A"), "n": .integer(3)]
    #expect((try? Self.text(message, arguments)) == expected)
  }

  @Test(arguments: [
    ("a{", MessageFault.Code.unclosedBrace, 1), ("{a", .unclosedBrace, 0), ("a}", .strayBrace, 1),
    ("{}", .badName, 0), ("{a b}", .badName, 0), ("{ä}", .badName, 0),
    ("{a, number, x{y}}", .unknownFormat, 3),
    ("{a, select, {y}}", .badBranch, 12), ("{a, select, x{y} x{z}}", .duplicateBranch, 17),
    ("{a, plural}", .unknownFormat, 3), ("{a, plural, few", .badBranch, 12),
    ("{a, plural, some{x}}", .badBranch, 12), ("{a, plural, =x{y}}", .badBranch, 12),
    ("{a, plural, =99999999999999999999{y}}", .badBranch, 12),
    ("{a, plural, other}", .badBranch, 12),
    ("{a, plural, other{x}", .unclosedBrace, 0), ("{a, plural, other{x", .unclosedBrace, 12),
    ("{a, plural, other{x} other{y}}", .duplicateBranch, 21),
  ])
  func faults(message: String, code: MessageFault.Code, offset: Int) {
    #expect(throws: MessageFault(code: code, offset: offset)) { try MessagePattern(message) }
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "{a, plural, other{", count: 100_000)
    #expect(throws: MessageFault(code: .nestedTooDeeply, offset: 72)) { try MessagePattern(deep) }
  }

  @Test func branchesAreBounded() throws {
    func message(_ count: Int) -> String {
      "{n, plural, " + (0..<count).map { "=\($0){}" }.joined() + "}"
    }
    _ = try MessagePattern(message(32))
    #expect(throws: MessageFault.self) { try MessagePattern(message(33)) }
  }

  /// Every prefix of a message is read or refused; none may trap.
  @Test func prefixes() {
    let message = "'{'{a}{n, plural, =0{} one{# '#'} other{{b, plural, other{#}}}}'}'다"
    for end in message.indices {
      let part = String(message[..<end])
      if let pattern = try? MessagePattern(part) {
        _ = pattern.text([:], language: .english) { "" }
        _ = pattern.variants
      }
    }
    #expect((try? MessagePattern(message))?.placeholders == ["a", "n", "b"])
  }

  @Test(arguments: [
    ("refused", "refused: ns1"), ("silent", "something: ns1"), ("other", "something: ns1"),
  ]) func aSelectPicksByTheWord(word: String, expected: String) throws {
    let message = "{kind, select, refused{refused} other{something}}: {server}"
    let arguments: [String: Argument] = ["kind": .text(word), "server": .text("ns1")]
    #expect(try Self.text(message, arguments) == expected)
  }

  @Test func aSelectWithoutAWordSaysTheGeneral() throws {
    #expect(try Self.text("{kind, select, a{A} other{B}}", [:]) == "B")
    #expect(try Self.text("{kind, select, a{A}}", ["kind": .text("b")]) == "b")
    #expect(try Self.text("{kind, select, 3{A} other{B}}", ["kind": .integer(3)]) == "B")
  }

  @Test func aHashInASelectIsTheNumberOfThePluralAroundIt() throws {
    let message = "{n, plural, other{{kind, select, a{# A} other{#}}}} {kind, select, other{#}}"
    #expect(try Self.text(message, ["n": .integer(2), "kind": .text("a")]) == "2 A #")
  }
}
