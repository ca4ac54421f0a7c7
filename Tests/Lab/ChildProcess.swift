import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process that this one started, the leader of a process group of its own.
///
/// The group is what makes sure: NSD forks, and a signal to the group reaches its children also
/// after their parent has died. The pid cannot be taken by a stranger before `end` reaps it.
struct ChildProcess: Sendable {
  let pid: pid_t
  let log: String

  /// Starts a program; both its outputs go to the file `log`, which is replaced.
  init(
    _ program: Program, _ arguments: [String], input: String = "/dev/null", log: String
  ) throws(LabError) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let closing: Int32 = 0
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let closing = POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Threads of the concurrency runtime block signals, and a child would inherit that: it would
    // then be deaf to SIGHUP and SIGTERM.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | closing
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let words = Self.cStrings([program.path] + arguments)
    // A fixed environment: no ~/.digrc, no translated messages.
    let environment = Self.cStrings(["LC_ALL=C", "PATH=/usr/bin:/bin", "HOME=/nonexistent"])
    defer { (words + environment).forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, program.path, &actions, &attributes, words, environment)
    guard code == 0 else { throw .system(call: "posix_spawn \(program.path)", code: code) }
    self.pid = pid
    self.log = log
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// Whether the process has not ended yet; it stays reapable.
  var isRunning: Bool {
    var info = siginfo_t()
    let code = waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT)
    // With WNOHANG, the structure stays as it was while the process runs.
    return code == 0 && info.si_signo == 0
  }

  /// Sends a signal to the leader.
  func signal(_ number: Int32) { kill(pid, number) }

  /// Waits at most `grace` for the leader to end by itself, then kills the whole group and reaps.
  /// Call it once. Gives the exit status, or 128 and the number of the signal.
  @discardableResult
  func end(within grace: Duration) -> Int32 {
    let deadline = ContinuousClock.now + grace
    while isRunning, ContinuousClock.now < deadline { usleep(1_000) }
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// What the process has printed so far.
  var output: String {
    String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
  }

  /// The last lines of the output.
  var lastLines: String {
    output.split(separator: "\n").suffix(12).joined(separator: "\n")
  }
}
