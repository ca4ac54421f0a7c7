import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program in a real terminal emulator (a private tmux server), seen as a person sees it.
///
/// For one thread at a time. Server, socket and program go when the screen goes.
public final class TmuxScreen {
  private let label: String
  private let folder: URL
  private let environment: [String: String]
  private var server: pid_t = 0

  /// What went wrong.
  public enum Failure: Error, CustomStringConvertible {
    /// tmux is needed for these tests: install it.
    case noTmux
    case refused([String], String)
    case missing(String, screen: [String])

    /// What a failed test says.
    public var description: String {
      switch self {
      case .noTmux: "tmux is not installed"
      case .refused(let arguments, let answer): "tmux \(arguments) said: \(answer)"
      case .missing(let text, let screen):
        "missing \(text.debugDescription) on:\n\(screen.joined(separator: "\n"))"
      }
    }
  }

  private static let count = Atomic(0)
  private static let programs = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]

  /// Starts a program on a screen of a fixed size, with nothing but this environment and tmux's.
  public init(
    _ path: String, arguments: [String] = [],
    environment: [String: String] = ["LANG": "C.UTF-8"], columns: Int = 80, rows: Int = 24
  ) throws {
    let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    label = "annai-test-\(getpid())-\(number)"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(label)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var own = environment
    own["TMUX_TMPDIR"] = folder.path
    own["PATH"] = own["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    self.environment = own
    try tmux(
      ["start-server", ";", "set", "-g", "remain-on-exit", "on", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--", path] + arguments)
    server = try pid_t(tmux(["display", "-p", "#{pid}"]).trimmingCharacters(in: .newlines)) ?? 0
  }

  deinit {
    _ = try? tmux(["kill-server"])
    for _ in 0..<500 where server > 0 && kill(server, 0) == 0 { usleep(10_000) }
    if server > 0 { kill(server, SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Presses keys, named as tmux names them: `Enter`, `BTab`, `C-c`.
  public func sendKeys(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types a text.
  public func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Pastes, as a terminal does: line breaks as CR, in brackets if the program asked for them.
  public func paste(_ text: String) throws {
    try tmux(["load-buffer", "-b", "annai", "-"], input: text)
    try tmux(["paste-buffer", "-p", "-d", "-b", "annai"])
  }

  /// Gives the screen another size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen, without the empty ones at the end.
  public func capture() throws -> [String] {
    var rows = try tmux(["capture-pane", "-p"]).components(separatedBy: "\n")
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// All that the screen has shown, also what has scrolled away, without the empty rows at the end;
  /// a line that was wrapped at the edge is one again.
  public func history() throws -> [String] {
    var rows = try tmux(["capture-pane", "-p", "-J", "-S", "-"]).components(separatedBy: "\n")
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// From now on, all that the program writes goes into a file too, octet by octet.
  public func record(to file: String) throws { try tmux(["pipe-pane", "cat > '\(file)'"]) }

  /// Where the cursor stands, counted from 0.
  public func cursor() throws -> (row: Int, column: Int) {
    let numbers = try tmux(["display", "-p", "#{cursor_y} #{cursor_x}"])
      .split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    return (numbers.first ?? -1, numbers.last ?? -1)
  }

  /// The program's exit status; nil while it runs.
  ///
  /// tmux 3.3 misses the end of a program now and then and leaves it unreaped; the signal makes it
  /// look again, and is harmless otherwise.
  public func exitStatus() throws -> Int? {
    if server > 0 { kill(server, SIGCHLD) }
    let words = try tmux(["display", "-p", "#{pane_dead} #{pane_dead_status}"])
      .split { $0 == " " || $0 == "\n" }
    return words.first == "1" ? words.last.flatMap { Int($0) } : nil
  }

  /// Waits until the screen meets a condition; gives the screen.
  @discardableResult
  public func wait(
    for name: String, within patience: Duration = PseudoTerminal.patience,
    _ condition: ([String]) throws -> Bool
  ) throws -> [String] {
    let end = ContinuousClock.now + patience
    while true {
      let screen = try capture()
      if try condition(screen) { return screen }
      guard ContinuousClock.now < end else { throw Failure.missing(name, screen: screen) }
      usleep(20_000)
    }
  }

  /// Waits until a text stands somewhere in one row; gives the screen.
  @discardableResult
  public func wait(
    for text: String, within patience: Duration = PseudoTerminal.patience
  ) throws -> [String] {
    try wait(for: text, within: patience) { $0.contains { $0.contains(text) } }
  }

  @discardableResult
  private func tmux(_ arguments: [String], input: String = "") throws -> String {
    guard let program = Self.programs.first(where: FileManager.default.isExecutableFile) else {
      throw Failure.noTmux
    }
    let result = try ShortProgram.run(
      program, ["-L", label, "-f", "/dev/null", "-u"] + arguments, environment: environment,
      input: input, folder: folder)
    guard result.status == 0 else { throw Failure.refused(arguments, result.output) }
    return result.output
  }
}
