import Localization

/// A guide as one HTML page that needs nothing else: no request leaves the reader's machine.
public struct GuideHTML: Sendable {
  /// The document, its last line ended.
  public let text: String

  private let guide: Guide

  /// The page of a guide.
  public init(_ guide: Guide) {
    self.guide = guide
    var text = HTMLPage.head(title: guide.title, language: guide.language)
    text += Self.skip(guide)
    text += "<header><h1>\(HTMLText.prose(guide.title))</h1></header>\n"
    text += Self.contents(guide)
    text += "<main id=\"guide\">\n" + Self.body(guide) + "</main>\n"
    text += HTMLPage.foot(copied: guide.messages("guide.copied"))
    self.text = text
  }

  /// The first thing that a keyboard reaches (WCAG 2.2, 2.4.1).
  private static func skip(_ guide: Guide) -> String {
    let words = HTMLText.escaped(guide.messages("guide.skip"))
    return "<a class=\"skip\" href=\"#guide\">\(words)</a>\n"
  }

  private static func contents(_ guide: Guide) -> String {
    let label = HTMLText.escaped(guide.messages("guide.contents"))
    let items = guide.parts.compactMap { part -> String? in
      guard case .chapter(let title, let id) = part else { return nil }
      return "<li><a href=\"#\(id)\">\(HTMLText.prose(title))</a></li>\n"
    }
    return "<nav aria-label=\"\(label)\">\n<ol>\n\(items.joined())</ol>\n</nav>\n"
  }

  private static func body(_ guide: Guide) -> String {
    var text = ""
    var isInChapter = false
    var isInList = false
    for part in guide.parts {
      if case .instruction(let sentence, let number) = part {
        if !isInList { text += "<ol start=\"\(number)\">\n" }
        isInList = true
        text += "<li>\(HTMLText.prose(sentence))</li>\n"
        continue
      }
      if isInList { text += "</ol>\n" }
      isInList = false
      if case .chapter(let title, let id) = part {
        if isInChapter { text += "</section>\n" }
        isInChapter = true
        text += "<section aria-labelledby=\"\(id)\">\n"
        text += "<h2 id=\"\(id)\">\(HTMLText.prose(title))</h2>\n"
        continue
      }
      text += element(part, guide)
    }
    if isInList { text += "</ol>\n" }
    return text + (isInChapter ? "</section>\n" : "")
  }

  private static func element(_ part: GuidePart, _ guide: Guide) -> String {
    switch part {
    case .chapter, .instruction: return ""
    case .section(let title, let id): return "<h3 id=\"\(id)\">\(HTMLText.prose(title))</h3>\n"
    case .paragraph(let text): return "<p>\(HTMLText.prose(text))</p>\n"
    case .note(let text):
      let note = guide.messages("wizard.note", ["note": .text(text)])
      return "<p class=\"note\">\(HTMLText.prose(note))</p>\n"
    case .question(let question):
      let remarks = question.remarks.map { "<li>\(HTMLText.prose($0))</li>\n" }.joined()
      return """
        <div class="question">
        <p><strong>\(HTMLText.prose(question.text))</strong> \
        <code class="id">\(HTMLText.escaped(question.id))</code></p>
        <p>\(HTMLText.prose(question.why))</p>
        <ul>
        \(remarks)</ul>
        </div>

        """
    case .fields(let fields):
      return "<dl>\n" + fields.map { field($0, guide) }.joined() + "</dl>\n"
    case .command(let command):
      return "<div class=\"value\"><pre><code>\(HTMLText.escaped(command))</code></pre>"
        + button(command, of: command, guide) + "</div>\n"
    case .trouble(let trouble):
      let steps = trouble.fix.map { "<li>\(HTMLText.prose($0))</li>\n" }.joined()
      return """
        <details id="\(HTMLText.escaped(trouble.id))">
        <summary>\(HTMLText.prose(trouble.title)) \
        <code class="id">\(HTMLText.escaped(trouble.id))</code></summary>
        <p>\(HTMLText.prose(trouble.why))</p>
        <ol>
        \(steps)</ol>
        </details>

        """
    }
  }

  private static func field(_ field: GuidePart.Field, _ guide: Guide) -> String {
    let label = "<dt>\(HTMLText.prose(field.label))</dt>\n"
    switch field.value {
    case .words(let text): return label + "<dd>\(HTMLText.prose(text))</dd>\n"
    case .exact(let value):
      return label + "<dd class=\"value\"><code>\(HTMLText.escaped(value))</code>"
        + button(value, of: field.label, guide) + "</dd>\n"
    }
  }

  /// Hidden until the script finds that the browser can copy.
  private static func button(_ value: String, of label: String, _ guide: Guide) -> String {
    let word = HTMLText.escaped(guide.messages("guide.copy"))
    let name = HTMLText.escaped(guide.messages("guide.copy-label", ["label": .text(label)]))
    return "<button type=\"button\" hidden data-copy=\"\(HTMLText.escaped(value))\""
      + " aria-label=\"\(name)\">\(word)</button>"
  }
}
