import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program.
enum Annai {
  /// `ANNAI_TEST_PROGRAM`, or the one beside the tests, which is slower.
  static let path = Result {
    try ProcessInfo.processInfo.environment["ANNAI_TEST_PROGRAM"] ?? BuiltProduct.path("annai")
  }

  /// How a run ended and what it wrote.
  struct Outcome: CustomStringConvertible {
    /// The exit status; nil when a signal ended the program, as a trap does.
    let status: Int32?
    /// Standard output.
    let output: String
    /// Standard error.
    let dialogue: String

    var description: String {
      let status = status.map(String.init) ?? "none (signal)"
      return "status \(status)\n--- stdout\n\(output)\n--- stderr\n\(dialogue)"
    }
  }

  enum Failure: Error { case hangs(arguments: [String]) }

  /// Runs the program to its end without a terminal; kills it when it takes far too long.
  static func run(
    _ arguments: [String], in place: Place, environment: [String: String] = [:],
    input: String = "", folder: String? = nil, program: String? = nil
  ) throws -> Outcome {
    let (out, err) = (place.file(".stdout"), place.file(".stderr"))
    let source = try place.write(".stdin", input)
    for name in [".stdout", ".stderr"] { try place.write(name, "") }
    let process = Process()
    process.executableURL = URL(filePath: try program ?? path.get())
    process.arguments = arguments
    process.environment = place.environment(environment)
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: source))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: err))
    try process.run()
    let end = ContinuousClock.now + PseudoTerminal.patience
    while process.isRunning, ContinuousClock.now < end { usleep(1000) }
    guard !process.isRunning else {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      throw Failure.hangs(arguments: arguments)
    }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try String(contentsOfFile: out, encoding: .utf8),
      dialogue: try String(contentsOfFile: err, encoding: .utf8))
  }

  /// Starts the program on a terminal.
  static func start(
    _ arguments: [String], in place: Place, environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal.spawn(
      path.get(), arguments: arguments,
      environment: place.environment(["NO_COLOR": "1"].merging(environment) { $1 }),
      columns: columns, rows: rows)
  }
}
