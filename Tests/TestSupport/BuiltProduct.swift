import Foundation

/// Finds the programs that were built along with the tests.
public enum BuiltProduct {
  /// The product was not built, or not there.
  public struct Missing: Error {
    let name: String
    let searched: [String]
  }

  /// The path of a product of this package: beside the test bundle.
  public static func path(_ name: String) throws -> String {
    let starts =
      [
        Bundle.main.bundlePath, Bundle.main.executablePath, CommandLine.arguments.first,
      ].compactMap { $0 } + CommandLine.arguments.filter { $0.contains(".xctest") }
    var searched: [String] = []
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      for _ in 0..<5 {
        let candidate = folder.appendingPathComponent(name).path
        searched.append(candidate)
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    throw Missing(name: name, searched: searched)
  }
}
