import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a task, all that it starts and all that it waits for on the thread that asks for it.
///
/// A command of a few milliseconds would spend a tenth of them on threads. Nothing in the task may
/// block: there is nobody else to go on.
public final class CallingThread: TaskExecutor {
  private let waits = Waits()

  private init() {}

  /// Does the work, which waits for its sockets with the value that it gets.
  ///
  /// Throws when the machine gives no pipe.
  public static func run<Result: Sendable>(
    _ work: @escaping @Sendable (Readiness) async -> Result
  ) throws(NoAnswer) -> Result {
    let thread = CallingThread()
    let reader = try thread.waits.open()
    defer { close(reader) }
    let outcome = Outcome<Result>()
    Task(executorPreference: thread) {
      let result = await work(Readiness(thread.waits))
      outcome.result.withLock { $0 = result }
    }
    var loop = PollLoop(wake: reader)
    while true {
      thread.runJobs()
      if let result = outcome.result.withLock({ $0 }) {
        // The value that the work got is gone by now, so this is the last turn.
        while loop.turn(thread.waits) { thread.runJobs() }
        return result
      }
      _ = loop.turn(thread.waits)
    }
  }

  /// For the language only.
  public func enqueue(_ job: consuming ExecutorJob) { waits.add(UnownedJob(job)) }

  private func runJobs() {
    while true {
      let jobs = waits.withInbox { box in
        defer { box.jobs = [] }
        return box.jobs
      }
      if jobs.isEmpty { return }
      for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }
}

/// What the work ended with.
private final class Outcome<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}
