import Foundation

/// A folder of its own for one test: home, state and whatever files the test needs.
final class Place {
  /// The folder, every link followed.
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annai-place-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
    for name in ["home", "state"] { try makeFolder(name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The environment of a run: nothing of this process but where programs are.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    [
      "HOME": "\(path)/home", "XDG_STATE_HOME": "\(path)/state", "TERM": "xterm-256color",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
    ].merging(more) { $1 }
  }

  /// The path of a name in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file; gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Writes a file of any octets; gives its path.
  @discardableResult
  func write(_ name: String, _ octets: [UInt8]) throws -> String {
    try Data(octets).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// What is in a file.
  func octets(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: file(name))))
  }

  /// Makes a folder; gives its path.
  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: true)
    return file(name)
  }

  /// A copy of the shipped tables and playbooks that a test may spoil; gives its path.
  func copyResources(to name: String = "resources") throws -> String {
    let folder = try makeFolder(name)
    for part in ["Localizations", "Playbooks"] {
      try FileManager.default.copyItem(
        atPath: Words.root.appending(path: part).path, toPath: "\(folder)/\(part)")
    }
    return folder
  }
}
