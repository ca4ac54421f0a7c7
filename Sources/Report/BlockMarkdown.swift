import Diagnosis

/// A text for people as Markdown (CommonMark 0.31).
public struct BlockMarkdown: Sendable {
  /// The text without a line break at its end.
  public let text: String

  /// The Markdown of some blocks; titles begin at the second level, below that of the page.
  public init(_ blocks: [Block]) {
    var paragraphs: [[String]] = []
    var wasListed = false
    var wasCode = false
    for block in blocks {
      let lines = Self.lines(block)
      // Numbered instructions in a row are one list, and lines of code in a row one block.
      if Self.isListed(block), wasListed, let last = paragraphs.indices.last {
        paragraphs[last] += lines
      } else if Self.isCode(block), wasCode, let last = paragraphs.indices.last {
        paragraphs[last].insert(
          contentsOf: lines.dropFirst().dropLast(), at: paragraphs[last].count - 1)
      } else if !lines.isEmpty {
        paragraphs.append(lines)
      }
      wasListed = Self.isListed(block)
      wasCode = Self.isCode(block)
    }
    text = paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// Sentences of the tables with their data, on one line.
  public static func prose(_ text: String) -> String { GuideMarkdown.prose(text) }

  private static func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(let text): ["## " + prose(text)]
    case .subheading(let text): ["### " + prose(text)]
    case .paragraph(let text, let marker, _):
      [(isList(marker) ? marker : prose(marker)) + prose(text)]
    case .verbatim(let text, _): ["```", oneLine(text), "```"]
    case .marked(let excerpt, _): ["```", oneLine(excerpt.text), "```"]
    case .difference(let excerpt, let labels):
      [(labels.expected, excerpt.expected), (labels.observed, excerpt.observed)].map {
        "- \(prose($0)): \(GuideMarkdown.code(excerpt.before + $1 + excerpt.after))"
      }
    case .table(let rows):
      rows.map { "- " + $0.cells.map(GuideMarkdown.code).joined(separator: " ") }
    case .fields(let fields):
      fields.map { "- \(prose($0.label)): \(GuideMarkdown.code($0.value))" }
    case .space: []
    }
  }

  /// A line break inside a fence could end it.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func isList(_ marker: String) -> Bool {
    marker == "- " || marker == "* " || marker.wholeMatch(of: #/[0-9]+\. /#) != nil
  }

  private static func isListed(_ block: Block) -> Bool {
    switch block {
    case .paragraph(_, let marker, _): isList(marker)
    case .difference: true
    default: false
    }
  }

  private static func isCode(_ block: Block) -> Bool {
    if case .verbatim = block { true } else { false }
  }
}
