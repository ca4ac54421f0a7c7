import Foundation

/// The Swift sources of the program as text: which message keys they name.
struct SourceText {
  /// Every line that is not a comment, file by file.
  private let files: [(path: String, text: String)]

  /// Read once for all tests.
  static let program = Result { try SourceText() }

  private init() throws {
    let folder = Tables.root.appending(path: "Sources").resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      return (path, code.joined(separator: "\n"))
    }
  }

  var count: Int { files.count }

  /// Keys by the way in which they are named; the file is kept for the message of a failure.
  func keys(_ pattern: Regex<(Substring, Substring)>) -> [String: String] {
    files.reduce(into: [:]) { keys, file in
      for match in file.text.matches(of: pattern) { keys[String(match.1)] = file.path }
    }
  }

  /// String literals without interpolation that look like a key: `wizard.prompt.records`.
  func literals(startingWith starts: Set<String>) -> [String: String] {
    keys(/"([a-z]+(?:\.[a-z0-9-]+)+)"/).filter { key, _ in
      starts.contains(String(key.prefix { $0 != "." }))
    }
  }

  /// The constant beginnings of keys that are put together: `finding.` of `"finding.\(id)"`.
  var families: Set<String> {
    Set(keys(/MessageKey\(\s*"([a-z.-]+)\\\(/).keys)
  }
}
