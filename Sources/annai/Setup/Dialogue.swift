import DNS
import Diagnosis
import Localization
import Playbook
import Practice
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
  /// The place whose introduction was shown last, so that it is not shown twice.
  private var introduced: Position?
  /// Whether the answer sheet has been used for a question; a wrong entry is asked for again.
  private var usedEntries: Set<String> = []
  private var lastResult: CheckResult?
  /// Whether the last thing on the screen is an empty line.
  private var endsWithSpace = false

  /// Ends the dialogue early; the run is on disk.
  struct Leave: Error {
    let status: ExitStatus
  }

  init(
    shell: Shell, journey: Journey, store: RunStore, sheet: AnswerSheet, checker: Checker,
    rehearsal: Rehearsal?, prompter: Prompter
  ) {
    self.shell = shell
    self.journey = journey
    self.store = store
    self.sheet = sheet
    self.checker = checker
    self.rehearsal = rehearsal
    self.prompter = prompter
  }

  /// Runs to the end or until the person leaves.
  mutating func run() async throws -> ExitStatus {
    do {
      try requireAnswers()
      show(screens.welcome(rehearsal?.scenario.id, languages: shell.languageNames))
      try save()
      while journey.run.position != .finished { try await visit(journey.run.position) }
      show(screens.farewell)
      return .done
    } catch let leave as Leave {
      show([.space])
      if leave.status == .inputNeeded, case .question(let id) = journey.run.position {
        say("error.input-needed", Failure.need([id]))
      }
      say("wizard.saved", ["command": .text("annai setup --resume \(journey.run.id)")])
      return leave.status
    }
  }

  private mutating func visit(_ position: Position) async throws {
    if introduced != position { show(screens.introduction(to: position)) }
    introduced = position
    switch position {
    case .question(let id): try ask(id)
    case .records: try showRecords()
    case .verify: try await verify()
    case .review: try await review()
    case .finished: break
    }
  }

  // MARK: Questions

  /// Without anybody to ask, every open question is named at once.
  private func requireAnswers() throws {
    guard !prompter.asks else { return }
    let open = journey.playbook.inputs.filter { input in
      input.isRequired && input.default == nil && sheet.entries[input.id] == nil
        && journey.run.answer(input.id) == nil
    }
    guard open.isEmpty else {
      throw Failure(.inputNeeded, "error.input-needed", Failure.need(open.map(\.id)))
    }
  }

  private mutating func ask(_ id: String) throws {
    guard let input = journey.playbook.input(id) else { return try take(.accepted) }
    if let entry = sheet.entries[id], usedEntries.insert(id).inserted {
      return try accept(entry.value, for: input, entry.source)
    }
    guard prompter.asks else { return try accept("", for: input, .standard) }
    let proposal = rehearsal?.scenario.answers[id] ?? input.default
    show(screens.question(input, proposal: proposal))
    var prefill = journey.run.value(id) ?? ""
    while true {
      let reply = prompter.ask(
        screens.label(input), prefill: prefill, pasted: input.kind == .recordValue)
      switch reply {
      case .line(let typed):
        let isBlank = typed.trimmed.isEmpty
        do {
          let value = try journey.read(isBlank ? proposal ?? "" : typed, for: id)
          return try take(.answered(value, isBlank ? .standard : .typed))
        } catch let fault as InputFault {
          complain(fault)
          prefill = isBlank ? "" : typed.editable
        }
      case .help: show(screens.help(input))
      case .language(let code):
        if change(language: code) { return }
      case .back: try back()
        if journey.run.position != .question(id) { return }
      case .leave(let status): throw Leave(status: status)
      }
    }
  }

  private mutating func accept(_ value: String, for input: Input, _ source: Run.Source) throws {
    do {
      let read = try journey.read(value, for: input.id)
      show(screens.given(input, read))
      try take(.answered(read, source))
    } catch let fault as InputFault {
      let (key, arguments) = fault.message
      guard prompter.asks else {
        throw Failure(
          .usage, "error.answer",
          [
            "id": .text(input.id),
            "reason": .text(shell.messages(key, arguments)),
          ])
      }
      complain(fault)
    }
  }

  private mutating func complain(_ fault: InputFault) {
    let (key, arguments) = fault.message
    show([.paragraph(shell.messages(key, arguments), marker: "! ", indent: 2)])
  }

  // MARK: Records, verification, submission

  private mutating func showRecords() throws {
    let records = try plan
    show(screens.records(records) + screens.sequel(to: .records))
    switch try proceed("wizard.prompt.records") {
    case .stay: return
    case .back: try back()
    case .go:
      if let domain = journey.domain { try rehearsal?.add(records, for: domain.name) }
      try take(.accepted)
    }
  }

  private mutating func verify() async throws {
    guard let domain = journey.domain else { return try back() }
    try rehearsal?.beforeCheck(
      try plan, for: domain.name, waiting: lastResult?.verdict.waitSeconds)
    say("wizard.checking", ["domain": .text(domain.name.withoutFinalDot)])
    let result = try await checker.check(domain, answers: journey.values)
    show(CheckText(result, shell.messages).blocks + [.space])
    let isRepeated = lastResult?.verdict.status == result.verdict.status
    lastResult = result
    try take(.checked(result.verdict.status))
    guard result.verdict.status != .verified else { return }
    show(screens.sequel(to: .verify))
    if !prompter.asks {
      guard rehearsal != nil, !isRepeated else {
        throw Leave(status: ExitStatus(result.verdict.status))
      }
      return
    }
    if rehearsal != nil { say("wizard.practice-next") }
    if case .back = try proceed("wizard.prompt.verify") { try back() }
  }

  private mutating func review() async throws {
    show(screens.review(journey.run))
    switch try proceed("wizard.prompt.review") {
    case .stay: return
    case .back: try back()
    case .go(let text): if text.isEmpty { try submit() } else { try change(text) }
    }
  }

  /// `2` or `change 2` asks the second question again and comes back.
  private mutating func change(_ text: String) throws {
    let number = text.split(separator: " ").last.flatMap { Int($0) } ?? 0
    let inputs = journey.playbook.inputs
    guard inputs.indices.contains(number - 1) else {
      return say("wizard.change-unknown", ["count": .integer(inputs.count)])
    }
    introduced = nil
    try take(.change(inputs[number - 1].id))
  }

  private mutating func submit() throws {
    if let rehearsal {
      guard rehearsal.submit(try plan) else {
        say("wizard.practice-pending")
        if !prompter.asks { throw Leave(status: .refused) }
        return
      }
      say("wizard.practice-verified")
    }
    try take(.accepted)
  }

  private var plan: [PlannedRecord] {
    get throws {
      guard let domain = journey.domain else { return [] }
      let zone = lastResult?.evidence.zone ?? domain.registrableDomain
      return try Plan.records(
        journey.playbook, journey.values,
        zone: domain.name.isSubdomain(of: zone) ? zone : domain.registrableDomain)
    }
  }

  // MARK: Moving

  /// What a person wants at a place that is no question.
  private enum Wish {
    /// On, with what was typed before Enter.
    case go(String)
    case back
    /// Show the place again.
    case stay
  }

  /// Enter to go on; in a script nobody needs to be asked.
  private mutating func proceed(_ key: MessageKey) throws -> Wish {
    guard prompter.asks else { return .go("") }
    while true {
      switch prompter.ask(shell.messages(key)) {
      case .help: say("wizard.keys")
      case .language(let code):
        if change(language: code) { return .stay }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      case .back: return .back
      case .line(let text): return .go(text.trimmed)
      }
    }
  }

  /// Goes on in another language; false, with a sentence, when there are no tables for it.
  private mutating func change(language code: String) -> Bool {
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
  private func leavingStatus(_ status: ExitStatus) -> ExitStatus {
    guard status == .interrupted || status == .inputNeeded, journey.run.position == .verify,
      let last = lastResult?.verdict.status
    else { return status }
    return ExitStatus(last)
  }

  private mutating func back() throws {
    guard journey.canGoBack else { return say("wizard.first-question") }
    introduced = nil
    try take(.back)
    // The question that is gone back to is asked, also when it was answered beforehand.
    if case .question(let id) = journey.run.position { usedEntries.insert(id) }
  }

  private mutating func take(_ event: Journey.Event) throws {
    journey.take(event, at: Clock.now)
    try save()
  }

  private func save() throws { try store.save(journey.run) }

  private var screens: Screens { Screens(journey: journey, messages: shell.messages) }

  /// Writes blocks; two empty lines are never in a row.
  private mutating func show(_ blocks: [Block]) {
    var shown: [Block] = []
    for block in blocks where block != .space || !endsWithSpace {
      shown.append(block)
      endsWithSpace = block == .space
    }
    shell.show(shown)
  }

  /// Says one sentence of the tables.
  private mutating func say(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    show([.paragraph(shell.messages(key, arguments))])
  }
}

extension String {
  /// What can be put into an edited line again: no line breaks, no control characters.
  fileprivate var editable: String {
    String(unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(4096).map(Character.init))
  }
}
