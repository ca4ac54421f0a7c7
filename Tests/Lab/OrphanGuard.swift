#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A shell that outlives this process by a moment: when a test traps or is killed, it ends the
/// servers that are left and removes the folder.
struct OrphanGuard: Sendable {
  private let shell: ChildProcess
  /// The writing end of the guard's input; the kernel closes it when this process ends.
  private let descriptor: Int32

  /// Each line is the whole list of process groups to end; `done` lets the shell go.
  private static let script = """
    while read -r line; do [ "$line" = done ] && exit 0; groups=$line; done
    for group in $groups; do kill -KILL "-$group"; done
    rm -rf -- "$1"
    """

  init(folder: String) throws(LabError) {
    let pipe = "\(folder)/guard.pipe"
    guard mkfifo(pipe, 0o600) == 0 else { throw .system(call: "mkfifo", code: errno) }
    // Opening to read and write does not wait for the other side; O_CLOEXEC keeps the servers
    // from holding the pipe open.
    descriptor = open(pipe, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(call: "open", code: errno) }
    do {
      shell = try ChildProcess(
        Program("sh"), ["-c", Self.script, "guard", folder], input: pipe,
        log: "\(folder)/guard.log")
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Says which process groups are alive now.
  func watch(_ groups: [pid_t]) {
    say(groups.map(String.init).joined(separator: " "))
  }

  /// Sends the shell away; to be called once, when everything has ended.
  func dismiss() {
    say("done")
    shell.end(within: .seconds(1))
    close(descriptor)
  }

  /// Lets the pipe go without a word, as the end of this process would; reaps the shell.
  func abandon() {
    close(descriptor)
    shell.end(within: .seconds(10))
  }

  private func say(_ line: String) {
    let octets = Array("\(line)\n".utf8)
    _ = write(descriptor, octets, octets.count)
  }
}
