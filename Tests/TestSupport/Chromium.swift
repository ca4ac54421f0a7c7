import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Chromium without a window, told what to do over two pipes (Chrome DevTools Protocol 1.3).
///
/// It asks nobody on the Internet, and its profile is a folder of its own that goes with it.
public final class Chromium {
  /// The program, if it is installed.
  public static let path: String? = ["chromium-headless-shell", "chromium"]
    .map { "/usr/bin/" + $0 }.first { access($0, X_OK) == 0 }

  /// What goes wrong with a browser.
  public enum Failure: Error {
    case notInstalled
    case noPipe(errno: Int32)
    /// It did not answer in time.
    case silent(method: String)
    /// It refused a command.
    case refused(method: String, reason: String)
  }

  private static let patience = Duration.seconds(60)
  private let folder: URL
  private let process = Process()
  private let commands: Int32
  private let answers: Int32
  private var unread: [UInt8] = []
  private var lastID = 0
  /// What the browser has told by itself, in order.
  var events: [[String: Any]] = []

  /// Starts the browser.
  public init() throws {
    guard let path = Self.path else { throw Failure.notInstalled }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "annai-chromium-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["commands", "answers"].map { folder.appending(path: $0).path }
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure.noPipe(errno: errno) }
    // Open for both directions: neither side waits for the other one to come.
    commands = open(pipes[0], O_RDWR | O_CLOEXEC)
    answers = open(pipes[1], O_RDWR | O_NONBLOCK | O_CLOEXEC)
    process.executableURL = URL(filePath: "/bin/sh")
    let profile = folder.appending(path: "profile").path
    process.arguments =
      ["-c", "exec \"$@\" 3<\"$0/commands\" 4>\"$0/answers\"", folder.path, path]
      + [
        "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--user-data-dir=\(profile)",
        "about:blank",
      ]
    process.environment = ["HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    // Asked first, so that the helpers that it started go with it.
    _ = try? call("Browser.close")
    let end = ContinuousClock.now + .seconds(5)
    while process.isRunning, ContinuousClock.now < end { usleep(5000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    close(commands)
    close(answers)
    try? FileManager.default.removeItem(at: folder)
  }

  /// A new tab.
  public func page() throws -> ChromiumPage {
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? ""
    let session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])
    return try ChromiumPage(self, session: session["sessionId"] as? String ?? "")
  }

  /// Gives a command and waits for what comes of it.
  @discardableResult
  func call(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
  ) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    let octets = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(commands, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Failure.silent(method: method) }
      rest = rest.dropFirst(max(count, 0))
    }
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      guard let answer = try next() else { continue }
      guard answer["id"] as? Int == lastID else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] as? [String: Any] {
        throw Failure.refused(method: method, reason: error["message"] as? String ?? "")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
    throw Failure.silent(method: method)
  }

  /// Waits until the browser has told of an event in a tab since it was last forgotten.
  func wait(for method: String, session: String) throws {
    let end = ContinuousClock.now + Self.patience
    func isThere() -> Bool {
      events.contains {
        $0["method"] as? String == method && $0["sessionId"] as? String == session
      }
    }
    while !isThere() {
      guard ContinuousClock.now < end else { throw Failure.silent(method: method) }
      if let event = try next() { events.append(event) }
    }
  }

  /// The next message; nil when there is none yet. Each ends with a zero octet.
  private func next() throws -> [String: Any]? {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let message = Data(unread[..<end])
        unread.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any]
      }
      var place = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&place, 1, 100) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers, &buffer, buffer.count)
      guard count > 0 else { return nil }
      unread += buffer[..<count]
    }
  }
}
