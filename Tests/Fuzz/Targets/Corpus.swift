import Foundation

extension FuzzTarget {
  /// The repository, found from this file.
  static let repository = (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) {
    url, _ in url.deletingLastPathComponent()
  }

  /// The inputs in the repository, in the order of their names.
  public func corpus() throws -> [[UInt8]] {
    let folder = Self.repository.appending(path: "Tests/Fuzz/Corpus/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { !$0.hasPrefix(".") }.sorted().map { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }
}
