import Terminal

/// What a screen must show of the octets that a program has written: the reference is compared
/// with it, cell by cell.
enum CellGrid {
  /// The lines, without what only switches something, and without what was taken away again.
  static func lines(_ octets: [UInt8]) -> [String] {
    String(decoding: octets, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
      .map { line in
        let parts = line.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
        return (parts.last ?? "").replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
          .split(separator: "\r", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      }
  }

  /// The rows of all lines.
  static func rows(_ octets: [UInt8], columns: Int) -> [String] {
    lines(octets).flatMap { rows($0, columns: columns) }
  }

  /// A line in rows: a character that needs two cells and has one left stands in the next row.
  static func rows(_ line: String, columns: Int) -> [String] {
    var (rows, used) = ([""], 0)
    for character in line {
      let width = DisplayWidth.of(String(character))
      if used + width > columns {
        rows.append("")
        used = 0
      }
      rows[rows.count - 1].append(character)
      used += width
    }
    return rows.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return row
    }
  }
}
