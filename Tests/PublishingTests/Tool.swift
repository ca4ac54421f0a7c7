import Foundation

/// A program that reads what was written for it.
struct Tool {
  private let path: String

  /// A program at a path; nil when there is none.
  init?(at path: String) {
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    self.path = path
  }

  /// Finds a program; nil, with the reason printed, when it is not installed.
  init?(_ name: String, instead: String) {
    let own = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = own.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/bin", "/bin"]
    let found = folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      print("\(name) is not installed: \(instead) checks its format instead")
      return nil
    }
    path = found
  }

  struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// Runs it in a folder of its own with files in it; the folder is deleted afterwards.
  func run(
    _ arguments: [String], input: String = "", files: [String: String] = [:]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annai-export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    // Through files and not through pipes, which could fill up.
    func handle(_ name: String, _ text: String, writing: Bool) throws -> FileHandle {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return writing ? try FileHandle(forWritingTo: file) : try FileHandle(forReadingFrom: file)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "LANG": "C.UTF-8",
      // Terraform would ask the Internet for a newer version of itself.
      "CHECKPOINT_DISABLE": "1",
    ]
    process.standardInput = try handle(".in", input, writing: false)
    process.standardOutput = try handle(".out", "", writing: true)
    process.standardError = try handle(".err", "", writing: true)
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return Outcome(
      status: process.terminationStatus, output: try text(".out"), complaints: try text(".err"))
  }
}
