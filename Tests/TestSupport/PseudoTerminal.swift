import CPseudoTerminal
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program on a terminal, and the person before it: types, reads, and waits for what is shown.
///
/// For one thread at a time. The program is killed when the terminal goes.
public final class PseudoTerminal {
  /// The program's process.
  public let process: pid_t
  /// All that the program has written.
  public private(set) var transcript: [UInt8] = []
  private let descriptor: Int32
  /// How much of the transcript has been waited for already.
  private var position = 0
  private var status: ExitStatus?
  private var isClosed = false

  /// How a program ended.
  public enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// What went wrong before the terminal.
  public enum Failure: Error, CustomStringConvertible {
    case notStarted(path: String, errno: Int32)
    /// Waited in vain; holds what was awaited and what came since the last reply.
    case missing(String, shown: String)
    case stillRunning
    /// The program does not take what is typed.
    case notReading

    /// What a failed test says.
    public var description: String {
      switch self {
      case .notStarted(let path, let number): "\(path) not started: errno \(number)"
      case .missing(let awaited, let shown): "missing \(awaited.debugDescription) in: \(shown)"
      case .stillRunning: "the program is still running"
      case .notReading: "the program does not read"
      }
    }
  }

  /// So long a test waits before it fails; no test that passes depends on it.
  public static let patience = Duration.seconds(60)

  private init(descriptor: Int32, process: pid_t) {
    self.descriptor = descriptor
    self.process = process
  }

  deinit { close() }

  /// Starts a program, with nothing but this environment.
  public static func spawn(
    _ path: String, arguments: [String] = [],
    environment: [String: String] = ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let arguments = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let descriptor = pseudo_terminal_start(
      path, arguments, variables, Int32(columns), Int32(rows), &process)
    guard descriptor >= 0 else { throw Failure.notStarted(path: path, errno: errno) }
    return PseudoTerminal(descriptor: descriptor, process: process)
  }

  /// Types.
  public func send(_ text: String) throws { try send(Array(text.utf8)) }

  /// Types octets, UTF-8 or not.
  public func send(_ octets: [UInt8]) throws {
    var rest = octets[...]
    let end = ContinuousClock.now + Self.patience
    while !rest.isEmpty {
      // Reading all the while: a program that cannot write does not read either.
      receive(events: Int16(POLLIN | POLLOUT))
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if isClosed || ContinuousClock.now > end {
        throw Failure.notReading
      }
    }
  }

  /// Waits for a text in what came since the last reply; gives all up to its end.
  @discardableResult
  public func expect(_ text: String, within patience: Duration = patience) throws -> String {
    let wanted = Array(text.utf8)
    return try expect(text, within: patience) { unread in
      unread.firstRange(of: wanted).map { range in
        (String(decoding: unread[..<range.upperBound], as: UTF8.self), range.upperBound)
      }
    }
  }

  /// Waits for a match in what came since the last reply; gives the match.
  @discardableResult
  public func expect<Match>(
    _ regex: Regex<Match>, within patience: Duration = patience
  ) throws -> Match {
    try expect("a regular expression", within: patience) { unread in
      let text = String(decoding: unread, as: UTF8.self)
      guard let match = text.firstMatch(of: regex) else { return nil }
      let length = text[..<match.range.upperBound].utf8.count
      return (match.output, unread.startIndex + length)
    }
  }

  private func expect<Found>(
    _ name: String, within patience: Duration,
    _ find: (ArraySlice<UInt8>) -> (Found, end: Int)?
  ) throws -> Found {
    let end = ContinuousClock.now + patience
    while true {
      let unread = transcript[position...]
      if let (found, end) = find(unread) {
        position = end
        return found
      }
      guard !isClosed, ContinuousClock.now < end else {
        throw Failure.missing(
          name, shown: String(decoding: unread, as: UTF8.self).debugDescription)
      }
      receive(events: Int16(POLLIN))
    }
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) {
    _ = pseudo_terminal_resize(descriptor, Int32(columns), Int32(rows))
  }

  /// The terminal's settings that programs change, to compare.
  public struct Modes: Equatable, Sendable {
    let input: UInt
    let output: UInt
    let local: UInt
  }

  /// The settings now, also after the program's end.
  public var modes: Modes {
    var settings = termios()
    _ = tcgetattr(descriptor, &settings)
    return Modes(
      input: UInt(settings.c_iflag), output: UInt(settings.c_oflag), local: UInt(settings.c_lflag))
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    if status == nil { kill(process, number) }
  }

  /// Waits for the end of the program.
  public func waitForExit(within patience: Duration = patience) throws -> ExitStatus {
    let end = ContinuousClock.now + patience
    while true {
      receive(events: Int16(POLLIN), milliseconds: 10)
      if let status = reap(WNOHANG) { return status }
      guard ContinuousClock.now < end else { throw Failure.stillRunning }
      if isClosed { usleep(5000) }
    }
  }

  /// Kills the program if it still runs.
  private func close() {
    if reap(WNOHANG) == nil {
      kill(process, SIGKILL)
      _ = reap(0)
    }
    _ = closeDescriptor(descriptor)
  }

  private func reap(_ options: Int32) -> ExitStatus? {
    if let status { return status }
    var word: Int32 = 0
    guard waitpid(process, &word, options) == process else { return nil }
    let number = word & 0x7F
    status = number == 0 ? .exited((word >> 8) & 0xFF) : .killed(signal: number)
    return status
  }

  /// Waits a moment and takes what has been written.
  private func receive(events: Int16, milliseconds: Int32 = 100) {
    guard !isClosed else { return }
    var place = pollfd(fd: descriptor, events: events, revents: 0)
    guard poll(&place, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        transcript += buffer[..<count]
      } else {
        // EIO: the program and all its children have closed their side.
        isClosed = count == 0 || (errno != EAGAIN && errno != EINTR)
        return
      }
    }
  }
}

/// The system's `close`, which a method of that name hides.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
