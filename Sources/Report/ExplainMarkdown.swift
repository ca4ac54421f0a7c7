import Diagnosis
import Localization

/// The catalogue of findings as Markdown (CommonMark 0.31): one article, or the whole book.
public struct ExplainMarkdown: Sendable {
  /// The text, its last line ended.
  public let text: String

  /// One article.
  public init(_ article: FindingArticle, _ messages: Messages) {
    let lines =
      Self.article(article, level: 1, messages)
      + ["", Markdown.prose(messages("explain.example"))]
    text = Self.joined(lines)
  }

  /// The book: a list of contents, then every article, layer by layer.
  public init(book articles: [FindingArticle], _ messages: Messages) {
    let layers = Layer.allCases.map { layer in articles.filter { $0.layer == layer } }
      .filter { !$0.isEmpty }
    var lines = [
      "# " + Markdown.prose(messages("explain.title")), "",
      Markdown.prose(messages("explain.introduction")),
    ]
    for ones in layers {
      lines += ["", "**\(Self.layer(ones, messages))**", ""]
      // A heading that is only an id has that id as its anchor.
      lines += ones.map { "- [\($0.id.rawValue)](#\($0.id.rawValue)): \(Self.title($0))" }
    }
    for ones in layers {
      lines += ["", "## \(Self.layer(ones, messages))"]
      for article in ones { lines += [""] + Self.article(article, level: 3, messages) }
    }
    text = Self.joined(lines)
  }

  private static func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private static func layer(_ articles: [FindingArticle], _ messages: Messages) -> String {
    articles.first.map { Markdown.prose(messages($0.layerKey)) } ?? ""
  }

  private static func title(_ article: FindingArticle) -> String {
    Markdown.prose(article.text.title)
  }

  private static func article(
    _ article: FindingArticle, level: Int, _ messages: Messages
  ) -> [String] {
    let mark = String(repeating: "#", count: level)
    func heading(_ key: MessageKey) -> [String] {
      ["", "\(mark)# \(Markdown.prose(messages(key)))", ""]
    }
    var lines = [
      "\(mark) \(article.id.rawValue)", "", "**\(title(article))**", "",
      "- \(messages("explain.layer")): \(Markdown.prose(messages(article.layerKey)))",
      "- \(messages("explain.severity")): \(Markdown.prose(messages(article.severityKey)))",
    ]
    let text = article.text
    lines += heading("explain.found") + [Markdown.prose(text.found)]
    lines += heading("explain.why") + [Markdown.prose(text.why)]
    lines += heading("explain.cause") + [Markdown.prose(text.cause)]
    lines += heading("explain.fix")
    lines += text.fix.enumerated().map { "\($0.offset + 1). \(Markdown.prose($0.element))" }
    lines += heading("explain.see") + [Markdown.prose(text.see)]
    if !article.references.isEmpty {
      lines += heading("explain.references")
      lines += article.references.map { "- \(Markdown.reference($0))" }
    }
    return lines
  }
}
