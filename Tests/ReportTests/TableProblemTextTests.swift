import Foundation
import Localization
import Testing

/// Every problem that a table can have is said in words, and no other.
@Suite struct TableProblemTextTests {
  private static let malformations: [Malformation] = [
    .invalidJSON, .invalidUTF8, .nestedTooDeeply, .notAnObject, .valueNotString(key: "k"),
    .metadataNotObject(key: "k"), .duplicateKey(key: "k", firstFile: "f", firstLine: 1),
    .tooBig(limit: 1),
  ]

  private static let codes: [TableProblem.Code] =
    [
      .unreadable, .wrongLocale, .missingKey, .extraKey, .orphanMetadata, .duplicateMetadata,
      .placeholderMismatch, .pluralWithoutOther, .undeclaredPlaceholder, .unusedPlaceholder,
      .pluralOverText, .selectWithoutOther, .selectMismatch, .emptyMessage, .sameAsEnglish,
      .outerSpace, .percentPlaceholder, .unbalancedCode, .controlCharacter, .ambiguousWidth,
      .koreanParticle, .japaneseSpacing,
    ] + malformations.map { .malformed($0) }

  @Test func everyProblemHasItsSentence() throws {
    let keys = try Tables.keys("en").filter { $0.hasPrefix("table.") }
    // A message that cannot be read has a fault of its own, which has no public initialiser.
    #expect(keys == Set(Self.codes.map { "table.\($0.name)" } + ["table.bad-message"]))
  }
}
