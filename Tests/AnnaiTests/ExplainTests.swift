import Diagnosis
import Foundation
import Testing

extension ProgramTests {
  @Suite("annai explain") struct ExplainTests {}
}

extension ProgramTests.ExplainTests {
  private struct Article: Decodable {
    let id: String
    let title: String
    let fix: [String]
  }

  @Test("The list names every finding; an article has its parts", arguments: Words.codes)
  func text(_ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let list = try Annai.run(["explain", "--lang", code], in: place)
    #expect(list.status == 0, "\(list)")
    #expect(list.dialogue == "")
    let ids = list.output.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.map { $0.dropFirst(2) }
    #expect(ids.map(String.init) == Rule.all.map(\.id.rawValue))
    let article = try Annai.run(["explain", "SPF-multiple", "--lang", code], in: place)
    #expect(article.status == 0, "\(article)")
    for part in ["found", "why", "cause", "fix", "see", "references"] {
      #expect(article.output.contains("\n\(try words("explain.\(part)"))\n"), "\(article)")
    }
    #expect(article.output.contains("\n  1. "))
    #expect(article.output.says("RFC 7208 4.5"))
  }

  @Test("JSON: one object with an id, all of them without", arguments: Words.codes)
  func json(_ code: String) throws {
    let place = try Place()
    let one = try Annai.run(
      ["--lang", code, "explain", "name-doubled", "--format=json"], in: place)
    #expect(one.status == 0, "\(one)")
    let article = try JSONDecoder().decode(Article.self, from: Data(one.output.utf8))
    #expect(article.id == "name-doubled")
    let all = try Annai.run(
      ["explain"], in: place, environment: ["ANNAI_FORMAT": "json", "ANNAI_LANG": code])
    let articles = try JSONDecoder().decode([Article].self, from: Data(all.output.utf8))
    #expect(articles.map(\.id) == Rule.all.map(\.id.rawValue))
    #expect(articles.first { $0.id == article.id }?.title == article.title)
  }

  @Test("Markdown: a page with an id, the book without", arguments: Words.codes)
  func markdown(_ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let page = try Annai.run(
      ["explain", "mx-missing", "--format", "markdown", "--lang", code], in: place)
    #expect(page.status == 0, "\(page)")
    #expect(page.output.hasPrefix("# mx-missing\n\n**"))
    let book = try Annai.run(["explain", "--format", "markdown", "--lang", code], in: place)
    #expect(book.output.hasPrefix("# \(try words("explain.title"))\n"), "\(book)")
    #expect(book.output.hasSuffix("\n"))
    for rule in Rule.all { #expect(book.output.contains("\n### \(rule.id.rawValue)\n")) }
  }
}
