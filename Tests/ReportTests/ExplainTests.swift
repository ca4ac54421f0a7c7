import Diagnosis
import Foundation
import Localization
import Testing

@testable import Report

/// The catalogue as text, JSON and Markdown.
@Suite struct ExplainTests {
  private func article(_ id: String, _ language: String) throws -> FindingArticle {
    FindingArticle(
      try #require(Rule.named(FindingID(rawValue: id))), try Tables.messages(language))
  }

  private func texts(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .heading(let text), .subheading(let text), .paragraph(let text, _, _),
        .verbatim(let text, _):
        [text]
      case .fields(let fields): fields.flatMap { [$0.label, $0.value] }
      default: []
      }
    }
  }

  @Test(arguments: FindingTextTests.pairs) func everyArticleIsWhole(language: String, id: String)
    throws
  {
    let article = try article(id, language)
    let blocks = ExplainText(article, try Tables.messages(language)).blocks
    #expect(blocks.first == .heading(article.text.title))
    for text in texts(blocks) {
      #expect(text.contains { !$0.isWhitespace })
      #expect(!text.contains("{") && !text.contains("}"), "unfilled: \(text)")
      for start in ["explain.", "layer.", "severity.", "finding."] {
        #expect(!text.contains(start), "a key instead of its text: \(text)")
      }
    }
    let steps = blocks.compactMap { block in
      if case .paragraph(let step, let marker, _) = block, !marker.isEmpty {
        marker + step
      } else {
        nil
      }
    }
    #expect(steps == article.text.fix.enumerated().map { "\($0.offset + 1). \($0.element)" })
  }

  @Test func anArticleIsToldInThisOrder() throws {
    let article = try article("answer-negative-cached", "en")
    #expect(
      ExplainText(article, try Tables.messages("en")).blocks == [
        .heading(#""Not found" still in caches: `_dmarc.example.com`"#),
        .fields([
          Block.Field("Finding id", "answer-negative-cached"), Block.Field("Layer", "Caches"),
          Block.Field("Severity", "note"),
        ]),
        .space, .subheading("What was found"), .paragraph(article.text.found, indent: 2),
        .space, .subheading("Why it matters"), .paragraph(article.text.why, indent: 2),
        .space, .subheading("Possible cause"), .paragraph(article.text.cause, indent: 2),
        .space, .subheading("What to do"),
        .paragraph(
          "There is nothing to change. Wait 7 min 20 s, until 2026-11-21 08:08 +0000 (UTC), "
            + "then run this check again.", marker: "1. ", indent: 2),
        .paragraph(article.text.fix[1], marker: "2. ", indent: 2),
        .space, .subheading("How to see it yourself"), .paragraph(article.text.see, indent: 2),
        .space, .subheading("References"), .verbatim("RFC 2308 5"),
        .space, .paragraph("The names and values in this article are examples."),
      ])
  }

  @Test(arguments: Tables.languages) func theListHasEveryFindingOnceByLayer(language: String)
    throws
  {
    let messages = try Tables.messages(language)
    let blocks = ExplainText(listing: FindingArticle.all(messages), messages).blocks
    let ids = blocks.compactMap { if case .verbatim(let id, _) = $0 { id } else { nil } }
    #expect(ids == Rule.all.map(\.id.rawValue))
    let layers = blocks.compactMap { if case .subheading(let name) = $0 { name } else { nil } }
    let present = Layer.allCases.filter { layer in Rule.all.contains { $0.layer == layer } }
    #expect(layers == present.map { messages(MessageKey("layer.\($0.rawValue)")) })
    let title = try article("spf-multiple", language).text.title
    #expect(
      blocks.contains(.paragraph("[\(messages("severity.error"))] \(title)", indent: 6)))
  }

  @Test(arguments: Tables.languages) func everyLayerAndSeverityHasItsWord(language: String) throws {
    let keys = try Tables.keys(language)
    #expect(
      keys.filter { $0.hasPrefix("layer.") } == Set(Layer.allCases.map { "layer.\($0.rawValue)" }))
    #expect(
      keys.filter { $0.hasPrefix("severity.") }
        == Set(["error", "warning", "info", "unknown"].map { "severity.\($0)" }))
  }

  @Test(arguments: FindingTextTests.pairs) func theJSONHasTheKeysOfTheContract(
    language: String, id: String
  ) throws {
    let data = try JSONEncoder().encode(ExplainDocument(article(id, language)))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "id", "layer", "severity", "title", "found", "why", "cause", "fix", "see", "references",
      ])
    let rule = try #require(Rule.named(FindingID(rawValue: id)))
    #expect(object["id"] as? String == id)
    #expect(object["layer"] as? String == rule.layer.rawValue)
    #expect(object["severity"] as? String == rule.severity.rawValue)
    #expect(object["references"] as? [String] == rule.references)
    #expect((object["fix"] as? [String])?.isEmpty == false)
  }

  @Test(arguments: Tables.languages) func theBookHasEveryArticle(language: String) throws {
    let messages = try Tables.messages(language)
    let book = ExplainMarkdown(book: FindingArticle.all(messages), messages).text
    let lines = book.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.hasPrefix("# ") }.count == 1)
    for rule in Rule.all {
      #expect(lines.filter { $0 == "### \(rule.id.rawValue)" }.count == 1)
      #expect(
        lines.filter { $0.hasPrefix("- [\(rule.id.rawValue)](#\(rule.id.rawValue)): ") }.count == 1)
    }
    // Every article has the same six headings, and so many articles have references.
    let parts = ["found", "why", "cause", "fix", "see"].map {
      messages(MessageKey("explain." + $0))
    }
    for part in parts {
      #expect(lines.filter { $0 == "#### \(part)" }.count == Rule.all.count)
    }
    #expect(!book.contains("{") && !book.contains("\n\n\n"))
  }

  @Test func anArticleAloneIsAPageOfItsOwn() throws {
    let page = ExplainMarkdown(try article("spf-multiple", "en"), try Tables.messages("en")).text
    let lines = page.split(separator: "\n")
    #expect(lines.first == "# spf-multiple")
    #expect(lines[1] == "**2 SPF records at `example.com`**")
    #expect(lines.contains("## What was found"))
    #expect(lines.contains("- [RFC 7208 4.5](https://www.rfc-editor.org/rfc/rfc7208#section-4.5)"))
  }

  @Test(arguments: [
    ("plain words, `v=spf1 *_~all` as code", "plain words, `v=spf1 *_~all` as code"),
    ("_dmarc <b> [x](y) & *a* # \\", ##"\_dmarc \<b\> \[x\](y) \& \*a\* \# \\"##),
    ("- no list", #"\- no list"#), ("a - b", "a - b"), ("a\n# b", ##"a \# b"##),
    ("one ` mark *x*", #"one \` mark \*x\*"#), ("``", ""), ("", ""),
  ]) func textIsNoMarkup(text: String, markdown: String) {
    #expect(Markdown.prose(text) == markdown)
  }

  @Test(arguments: [
    ("RFC 9520", "[RFC 9520](https://www.rfc-editor.org/rfc/rfc9520)"),
    ("SES documents 1084/48862", "SES documents 1084/48862"),
    ("RFC 9989 App. A.6", "RFC 9989 App. A.6"),
  ]) func aReferenceIsALinkWhereThatIsKnown(text: String, markdown: String) {
    #expect(Markdown.reference(text) == markdown)
  }
}
