/// A line as a terminal lays it out: a cell for most characters, two for wide ones (UAX #11).
public struct CellRow: Hashable, Sendable {
  /// What a cell holds.
  private enum Cell: Hashable, Sendable {
    /// A character begins here.
    case start(Character)
    /// A wide character goes on here.
    case rest
  }

  private let cells: [Cell]

  /// The cells of one line of text without control characters.
  public init(_ text: String) {
    cells = text.flatMap { character -> [Cell] in
      let width = DisplayWidth.of(character)
      // A mark without a base takes no cell of its own.
      return width == 0 ? [] : [.start(character)] + Array(repeating: .rest, count: width - 1)
    }
  }

  /// Every column, from 0, at which the cells of another line begin in this one.
  public func columns(of other: CellRow) -> [Int] {
    guard !other.cells.isEmpty, other.cells.count <= cells.count else { return [] }
    return (0...cells.count - other.cells.count).filter { column in
      guard cells[column..<column + other.cells.count].elementsEqual(other.cells) else {
        return false
      }
      // The last character ends where it ends there: it is not the half of a wide one.
      let end = column + other.cells.count
      return end == cells.count || cells[end] != .rest
    }
  }
}
