import DNS
import Diagnosis
import Localization
import Playbook
import Practice
import Publishing
import Report
import Terminal
import Wizard

/// The wizard on a terminal: shows the place at which the journey stands, and takes it on.
struct Dialogue {
  private(set) var shell: Shell
  var journey: Journey
  let store: RunStore
  let sheet: AnswerSheet
  let checker: Checker
  let rehearsal: Rehearsal?
  let prompter: Prompter
  /// Whether each check is followed by its lookups as `dig` commands.
  let showsQueries: Bool
  /// Whether the person is called back when everything is right.
  var notifies = false
  /// Seconds between two looks in the background; nil for what the DNS says.
  var roundSeconds: Int?
  /// The place whose introduction was shown last, so that it is not shown twice.
  var introduced: Position?
  /// Whether the answer sheet has been used for a question; a wrong entry is asked for again.
  var usedEntries: Set<String> = []
  var lastResult: CheckResult?
  /// The domains that a first look was taken at.
  var looked: Set<DNSName> = []
  /// What a look has shown, said right before the next question: the instructions above it are
  /// longer than many screens.
  var announcement: [Block] = []
  /// Answers that were doubted once: who gives one again means it.
  var doubted: Set<String> = []
  /// What Enter alone takes at a question, where a look has shown something better.
  var proposals: [String: String] = [:]
  /// What stood there when the records were shown last.
  var survey: Survey?
  /// The DNS hosts that can be chosen, since the list was read.
  var hosts: [DNSHost] = []
  /// The DNS host that the person chose; nil while it is the one that was recognised.
  var hostChoice: HostChoice?
  /// Writes the session down, where that is wanted.
  var recorder: WalkthroughRecorder?
  /// Whether the last thing on the screen is an empty line.
  var endsWithSpace = false

  /// Ends the dialogue early; the run is on disk.
  struct Leave: Error {
    let status: ExitStatus
  }

  init(
    shell: Shell, journey: Journey, store: RunStore, sheet: AnswerSheet, checker: Checker,
    rehearsal: Rehearsal?, prompter: Prompter, showsQueries: Bool = false
  ) {
    self.shell = shell
    self.journey = journey
    self.store = store
    self.sheet = sheet
    self.checker = checker
    self.rehearsal = rehearsal
    self.prompter = prompter
    self.showsQueries = showsQueries
  }

  /// Runs to the end or until the person leaves.
  mutating func run() async throws -> ExitStatus {
    // Between two questions, too, a signal waits until it can be told that nothing is lost.
    if prompter.isTerminal { Signals.open() }
    defer { if prompter.isTerminal { Signals.close() } }
    do {
      try requireAnswers()
      show(screens.welcome(rehearsal?.scenario.id, languages: shell.languageNames))
      try save()
      while journey.run.position != .finished {
        do {
          try await lookFirst()
          try await visit(journey.run.position)
        } catch is Withdrawal {
          try back()
        }
      }
      show(screens.farewell)
      try saveSummary()
      sayRecorded()
      return .done
    } catch let leave as Leave {
      show([.space])
      if leave.status == .inputNeeded, case .question(let id) = journey.run.position {
        say("error.input-needed", Failure.need([id]))
      }
      if leave.status == .waiting, let end = lastResult?.verdict.visibleOn {
        say("wizard.come-back", ["time": .text(WallClock.local.text(until: end))])
      }
      say("wizard.saved", ["command": .text("annai setup --resume \(journey.run.id)")])
      sayRecorded()
      return leave.status
    }
  }

  mutating func visit(_ position: Position) async throws {
    if introduced != position { show(screens.introduction(to: position)) }
    introduced = position
    show(announcement)
    announcement = []
    switch position {
    case .question(let id): try ask(id)
    case .records: try await showRecords()
    case .verify: try await verify()
    case .review: try review()
    case .finished: break
    }
  }

  /// A DNS host that a person chose.
  enum HostChoice {
    case host(DNSHost)
    /// No host's words.
    case neutral
  }

  /// What a person wants at a place that is no question.
  enum Wish {
    /// On.
    case go
    case back
    /// Show the place again.
    case stay
  }

  /// Goes on in another language; false, with a sentence, when there are no tables for it.
  mutating func change(language code: String) -> Bool {
    do {
      shell = try shell.speaking(code)
    } catch {
      say(error.key, error.arguments)
      return false
    }
    prompter.shell = shell
    introduced = nil
    return true
  }

  /// Somebody who stops while a problem or a wait is known is told so by the status.
  func leavingStatus(_ status: ExitStatus) -> ExitStatus {
    guard status == .interrupted || status == .inputNeeded, journey.run.position == .verify,
      let last = lastResult?.verdict.status
    else { return status }
    return ExitStatus(last)
  }

  mutating func back() throws {
    guard journey.canGoBack else { return say("wizard.first-question") }
    introduced = nil
    try take(.back)
    // The question that is gone back to is asked, also when it was answered beforehand.
    if case .question(let id) = journey.run.position { usedEntries.insert(id) }
  }

  mutating func take(_ event: Journey.Event) throws {
    note(event)
    journey.take(event, at: Clock.now)
    try save()
  }

  func save() throws { try store.save(journey.run) }

  var screens: Screens { Screens(journey: journey, messages: shell.messages) }

  /// Asks at one place; the line that was typed is the last thing on the screen then.
  mutating func reply(
    to label: String, prefill: String = "", pasted: Bool = false, commands: Set<String> = [],
    copyable: String? = nil, isPause: Bool = false, leavingWhen isLeaving: () -> Bool = { false }
  ) -> Prompter.Reply {
    endsWithSpace = false
    return prompter.ask(
      label, prefill: prefill, pasted: pasted, commands: commands, copyable: copyable,
      isPause: isPause, leavingWhen: isLeaving)
  }

  /// Writes blocks; two empty lines are never in a row.
  mutating func show(_ blocks: [Block]) {
    var shown: [Block] = []
    for block in blocks where block != .space || !endsWithSpace {
      shown.append(block)
      endsWithSpace = block == .space
    }
    shell.show(shown)
  }

  /// Says one sentence of the tables.
  mutating func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    show([.paragraph(shell.messages(key, arguments))])
  }
}
