import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a program that ends soon.
///
/// Through files and not through pipes: a daemon that the program leaves behind could hold a pipe
/// open (as it does with Foundation's `Process`, which then waits for the daemon).
enum ShortProgram {
  /// How it ended, and all that it said.
  struct Result {
    let status: Int32
    let output: String
  }

  /// Runs a program to its end, with nothing but this environment; `folder` takes its files.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: String,
    folder: URL
  ) throws -> Result {
    let question = folder.appendingPathComponent("input")
    let answer = folder.appendingPathComponent("output")
    try Data(input.utf8).write(to: question)
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, question.path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, answer.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Threads of the tests may have blocked all signals; the program must not inherit that.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, path, &actions, &attributes, words, variables)
    guard error == 0 else { throw PseudoTerminal.Failure.notStarted(path: path, errno: error) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Result(status: status, output: try String(contentsOf: answer, encoding: .utf8))
  }
}
