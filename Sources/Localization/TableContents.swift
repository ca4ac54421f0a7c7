#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The messages of one table file with their places, for checks beyond those of `TableCheck`.
public struct TableContents: Sendable {
  /// One message.
  public struct Entry: Sendable {
    /// The key as the file has it.
    public let key: String
    /// The line of the key, from 1.
    public let line: Int
    /// The column of the key in Unicode scalars, from 1.
    public let column: Int
    /// The names of what the text wants filled in, sorted; none when the text cannot be read.
    public let placeholders: [String]
  }

  /// In the order of the file.
  public let entries: [Entry]

  /// Reads `path` below `resources`; nil for a file that is none, or no table.
  public init?(resources: URL, path: String) {
    let file = resources.appendingPathComponent(path).path
    let source = TableSource(path: file, relativePath: path, prefix: "")
    guard let table = try? TableFile(source) else { return nil }
    entries = table.entries.map { entry in
      let place = table.position(of: entry.offset)
      let placeholders = (try? MessagePattern(entry.text))?.placeholders ?? []
      return Entry(
        key: entry.key, line: place.line, column: place.column,
        placeholders: placeholders.sorted())
    }
  }
}
