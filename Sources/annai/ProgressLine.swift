import Localization
import Report
import Synchronization
import Terminal

/// What somebody reads who waits longer than half a second: one line on the dialogue stream, only
/// at a terminal, and gone when the waiting is over.
///
/// For a screen reader, and where a line cannot be written over, it is a line of its own, said
/// again every half minute.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var isOver = false
  }

  private let shell: Shell
  private let key: MessageKey
  private let arguments: [String: Argument]
  private let state = Mutex(State())

  init(_ shell: Shell, _ key: MessageKey, _ arguments: [String: Argument]) {
    self.shell = shell
    self.key = key
    self.arguments = arguments
  }

  private var isAppended: Bool { shell.isAccessible || shell.environment("TERM") == "dumb" }

  /// Tells how long it has taken so far, until the task is cancelled.
  func tick() async {
    let start = ContinuousClock.now
    var pause = Duration.milliseconds(500)
    while (try? await Task.sleep(for: pause)) != nil {
      show(Int(start.duration(to: .now) / .seconds(1)))
      pause = isAppended ? .seconds(30) : .seconds(1)
    }
  }

  /// Takes the line away; nothing is written afterwards.
  func end() {
    state.withLock { state in
      state.isOver = true
      if state.isShown { shell.dialogue.write("\r\u{1B}[K") }
    }
  }

  private func show(_ seconds: Int) {
    var arguments = arguments
    arguments["duration"] = .text(shell.messages.duration(seconds: seconds))
    let sentence = Visible.text(shell.messages(key, arguments))
    state.withLock { state in
      guard !state.isOver else { return }
      if isAppended { return shell.show([.paragraph(sentence)]) }
      // A second row could not be taken away again.
      let row = TextWrap.lines(sentence, columns: shell.dialogue.columns - 1).first ?? ""
      shell.dialogue.write("\r\(row)\u{1B}[K")
      state.isShown = true
    }
  }
}

extension Shell {
  /// Does something that may take a while, and says so to a person who waits.
  func waiting<Result>(
    _ key: MessageKey, _ arguments: [String: Argument] = [:],
    for work: () async throws -> Result
  ) async rethrows -> Result {
    guard dialogue.isTerminal else { return try await work() }
    let line = ProgressLine(self, key, arguments)
    let ticker = Task { await line.tick() }
    defer {
      ticker.cancel()
      line.end()
    }
    return try await work()
  }
}
