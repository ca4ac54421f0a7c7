import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one finished process took.
struct Measurement {
  let milliseconds: Double
  let mebibytes: Double
  let status: Int32

  struct NotStarted: Error {
    let program: String
  }

  /// Runs a program to its end, its output thrown away.
  static func of(_ arguments: [String]) throws -> Measurement {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard let path = arguments.first,
      posix_spawn(&process, path, &actions, nil, &words, environ) == 0
    else { throw NotStarted(program: arguments.first ?? "") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let duration = start.duration(to: .now)
    #if canImport(Glibc)
      let octets = Double(usage.ru_maxrss) * 1024
    #else
      let octets = Double(usage.ru_maxrss)
    #endif
    return Measurement(
      milliseconds: duration / .milliseconds(1), mebibytes: octets / 1_048_576,
      status: (status >> 8) & 0xFF)
  }
}

/// Smallest, middle and largest of some numbers.
struct Spread {
  private let sorted: [Double]

  init(_ numbers: [Double]) { sorted = numbers.sorted() }

  func text(unit: String) -> String {
    guard let least = sorted.first, let most = sorted.last else { return "-" }
    let median = sorted[sorted.count / 2]
    func number(_ value: Double) -> String { String(format: "%.1f", value) }
    return "median \(number(median)) \(unit) (\(number(least)) to \(number(most)))"
  }
}

/// The machine that was measured.
enum Machine {
  static var description: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map(String.init) ?? " unknown processor"
    return "\(ProcessInfo.processInfo.activeProcessorCount) cores,\(name)"
  }
}
