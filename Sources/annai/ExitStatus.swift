/// How the program ends; scripts rely on these numbers.
enum ExitStatus: Int32, Sendable {
  /// Done; every check passed.
  case done = 0
  /// Problems were found and printed.
  case problems = 1
  /// Input is needed and may not be asked for.
  case inputNeeded = 3
  /// It could not be checked: network or resolver.
  case notChecked = 4
  /// Right at the source, not visible everywhere yet.
  case waiting = 5
  /// The service refused.
  case refused = 6
  /// The command line is wrong.
  case usage = 64
  /// A file that was given is malformed.
  case malformedFile = 65
  /// A file that was given cannot be read.
  case unreadableFile = 66
  /// A defect of annai.
  case internalError = 70
  /// `--wait` ran out.
  case waitRanOut = 124
  /// Hung up; the run is saved.
  case hungUp = 129
  /// Interrupted; the run is saved.
  case interrupted = 130
  /// Terminated; the run is saved.
  case terminated = 143
}
