import DNS
import Foundation

/// The output of one run of `dig`, which must be installed (package bind9-dnsutils).
struct Dig {
  struct Missing: Error, CustomStringConvertible {
    let description = "dig was not found in PATH; install bind9-dnsutils"
  }

  let status: String
  let flags: Set<String>
  let answer: [String]
  let authority: [String]
  let additional: [String]
  let text: String

  /// Runs `dig -p PORT @SERVER` with the arguments, one try, 5 seconds.
  init(_ server: IPAddress, port: UInt16, arguments: [String]) throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    let candidates = path.split(separator: ":").map { "\($0)/dig" }
    guard
      let program = candidates.first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else {
      throw Missing()
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      ["-r", "-p", "\(port)", "@\(server)", "+tries=1", "+time=5", "+nocookie"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let octets = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: octets, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func section(_ name: String) -> [String] {
      guard let start = lines.firstIndex(of: ";; \(name) SECTION:") else { return [] }
      return lines[(start + 1)...].prefix { !$0.isEmpty }.map { line in
        line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    func field(_ name: String) -> String {
      guard let line = lines.first(where: { $0.contains(name) }),
        let range = line.range(of: name)
      else { return "" }
      return String(line[range.upperBound...].prefix { $0 != "," && $0 != ";" })
    }
    self.text = text
    status = field("status: ")
    flags = Set(field(";; flags: ").split(separator: " ").map(String.init))
    answer = section("ANSWER")
    authority = section("AUTHORITY")
    additional = section("ADDITIONAL")
  }
}
