/// Why the tables cannot be used.
public enum ResourceError: Error, Sendable, Equatable {
  /// No folder with `Localizations/en` in it; `searched` has the paths in the order of the search.
  case notFound(searched: [String])
  /// The file or folder cannot be opened, is not a regular file, or a read failed.
  case unreadable(file: String)
  /// A table is wrong at a place: `line` and `column` count from 1, columns in Unicode scalars.
  case malformed(file: String, line: Int, column: Int, reason: Malformation)

  /// A stable name for logs, JSON and message keys.
  public var code: String {
    switch self {
    case .notFound: "resources-not-found"
    case .unreadable: "unreadable"
    case .malformed(_, _, _, let reason): reason.code
    }
  }
}
