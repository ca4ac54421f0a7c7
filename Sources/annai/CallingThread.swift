import Dispatch
import Synchronization

/// Runs a task, with all that it starts, on the thread that asks for it.
///
/// A short command would spend a tenth of its time on starting the threads of the global executor.
/// Nothing in it may block: there is nobody else to go on.
final class CallingThread: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var result: ExitStatus?
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  /// The status that the work ends with.
  static func run(_ work: @escaping @Sendable () async -> ExitStatus) -> ExitStatus {
    let thread = CallingThread()
    Task(executorPreference: thread) {
      let result = await work()
      thread.state.withLock { $0.result = result }
      thread.bell.signal()
    }
    return thread.wait()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    bell.signal()
  }

  private func wait() -> ExitStatus {
    while true {
      bell.wait()
      let (job, result) = state.withLock { state in
        (state.jobs.isEmpty ? nil : state.jobs.removeFirst(), state.result)
      }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if let result {
        return result
      }
    }
  }
}
