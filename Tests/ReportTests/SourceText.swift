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
      // A key is a literal, named on its line or at the end of the line before: the rest is most of
      // the text, and patterns take their time.
      let quotes = code.map { $0.utf8.contains(UInt8(ascii: "\"")) }
      let near = code.indices.filter { quotes[$0] || ($0 + 1 < code.count && quotes[$0 + 1]) }
      return (path, near.map { code[$0] }.joined(separator: "\n"))
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
