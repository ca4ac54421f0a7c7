import Diagnosis
import Report
import Synchronization
import Wizard

/// Looks at a domain again and again in the background, until something is different.
final class Rounds: Sendable {
  /// Seconds until the first look.
  let delay: Int
  private let found: Found
  private let task: Task<Void, Never>

  /// What the task and the person's side share.
  private final class Found: Sendable {
    let news = Mutex<CheckResult?>(nil)
  }

  init(
    after last: CheckResult, schedule: RoundSchedule,
    check: @escaping @Sendable () async throws -> CheckResult
  ) {
    let found = Found()
    self.found = found
    delay = schedule.delay(last.verdict.status, waitSeconds: last.verdict.waitSeconds)
    task = Task.detached {
      var (last, schedule) = (last, schedule)
      while !Task.isCancelled {
        let delay = schedule.delay(last.verdict.status, waitSeconds: last.verdict.waitSeconds)
        guard (try? await Task.sleep(for: .seconds(delay))) != nil,
          let next = try? await check(), !Task.isCancelled
        else { continue }
        if CheckChanges.isChange(from: last, to: next) {
          found.news.withLock { $0 = next }
          return
        }
        schedule.note(isChanged: false)
        last = next
      }
    }
  }

  /// Whether a look has shown something new.
  var hasNews: Bool { found.news.withLock { $0 != nil } }

  /// The look that has shown something new.
  var news: CheckResult? { found.news.withLock { $0 } }

  /// Ends the looking.
  func end() { task.cancel() }
}
