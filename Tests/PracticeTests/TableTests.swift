import Foundation
import Practice
import Testing

/// Every scenario has its words in every language.
@Suite struct TableTests {
  @Test(arguments: ["en", "id", "ko", "ja"])
  func everyScenarioIsTold(language: String) throws {
    let table = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../Localizations/\(language)/practice.arb").standardized
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: table))
    let entries = try #require(object as? [String: Any])
    #expect(entries["@@locale"] as? String == language)
    let keys = Set(entries.keys.filter { !$0.hasPrefix("@") })
    #expect(
      keys == Set(Scenario.all.flatMap { ["practice.\($0.id).title", "practice.\($0.id).story"] }))
    for key in keys {
      let text = try #require(entries[key] as? String)
      #expect(!text.isEmpty)
      // Placeholders would need arguments, and nobody gives any.
      #expect(!text.contains { "{}".contains($0) })
    }
  }
}
