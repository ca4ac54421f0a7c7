import Foundation
import Localization
import Testing

/// The tables of the repository itself, not a copy that a build left somewhere.
@Suite struct ShippedTablesTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func languages() throws {
    let codes = try ShippedLanguages(in: Self.repository).all.map(\.code)
    #expect(Set(codes).isSuperset(of: ["en", "id", "ko", "ja"]), "there are only \(codes)")
  }

  @Test func sound() throws {
    let problems = try TableCheck(resources: Self.repository).problems
    let list = problems.map(\.description).joined(separator: "\n")
    #expect(problems.isEmpty, "\(problems.count) problems:\n\(list)")
  }

  /// What `TableCheck` cannot see: that each language can be loaded as the program does it.
  @Test func load() throws {
    for language in try ShippedLanguages(in: Self.repository).all {
      #expect(throws: Never.self, "\(language)") {
        try Messages(language: language, resources: Self.repository)
      }
    }
  }
}
