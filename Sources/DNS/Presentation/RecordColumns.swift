/// How `dig` lines up the columns of records.
public struct RecordColumns: Hashable, Sendable {
  /// Whether the TTL is shown.
  public var showsTTL = true
  /// Whether the class is shown.
  public var showsClass = true
  /// Whether TTLs have units (`+ttlunits`).
  public var hasUnits = false
  /// How the data are written.
  public var style = PresentationStyle()

  /// All columns.
  public init() {}

  /// A record as in a zone file, without a line break at its end.
  public func line(_ record: ResourceRecord) -> String {
    var line = ColumnLine(record.name.text(style))
    if showsTTL { line.add(hasUnits ? TimeText.short(record.ttl) : String(record.ttl), at: 24) }
    if showsClass { line.add(className, at: classColumn) }
    line.add(name(record.type), at: typeColumn)
    line.add(record.presentation(style), at: typeColumn + 8)
    return line.text
  }

  /// A question in the same columns, without a line break.
  public func line(_ question: Question) -> String {
    var line = ColumnLine(question.name.text(style))
    line.add(className, at: classColumn)
    line.add(name(question.type), at: typeColumn)
    return ";" + line.text
  }

  private var className: String { style.isGeneric ? "CLASS1" : "IN" }

  private func name(_ type: RecordType) -> String {
    style.isGeneric ? "TYPE\(type.rawValue)" : type.name
  }

  // What is left out gives its place to what follows; data over several lines need the room.
  private var isNarrow: Bool { style.isMultiline || !showsTTL && !showsClass }
  private var classColumn: Int { isNarrow || !showsTTL || !showsClass ? 24 : 32 }
  private var typeColumn: Int { isNarrow ? 24 : showsTTL && showsClass ? 40 : 32 }
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
