import Localization
import Report
import Terminal

/// Lays a text out for a screen: wraps sentences, aligns columns, leaves values whole.
struct BlockPrinter {
  private let output: Output
  private let columns: Int
  private let drawsLines: Bool

  /// The widest text that reads well, in cells.
  static let widest = 80

  init(_ output: Output, isAccessible: Bool) {
    self.output = output
    drawsLines = !isAccessible
    columns = min(output.columns, Self.widest)
  }

  /// A printer for files: so wide, without colours.
  init(columns: Int) {
    output = Output(fileDescriptor: 2, color: .never, environment: { _ in nil })
    drawsLines = true
    self.columns = columns
  }

  /// The text of some blocks, each line ended; everything unprintable is shown escaped.
  func text(_ blocks: [Block]) -> String {
    blocks.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(let title):
      let lines = wrapped(title, marker: "", indent: 0)
      guard drawsLines else { return lines }
      let width = lines.map(DisplayWidth.of).max() ?? 0
      return lines.map { output.styled($0, .bold) }
        + [String(repeating: "=", count: min(width, columns))]
    case .subheading(let title):
      return wrapped(title, marker: "", indent: 0).map { output.styled($0, .bold) }
    case .paragraph(let sentence, let marker, let indent):
      return wrapped(sentence, marker: marker, indent: indent)
    case .verbatim(let value, let indent):
      return [String(repeating: " ", count: indent) + Visible.text(value)]
    case .marked(let excerpt, let indent):
      let excerpt = MarkedExcerpt(excerpt, columns: columns - indent)
      let lines = drawsLines ? excerpt.lines : [excerpt.spokenLine]
      return lines.map { String(repeating: " ", count: indent) + $0 }
    case .difference(let excerpt, let labels):
      let difference = DifferenceLines(excerpt, labels, columns: columns)
      return drawsLines ? difference.lines : difference.spokenLines
    case .fields(let fields): return self.fields(fields)
    case .table(let rows): return table(rows)
    case .space: return [""]
    }
  }

  private func wrapped(_ sentence: String, marker: String, indent: Int) -> [String] {
    let first = String(repeating: " ", count: indent) + marker
    let rest = String(repeating: " ", count: indent + DisplayWidth.of(marker))
    return TextWrap.lines(Visible.text(sentence), columns: columns, first: first, rest: rest)
  }

  private func fields(_ fields: [Block.Field]) -> [String] {
    let width = fields.map { DisplayWidth.of($0.label) }.max() ?? 0
    return fields.map { field in
      let gap = String(repeating: " ", count: width - DisplayWidth.of(field.label))
      return "  \(field.label)\(gap) : \(Visible.text(field.value))"
    }
  }

  /// Columns as wide as their widest cell; when a row does not fit, its last cell gets a line of
  /// its own, so that names and values stay whole.
  private func table(_ rows: [Block.Row]) -> [String] {
    let cells = rows.map { $0.cells.map(Visible.text) }
    let count = cells.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      cells.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, count - 1)
    return zip(rows, cells).flatMap { row, cells -> [String] in
      var parts = cells.enumerated().map { column, cell in
        column == cells.count - 1
          ? cell
          : cell + String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      }
      if let word = parts.first { parts[0] = output.styled(word, row.mood.style) }
      guard total > columns, let last = parts.popLast(), !parts.isEmpty else {
        return [parts.joined(separator: "  ")]
      }
      return [parts.joined(separator: "  "), "    " + last]
    }
  }
}

extension Block.Mood {
  /// A colour beside the word; the word alone says it all.
  fileprivate var style: Style {
    switch self {
    case .good: .green
    case .waiting, .unknown: .yellow
    case .bad: .red
    case .plain: []
    }
  }
}
