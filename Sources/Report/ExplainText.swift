import Diagnosis
import Localization

/// The catalogue of findings as a text for people: the list, and one article.
public struct ExplainText: Sendable {
  /// The text, in the order in which it is read.
  public let blocks: [Block]

  /// One article.
  public init(_ article: FindingArticle, _ messages: Messages) {
    let text = article.text
    func part(_ title: MessageKey, _ sentences: String) -> [Block] {
      [.space, .subheading(messages(title)), .paragraph(sentences, indent: 2)]
    }
    var blocks: [Block] = [
      .heading(text.title),
      .fields([
        Block.Field(messages("explain.id"), article.id.rawValue),
        Block.Field(messages("explain.layer"), messages(article.layerKey)),
        Block.Field(messages("explain.severity"), messages(article.severityKey)),
      ]),
    ]
    blocks += part("explain.found", text.found) + part("explain.why", text.why)
    blocks += part("explain.cause", text.cause)
    blocks += [.space, .subheading(messages("explain.fix"))]
    blocks += text.fix.enumerated().map { index, step in
      .paragraph(step, marker: "\(index + 1). ", indent: 2)
    }
    blocks += part("explain.see", text.see)
    if !article.references.isEmpty {
      blocks += [.space, .subheading(messages("explain.references"))]
      blocks += article.references.map { .verbatim($0) }
    }
    self.blocks = blocks + [.space, .paragraph(messages("explain.example"))]
  }

  /// The list of all findings, layer by layer.
  public init(listing articles: [FindingArticle], _ messages: Messages) {
    var blocks: [Block] = [
      .heading(messages("explain.title")), .paragraph(messages("explain.introduction")), .space,
    ]
    for layer in Layer.allCases {
      let ones = articles.filter { $0.layer == layer }
      guard let first = ones.first else { continue }
      blocks.append(.subheading(messages(first.layerKey)))
      blocks += ones.flatMap { article -> [Block] in
        [
          .verbatim(article.id.rawValue),
          .paragraph("[\(messages(article.severityKey))] \(article.text.title)", indent: 6),
        ]
      }
      blocks.append(.space)
    }
    self.blocks = blocks
  }
}
