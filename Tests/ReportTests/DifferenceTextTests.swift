import DNS
import Diagnosis
import Localization
import Testing

@testable import Report

/// Two values one under the other, in every language.
@Suite struct DifferenceTextTests {
  /// Findings about a value, with the evidence of their broken example.
  private static let shown = [
    "record-mismatch", "target-missing-dot", "target-dot-doubled", "value-quoted",
    "value-has-foreign-characters", "value-has-spaces", "value-escaped", "value-has-label",
    "value-case-changed", "value-truncated", "value-ends-with-dot", "value-of-other-record",
  ]
  static let pairs = Tables.languages.flatMap { language in shown.map { (language, $0) } }

  private func finding(_ id: String) throws -> Finding {
    let rule = try #require(Rule.named(FindingID(rawValue: id)))
    return try #require(rule.findings(in: try rule.broken.evidence()).first)
  }

  @Test(arguments: pairs) func bothValuesAreShownAndTheDifferenceIsPutIntoWords(
    language: String, id: String
  ) throws {
    let blocks = DifferenceText(try finding(id), try Tables.messages(language)).blocks
    guard case .difference(let excerpt, let labels)? = blocks.first else {
      Issue.record("no values")
      return
    }
    #expect(excerpt.expected != excerpt.observed)
    #expect(labels.expected != labels.observed)
    #expect(blocks.count > 1)
    for case .paragraph(let sentence, _, _) in blocks {
      #expect(!sentence.isEmpty && !sentence.contains("report.") && !sentence.contains("{"))
    }
  }

  @Test(arguments: Tables.languages) func unseenCharactersAreNamed(language: String) throws {
    let blocks = DifferenceText(
      try finding("value-has-foreign-characters"), try Tables.messages(language)
    ).blocks
    guard case .paragraph(let sentence, _, _)? = blocks.last else {
      Issue.record("no sentence")
      return
    }
    #expect(sentence.contains("U+FF1B FULLWIDTH SEMICOLON"))
    #expect(sentence.contains("U+200B ZERO WIDTH SPACE"))
    // The octet at 18 is the nineteenth.
    #expect(sentence.contains("19"))
  }

  @Test func whatIsNoValueIsNotCompared() throws {
    let messages = try Tables.messages("en")
    for id in ["spf-missing", "name-doubled", "answer-stale-cached", "value-split-across-records"] {
      #expect(DifferenceText(try finding(id), messages).blocks.isEmpty, "\(id)")
    }
  }

  /// Of the DKIM value only the usual shape is known when nobody gave it.
  @Test func anUnknownValueIsNotCompared() throws {
    let rule = try #require(Rule.named("record-mismatch"))
    var evidence = try rule.broken.evidence()
    for index in evidence.expected.indices where evidence.expected[index].purpose == .dkim {
      evidence.expected[index].value = ""
    }
    evidence.replace("dkim", with: "hello")
    let finding = try #require(rule.findings(in: evidence).first)
    #expect(DifferenceText(finding, try Tables.messages("en")).blocks.isEmpty)
  }
}
