import Diagnosis

/// An article about a finding as JSON.
///
/// Keys and ids are the same in every language; the texts are in one.
public struct ExplainDocument: Encodable, Sendable {
  let id: String
  let layer: String
  let severity: String
  let title: String
  let found: String
  let why: String
  let cause: String
  let fix: [String]
  let see: String
  let references: [String]

  /// The document of an article.
  public init(_ article: FindingArticle) {
    id = article.id.rawValue
    layer = article.layer.rawValue
    severity = article.severity.rawValue
    title = article.text.title
    found = article.text.found
    why = article.text.why
    cause = article.text.cause
    fix = article.text.fix
    see = article.text.see
    references = article.references
  }
}
