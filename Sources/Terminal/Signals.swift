import CEditLine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The signals that end or disturb a dialogue: caught in a latch, looked at when it suits.
///
/// While nobody reads a line, signals do what they always do, unless `open` was called.
public enum Signals {
  /// Starts to catch INT, TERM, HUP and WINCH; calls nest, each needs its `close`.
  ///
  /// A signal that the process was started to ignore stays ignored (nohup).
  public static func open() { signal_latch_open() }

  /// Ends what `open` began. A signal that is still in the latch is raised again.
  public static func close() {
    signal_latch_close()
    if let number = take() { raise(number) }
  }

  /// Takes the next signal that asks the program to end: TERM, HUP or INT.
  public static func take() -> Int32? { [SIGTERM, SIGHUP, SIGINT].first(where: signal_latch_take) }

  /// Waits until a signal asks the program to end.
  public static func wait() -> Int32 {
    open()
    // The signal was taken, so nothing is left to raise.
    defer { close() }
    while true {
      if let number = take() { return number }
      // Not longer, because a signal may come between the look and the wait.
      _ = poll(nil, 0, 200)
    }
  }

  /// Takes the news that the program was stopped and goes on.
  public static func takeContinued() -> Bool { signal_latch_take(SIGCONT) }

  /// Takes the news that the terminal has another size, or that the program was continued.
  static func takeRedraw() -> Bool {
    let resized = signal_latch_take(SIGWINCH)
    return signal_latch_take(SIGCONT) || resized
  }

  /// Stops the whole job, as Ctrl-Z does, until it is continued.
  static func stop() {
    _ = takeRedraw()
    kill(0, SIGTSTP)
    // The stop may reach another thread first. Where nobody could continue the job the system
    // does not stop it at all, and then this comes back by itself.
    for _ in 0..<10 where !takeRedraw() { _ = poll(nil, 0, 20) }
  }
}
