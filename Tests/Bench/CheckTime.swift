import Foundation

/// How long a check says that it took, from its first question to its verdict.
enum CheckTime {
  private struct Document: Decodable {
    let durationMs: Double
  }

  /// Runs an `annai check` of one domain and reads its own time.
  static func milliseconds(of command: [String]) throws -> Double {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst()) + ["--format", "json"]
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Document.self, from: output).durationMs
  }
}
