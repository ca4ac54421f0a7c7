import Foundation
import Localization
import Terminal

/// Asks for one line at a time, from an editing terminal, from a pipe, or not at all.
final class Prompter {
  /// What the person did.
  enum Reply: Equatable {
    case line(String)
    case back
    case help
    /// Go on in another language: what was typed behind `:lang`.
    case language(String)
    /// What was waited for besides has come.
    case left
    /// Stop and keep: the program ends with this status.
    case leave(ExitStatus)
  }

  private enum Source {
    case editor(LineEditor)
    case plain(PlainInput)
    case nobody
  }

  /// The words for the prompter's own sentences.
  var shell: Shell
  private let source: Source
  private var interruptions = 0
  /// When the key for help was pressed last.
  private var helped: ContinuousClock.Instant?
  /// A line that was read while looking for the rest of a pasted value.
  private var unread: String?

  /// Whether anybody can be asked.
  var asks: Bool { if case .nobody = source { false } else { true } }

  /// Whether a person sits at a terminal and sees what comes by itself.
  var isTerminal: Bool {
    switch source {
    case .editor: true
    case .plain(let input): shell.dialogue.isTerminal && input.isTerminal
    case .nobody: false
    }
  }

  /// Whether a text can stand in the line before anything is typed.
  var canPrefill: Bool { if case .editor = source { true } else { false } }

  init(_ shell: Shell, asks: Bool) throws {
    self.shell = shell
    if !asks {
      source = .nobody
    } else if shell.dialogue.isTerminal, !shell.isAccessible,
      let editor = try? LineEditor(input: 0, output: 2)
    {
      source = .editor(editor)
    } else {
      // An editor moves the cursor in the line, and a screen reader reads it out again and again.
      source = .plain(PlainInput(fileDescriptor: 0))
    }
  }

  /// Asks until something comes that is not a wish of the prompter itself.
  ///
  /// - Parameters:
  ///   - commands: words with a colon that mean something at this place; they are lines like others.
  ///   - copyable: what `:copy` copies here, unless it is one of the commands.
  ///   - isPause: whether this is asked because of a Ctrl-C; another one leaves.
  ///   - isLeaving: whether to stop waiting for the person.
  func ask(
    _ label: String, prefill: String = "", pasted: Bool = false, commands: Set<String> = [],
    copyable: String? = nil, isPause: Bool = false, leavingWhen isLeaving: () -> Bool = { false }
  ) -> Reply {
    var prefill = prefill
    if isPause { interruptions = 1 }
    while true {
      switch next(label + "> ", prefill, isLeaving) {
      case .line(let line):
        let wasInterrupted = interruptions > 0
        interruptions = 0
        let wasJustHelped = helped.map { .now < $0 + .seconds(1) } ?? false
        helped = nil
        // Enter after Ctrl-C means "go on", not "take the default".
        if wasInterrupted, !isPause, line.trimmed.isEmpty { continue }
        // `?` helps without Enter; who presses Enter behind it takes no default by that.
        if wasJustHelped, line.trimmed.isEmpty { continue }
        let word = Self.narrowed(line)
        if let reply = command(word) { return reply }
        let isCommandHere = word.split(separator: " ").first.map(String.init).map(commands.contains)
        if word == ":copy", isCommandHere != true {
          shell.offer(copyable)
          continue
        }
        if word.hasPrefix(":"), isCommandHere != true {
          shell.say("wizard.unknown-command", ["command": .text(word)])
          continue
        }
        return .line(pasted ? joined(line, label) : line)
      case .back: return .back
      case .help:
        // Only an editor has a key for it; elsewhere the Enter belonged to the `?`.
        if case .editor = source { helped = .now }
        return .help
      case .end: return .leave(endStatus)
      case .signal(let number):
        let status = ExitStatus(rawValue: 128 + number) ?? .terminated
        guard status == .interrupted else { return .leave(status) }
        // Ctrl-C that was pressed before the prompt stood there.
        if let reply = interrupted() { return reply }
      case .suspended(let text), .resized(let text): prefill = text
      case .left:
        startLine()
        return .left
      case .interrupt:
        startLine()
        if let reply = interrupted() { return reply }
      }
    }
  }

  /// Ctrl-D on a terminal is a wish to stop; the end of a pipe is a missing answer.
  private var endStatus: ExitStatus { isTerminal ? .interrupted : .inputNeeded }

  /// Ctrl-C says how to stop at first, and leaves at the second time.
  private func interrupted() -> Reply? {
    interruptions += 1
    if interruptions > 1 { return .leave(.interrupted) }
    shell.say("wizard.interrupted")
    return nil
  }

  /// Plain input leaves the cursor behind the prompt, or behind what was typed.
  private func startLine() {
    if case .plain = source, isTerminal { shell.dialogue.write("\n") }
  }

  private func next(
    _ prompt: String, _ prefill: String, _ isLeaving: () -> Bool = { false }
  ) -> LineEditor.Event {
    if let line = unread {
      unread = nil
      return .line(line)
    }
    switch source {
    case .editor(let editor):
      return editor.readLine(prompt: prompt, prefill: prefill, leavingWhen: isLeaving)
    case .plain(let input):
      shell.dialogue.write(prompt)
      return input.readLine(leavingWhen: isLeaving)
    case .nobody: return .end
    }
  }

  /// A Japanese or Korean input method may give the full-width forms of `:` and of letters.
  private static func narrowed(_ line: String) -> String {
    let text = String(line.trimmed.suffix(100)).precomposedStringWithCompatibilityMapping
    // Typed behind a proposal that stands in the line already: no answer ends like this.
    return commands.first { text.hasSuffix($0) } ?? text
  }

  private static let commands = [":back", ":help", ":save", ":quit", ":copy"]

  private func command(_ line: String) -> Reply? {
    switch line {
    case "?", ":help": .help
    case ":back": .back
    case ":save", ":quit": .leave(.interrupted)
    case _ where line.hasPrefix(":lang "): .language(String(line.dropFirst(6)).trimmed)
    default: nil
    }
  }

  /// Puts a value together that was pasted in several lines into a terminal without bracketed
  /// paste: more lines follow at once, and they look like pieces of a record value.
  private func joined(_ first: String, _ label: String) -> String {
    var value = first
    while hasMore, PastedLines.mayContinue(value), case .line(let line) = next("", "") {
      guard PastedLines.isContinuation(line, of: value) else {
        unread = line
        break
      }
      value += " " + line
    }
    return value
  }

  /// A line that is no answer with all that came at once behind it: a terminal for a screen reader
  /// does not say where a paste begins and ends, and the rows of a table are no answers to the
  /// questions that follow.
  func pasted(from first: String) -> String {
    guard case .plain = source, isTerminal else { return first }
    var text = first
    while hasMore, PastedLines.mayContinue(text), case .line(let line) = next("", "") {
      text += " " + line
    }
    return text
  }

  private var hasMore: Bool {
    switch source {
    case .editor(let editor): editor.pendingInput()
    case .plain(let input): input.pendingInput(within: 50)
    case .nobody: false
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
