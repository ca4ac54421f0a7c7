/// How `dig` lines up the columns of records.
public struct RecordColumns: Hashable, Sendable {
  /// Whether the TTL is shown.
  public var showsTTL = true
  /// Whether the class is shown.
  public var showsClass = true

  /// All columns.
  public init() {}

  /// A record as one line of a zone file, without a line break.
  public func line(_ record: ResourceRecord) -> String {
    var line = ColumnLine(record.name.description)
    if showsTTL { line.add(String(record.ttl), at: 24) }
    if showsClass { line.add("IN", at: classColumn) }
    line.add(record.type.name, at: typeColumn)
    line.add(record.presentation, at: typeColumn + 8)
    return line.text
  }

  /// A question in the same columns, without a line break.
  public func line(_ question: Question) -> String {
    var line = ColumnLine(question.name.description)
    line.add("IN", at: classColumn)
    line.add(question.type.name, at: typeColumn)
    return ";" + line.text
  }

  // What is left out gives its place to what follows.
  private var classColumn: Int { showsTTL && showsClass ? 32 : 24 }
  private var typeColumn: Int { showsTTL && showsClass ? 40 : showsTTL || showsClass ? 32 : 24 }
}

/// A line that grows to the right, column by column.
private struct ColumnLine {
  private(set) var text: String
  private var width: Int
  private static let tab = 8

  init(_ text: String) {
    self.text = text
    width = text.utf8.count
  }

  /// Adds a word at a column, or one place further than where the line ends.
  mutating func add(_ word: String, at column: Int) {
    let target = max(column, width + 1)
    let tabs = target / Self.tab - width / Self.tab
    text += String(repeating: "\t", count: tabs)
    if tabs > 0 { width = target / Self.tab * Self.tab }
    text += String(repeating: " ", count: target - width) + word
    width = target + word.utf8.count
  }
}
