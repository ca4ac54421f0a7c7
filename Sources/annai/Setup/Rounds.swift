import Diagnosis
import Report
import Synchronization
import Wizard

/// Looks at a domain again and again in the background, until something is different.
final class Rounds: Sendable {
  private let state: State
  private let task: Task<Void, Never>

  /// What the task and the person's side share.
  private final class State: Sendable {
    let news = Mutex<CheckResult?>(nil)
    let nextLook: Mutex<Int>

    init(nextLook: Int) { self.nextLook = Mutex(nextLook) }
  }

  init(
    after last: CheckResult, schedule: RoundSchedule,
    check: @escaping @Sendable () async throws -> CheckResult
  ) {
    let delay = schedule.delay(last.verdict.status, waitSeconds: last.verdict.waitSeconds)
    let state = State(nextLook: Clock.now + delay)
    self.state = state
    task = Task.detached {
      var (last, schedule, delay) = (last, schedule, delay)
      while !Task.isCancelled {
        state.nextLook.withLock { $0 = Clock.now + delay }
        guard (try? await Task.sleep(for: .seconds(delay))) != nil,
          let next = try? await check(), !Task.isCancelled
        else { continue }
        if CheckChanges.isChange(from: last, to: next) {
          state.news.withLock { $0 = next }
          return
        }
        schedule.note(isChanged: false)
        last = next
        delay = schedule.delay(last.verdict.status, waitSeconds: last.verdict.waitSeconds)
      }
    }
  }

  /// When the next look comes, in seconds since 1970 UTC.
  var nextLook: Int { state.nextLook.withLock { $0 } }

  /// Whether a look has shown something new.
  var hasNews: Bool { news != nil }

  /// The look that has shown something new.
  var news: CheckResult? { state.news.withLock { $0 } }

  /// Ends the looking.
  func end() { task.cancel() }
}
