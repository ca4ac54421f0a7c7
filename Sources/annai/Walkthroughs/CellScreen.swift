import Playbook
import Report
import Terminal

/// What was shown, laid out as on a terminal of 80 columns that is high enough for all of it.
struct CellScreen {
  private let rows: [CellRow]

  init(_ blocks: [Block]) {
    let text = BlockPrinter(columns: BlockPrinter.widest).text(blocks)
    rows = text.split(separator: "\n").map { CellRow(String($0)) }
  }

  /// Whether something stands on it, cell by cell.
  func shows(_ sight: Expectation.Sight) -> Bool {
    switch sight {
    case .text(let text):
      let wanted = CellRow(text)
      return rows.contains { $0.columns(of: wanted).isEmpty == false }
    case .aligned(let texts):
      let wanted = texts.map { CellRow($0) }
      guard let first = wanted.first else { return true }
      let columns = Set(rows.flatMap { $0.columns(of: first) })
      return columns.contains { isColumn($0, of: wanted) }
    }
  }

  /// Whether texts begin in a column, one below the other; other rows may stand between them.
  private func isColumn(_ column: Int, of texts: [CellRow]) -> Bool {
    var rest = texts[...]
    for row in rows {
      guard let text = rest.first else { break }
      if row.columns(of: text).contains(column) { rest.removeFirst() }
    }
    return rest.isEmpty
  }
}
