/// Columns under headings; a cell is never wrapped or shortened.
public struct TextTable: Sendable {
  /// What stands in one place of a table.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let style: Style

    /// A cell; control characters in its text are shown, not obeyed.
    public init(_ text: String, _ style: Style = []) {
      self.text = Visible.text(text)
      self.style = style
    }

    /// A cell without a style.
    public init(stringLiteral text: String) { self.init(text) }
  }

  private let headings: [Cell]
  private var rows: [[Cell]] = []

  /// An empty table; rows are cut or filled up to as many cells as there are headings.
  public init(headings: [String]) {
    self.headings = headings.map { Cell($0, .bold) }
  }

  /// Adds a row below the others.
  public mutating func append(_ row: [Cell]) {
    rows.append(headings.indices.map { $0 < row.count ? row[$0] : "" })
  }

  /// The lines of the table: columns side by side, or one line for each cell where the screen is
  /// too narrow for that.
  ///
  /// - Parameters:
  ///   - columns: the cells of a line of the screen.
  ///   - styled: puts a style on a text, as `Output.styled` does.
  public func lines(
    columns: Int, styled: (String, Style) -> String = { text, _ in text }
  ) -> [String] {
    let widths = headings.indices.map { column in
      ([headings] + rows).map { DisplayWidth.of($0[column].text) }.max() ?? 0
    }
    let total = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
    return total <= columns ? sideBySide(widths, styled) : oneByOne(styled)
  }

  /// The cells between two columns.
  private static let gap = 2

  private func sideBySide(_ widths: [Int], _ styled: (String, Style) -> String) -> [String] {
    let rule = widths.map { Cell(String(repeating: "-", count: $0)) }
    return ([headings, rule] + rows).map { row in
      let last = row.lastIndex { !$0.text.isEmpty } ?? 0
      return zip(row, widths).prefix(last + 1).enumerated().map { column, place in
        let (cell, width) = place
        return styled(cell.text, cell.style)
          + (column == last ? "" : Self.spaces(width - DisplayWidth.of(cell.text) + Self.gap))
      }.joined()
    }
  }

  private func oneByOne(_ styled: (String, Style) -> String) -> [String] {
    let width = headings.map { DisplayWidth.of($0.text) }.max() ?? 0
    let blocks = rows.map { row in
      zip(headings, row).filter { !$1.text.isEmpty }.map { heading, cell in
        styled(heading.text, heading.style)
          + Self.spaces(width - DisplayWidth.of(heading.text) + Self.gap)
          + styled(cell.text, cell.style)
      }
    }
    return Array(blocks.joined(separator: [""]))
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
