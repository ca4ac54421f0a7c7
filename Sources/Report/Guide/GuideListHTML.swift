import Localization
import Playbook

/// The page of a documentation site that leads to the guides, one file `<id>.html` each.
public struct GuideListHTML: Sendable {
  /// The document, its last line ended.
  public let text: String

  /// The page for some playbooks.
  public init(_ playbooks: [Playbook], _ messages: Messages) {
    let title = messages("guide.list-title")
    let items = playbooks.map { playbook in
      let name = HTMLText.prose(PlaybookWords(playbook, messages)(playbook.service))
      return "<li><a href=\"\(HTMLText.escaped(playbook.id)).html\">\(name)</a></li>\n"
    }
    text =
      HTMLPage.head(title: title, language: messages.language.code)
      + "<header><h1>\(HTMLText.prose(title))</h1></header>\n<main>\n"
      + "<p>\(HTMLText.prose(messages("guide.list-introduction")))</p>\n"
      + "<ul>\n\(items.joined())</ul>\n</main>\n"
      + HTMLPage.foot(copied: messages("guide.copied"))
  }
}
