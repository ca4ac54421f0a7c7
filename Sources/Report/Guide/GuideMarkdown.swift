import Localization

/// A guide as Markdown (CommonMark 0.31).
public struct GuideMarkdown: Sendable {
  /// The text, its last line ended.
  public let text: String

  /// The Markdown of a guide.
  public init(_ guide: Guide) {
    var lines = ["# " + Self.prose(guide.title)]
    var isList = false
    for part in guide.parts {
      // Instructions in a row are one list.
      let continues = if case .instruction = part { isList } else { false }
      if !continues { lines.append("") }
      lines += Self.lines(part, guide)
      isList = if case .instruction = part { true } else { false }
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ part: GuidePart, _ guide: Guide) -> [String] {
    switch part {
    case .chapter(let title, _): ["## " + prose(title)]
    case .section(let title, _): ["### " + prose(title)]
    case .paragraph(let text): [prose(text)]
    case .note(let text):
      ["> " + prose(guide.messages("wizard.note", ["note": .text(text)]))]
    case .instruction(let text, let number): ["\(number). " + prose(text)]
    case .question(let question):
      ["- **\(prose(question.text))** \(code(question.id))", "  " + prose(question.why)]
        + question.remarks.map { "  - " + prose($0) }
    case .fields(let fields): fields.map(field)
    case .command(let command): ["```sh", command, "```"]
    case .trouble(let trouble):
      ["### " + prose(trouble.title), "", code(trouble.id), "", prose(trouble.why), ""]
        + trouble.fix.enumerated().map { "\($0.offset + 1). " + prose($0.element) }
    }
  }

  private static func field(_ field: GuidePart.Field) -> String {
    switch field.value {
    case .exact(let value): "- \(prose(field.label)): \(code(value))"
    case .words(let text): "- \(prose(field.label)): \(prose(text))"
    }
  }

  static func prose(_ text: String) -> String {
    Prose.pieces(text).map { piece in
      switch piece {
      case .text(let text): Markdown.escaped(text[...])
      case .code(let text): code(text)
      case .address(let text): "<\(text)>"
      }
    }.joined()
  }

  /// A code span with a fence longer than any run of backticks in it (CommonMark 0.31, 6.1).
  static func code(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let longest = line.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = line.hasPrefix("`") || line.hasSuffix("`")
    return needsSpace ? "\(fence) \(line) \(fence)" : fence + line + fence
  }
}
