import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The entry point.
@main
struct Main {
  static func main() {
    // A reader that goes away ends a write with EPIPE, not the program with a signal.
    signal(SIGPIPE, SIG_IGN)
    let program = Program(arguments: Array(CommandLine.arguments.dropFirst()))
    if program.isShort, let status = program.runHere() { exit(status.rawValue) }
    Task { exit(await program.run().rawValue) }
    dispatchMain()
  }
}
