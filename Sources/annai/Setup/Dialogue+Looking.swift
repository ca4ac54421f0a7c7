import DNS
import Localization
import Terminal

/// Looks that take a while, and a person who presses Ctrl-C or Ctrl-Z meanwhile.
extension Dialogue {
  /// The person does not want to wait for a look, but to go back.
  struct Withdrawal: Error {}

  /// Why a look ended before it had found anything.
  private enum Disturbance: Error {
    /// Ctrl-C.
    case interrupted
    /// The program was stopped, with every time limit running on, and goes on now.
    case continued
  }

  /// Looks at a domain, from the beginning again when the person has stopped it and goes on.
  ///
  /// - Parameter sentence: what is said before, each time.
  mutating func look<Result: Sendable>(
    at domain: SenderDomain, saying sentence: MessageKey? = nil, progress: MessageKey,
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    while true {
      if let sentence { say(sentence, ["domain": .text(domain.name.withoutFinalDot)]) }
      do {
        return try await disturbed(progress, domain, work)
      } catch Disturbance.interrupted {
        try pause()
      } catch Disturbance.continued {
        continue
      }
    }
  }

  /// The menu of Ctrl-C, as at a question: on, back, or stop and keep.
  private mutating func pause() throws {
    // A pipe holds answers to questions, not to this one.
    guard prompter.isTerminal else { throw Leave(status: .interrupted) }
    shell.startLine()
    say("wizard.interrupted")
    while true {
      switch reply(to: shell.messages("wizard.prompt.interrupted"), isPause: true) {
      case .line, .left: return
      case .back: throw Withdrawal()
      case .help: say("wizard.interrupted")
      case .language(let code):
        if change(language: code) { say("wizard.interrupted") }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      }
    }
  }

  /// Works until it is done or a signal comes.
  private func disturbed<Result: Sendable>(
    _ progress: MessageKey, _ domain: SenderDomain,
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    Signals.open()
    defer { Signals.close() }
    _ = Signals.takeContinued()
    return try await shell.waiting(progress, ["domain": .text(domain.name.withoutFinalDot)]) {
      try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask { try await work() }
        group.addTask {
          while true {
            try await Task.sleep(for: .milliseconds(100))
            try Self.requireQuiet()
          }
        }
        defer { group.cancelAll() }
        guard let result = try await group.next() else { throw CancellationError() }
        return result
      }
    }
  }

  private static func requireQuiet() throws {
    guard let number = Signals.take() else {
      if Signals.takeContinued() { throw Disturbance.continued }
      return
    }
    let status = ExitStatus(rawValue: 128 + number) ?? .terminated
    guard status == .interrupted else { throw Leave(status: status) }
    throw Disturbance.interrupted
  }
}

extension Shell {
  /// Takes away what stands in the line, such as the `^C` of a terminal; for a screen reader, goes
  /// to a new one.
  fileprivate func startLine() {
    dialogue.write(isAccessible || environment("TERM") == "dumb" ? "\n" : "\r\u{1B}[K")
  }
}
