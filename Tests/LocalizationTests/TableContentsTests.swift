import Foundation
import Localization
import Testing

/// One table with the places of its messages.
@Suite struct TableContentsTests {
  private static let files = [
    "Localizations/en/playbooks.arb": """
    { "@@locale": "en",
      "a.b": "Open {page} and add {count, plural, one{# record} other{# records}}.",
      "@a.b": { "placeholders": { "page": {"type": "String"} } }, "bad": "{page" }
    """
  ]

  @Test func everyMessageHasItsPlace() throws {
    try withFolder(Self.files) { root in
      let contents = TableContents(resources: root, path: "Localizations/en/playbooks.arb")
      let entries = try #require(contents).entries
      #expect(entries.map(\.key) == ["a.b", "bad"])
      #expect(entries.map(\.line) == [2, 3])
      #expect(entries.map(\.column) == [3, 63])
      #expect(entries.map(\.placeholders) == [["count", "page"], []])
    }
  }

  @Test func whatIsNoTable() throws {
    try withFolder(["Localizations/en/playbooks.arb": "[]"]) { root in
      #expect(TableContents(resources: root, path: "Localizations/en/playbooks.arb") == nil)
      #expect(TableContents(resources: root, path: "Localizations/en/none.arb") == nil)
    }
  }
}
