import Foundation

/// The `dig` of this machine: the witness that is not our own code.
public struct Dig: Sendable {
  private let path: String

  /// Finds `dig` in the search path.
  public init() throws(LabError) { path = try Program("dig").path }

  /// Runs `dig` and gives what it printed; throws unless it ended with status 0.
  ///
  /// Gives up after ten seconds, however often `dig` would try.
  public func run(_ arguments: [String]) async throws -> String {
    let log = FileManager.default.temporaryDirectory.path + "/annai-dig-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: log) }
    let process = try ChildProcess(Program(at: path), arguments, log: log)
    let deadline = ContinuousClock.now + .seconds(10)
    while process.isRunning, ContinuousClock.now < deadline {
      do {
        try await Task.sleep(for: .milliseconds(2))
      } catch {
        process.end(within: .zero)
        throw error
      }
    }
    let status = process.end(within: .zero)
    let output = process.output
    guard status == 0 else { throw LabError.digFailed(status: status, output: output) }
    return output
  }
}

/// What `dig` printed about one answer.
public struct DigReply: Sendable {
  /// The response code, `NOERROR` or another mnemonic.
  public let status: String
  /// The flags, such as `aa`.
  public let flags: Set<String>
  /// The data of the answer section as presentation text, sorted.
  public let answers: [String]
  /// The lines of the authority section.
  public let authority: [String]
  /// The codes of extended errors (RFC 8914 §2).
  public let extendedErrors: [Int]

  /// Reads what `dig +noall +comments +answer +authority` printed.
  init(_ output: String) {
    var status = ""
    var flags: Set<String> = []
    var sections: [String: [String]] = [:]
    var section = ""
    var extendedErrors: [Int] = []
    for line in output.split(separator: "\n").map(String.init) {
      if line.hasPrefix(";; ->>HEADER<<-"), let range = line.firstRange(of: "status: ") {
        status = String(line[range.upperBound...].prefix { $0 != "," })
      } else if line.hasPrefix(";; flags: ") {
        flags = Set(line.dropFirst(10).prefix { $0 != ";" }.split(separator: " ").map(String.init))
      } else if line.hasPrefix("; EDE: ") {
        extendedErrors += [Int(line.dropFirst(7).prefix { $0.isNumber })].compactMap { $0 }
      } else if line.hasPrefix(";; "), line.hasSuffix(" SECTION:") {
        section = String(line.dropFirst(3).dropLast(9))
      } else if !line.hasPrefix(";") {
        sections[section, default: []].append(line)
      }
    }
    self.status = status
    self.flags = flags
    // Owner, TTL, class and type stand in front of the data.
    self.answers = (sections["ANSWER"] ?? []).map {
      $0.split(maxSplits: 4, whereSeparator: \.isWhitespace).dropFirst(4).joined()
    }.sorted()
    self.authority = sections["AUTHORITY"] ?? []
    self.extendedErrors = extendedErrors
  }
}

extension Lab {
  /// Asks with `dig`, the resolver unless another address is given; options such as `+tcp`.
  public func dig(
    _ name: String, _ type: String, at address: String? = nil, options: [String] = []
  ) async throws -> DigReply {
    let fixed = ["+noall", "+comments", "+answer", "+authority", "+tries=2", "+time=3"]
    let server = ["@\(address ?? resolver.address)", "-p", "\(port)"]
    return DigReply(try await Dig().run(server + fixed + options + ["-q", name, "-t", type]))
  }
}
