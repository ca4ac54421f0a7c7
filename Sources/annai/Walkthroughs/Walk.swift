import DNS
import Diagnosis
import Foundation
import Inspection
import Localization
import Playbook
import Practice
import Publishing
import Report
import Resolution
import Wizard

/// Plays a walkthrough: takes a journey through its steps as a person would, and keeps what was
/// shown and what was not as expected.
///
/// Nobody is asked and nothing is written to disk; in the practice world no real time passes.
struct Walk {
  let walkthrough: Walkthrough
  let shell: Shell
  var journey: Journey
  private let checker: Checker?
  private let rehearsal: Rehearsal?
  /// The folder that paths in the walkthrough start from.
  private let folder: URL
  private(set) var scenes: [Scene] = []
  private(set) var unmet: [Unmet] = []
  private var introduced: Position?
  private var result: CheckResult?
  private var service: String?
  /// What stood at the domain before anything was added.
  private var survey: Survey?
  /// The status with which the program would end here.
  private(set) var exit = ExitStatus.inputNeeded
  /// The first scene since the last expectation.
  private var scenesSeen = 0

  init(_ walkthrough: Walkthrough, file: String, network: Network, _ shell: Shell) throws {
    self.walkthrough = walkthrough
    self.shell = shell
    folder = URL(filePath: file).deletingLastPathComponent()
    let playbook = try network.shelf.playbook(walkthrough.playbook)
    var practice: String?
    switch walkthrough.world {
    case .practice(let scenario):
      practice = scenario
      let rehearsal = try Rehearsal(scenario: scenario)
      try rehearsal.requireFit(playbook)
      self.rehearsal = rehearsal
      checker = try Checker(
        playbook: playbook, hosts: network.shelf.hosts,
        settings: rehearsal.settings(network.settings))
    case .live:
      rehearsal = nil
      checker = try Checker(
        playbook: playbook, hosts: network.shelf.hosts, settings: network.settings)
    case .caseFile:
      rehearsal = nil
      checker = nil
    }
    journey = Journey.start(playbook, id: walkthrough.id, practice: practice, at: 0)
  }

  /// Whom to ask, where a walkthrough does not take place in the practice world.
  struct Network {
    let shelf: Shelf
    let settings: Inspector.Settings
  }

  /// Plays every step; stops after one that leaves nothing to go on from.
  mutating func run() async throws {
    show([.heading(shell.messages(MessageKey(walkthrough.title))), .space])
    for step in walkthrough.steps {
      guard try await play(step) else { break }
    }
  }

  /// False when the step could not be taken: those behind it would only fail too.
  private mutating func play(_ step: Walkthrough.Step) async throws -> Bool {
    switch step.action {
    case .say(let key): show([.paragraph(shell.messages(MessageKey(key))), .space])
    case .answer(let question, let value, let isRefused):
      return answer(question, value, isRefused: isRefused, step.line)
    case .add(let ids): return try await add(ids, step.line)
    case .publish(let lines): return publish(lines, step.line)
    case .check: return try await check(step.line)
    case .next:
      rehearsal?.goOn()
      happen("walkthrough.next")
    case .advance(let seconds): advance(seconds ?? result?.verdict.waitSeconds ?? 0)
    case .submit: return try submit(step.line)
    case .expect(let expectation): expect(expectation, step.line)
    }
    return true
  }

  // MARK: - What the person does

  /// Goes to a question and answers it.
  private mutating func answer(
    _ question: String, _ value: String?, isRefused: Bool, _ line: Int
  ) -> Bool {
    guard reach(.question(question)), let input = journey.playbook.input(question) else {
      return fail(line, .notAsked(question: question, position: journey.run.position.rawValue))
    }
    let proposal = rehearsal?.proposal(for: input) ?? input.default
    introduce(screens.question(input, proposal: proposal))
    scenes.append(.typed(prompt: screens.label(input), text: value ?? ""))
    do {
      let read = try journey.read(value ?? proposal ?? "", for: question)
      if isRefused { fail(line, .accepted(question: question)) }
      journey.take(.answered(read, .typed), at: 0)
      return true
    } catch {
      let (key, arguments) = error.message
      let sentence = shell.messages(key, arguments)
      show([.paragraph(sentence, marker: "! ", indent: 2)])
      return isRefused || fail(line, .refused(question: question, reason: sentence))
    }
  }

  /// Moves on over what is answered already, or back to what is to be changed.
  private mutating func reach(_ position: Position) -> Bool {
    if case .question(let id) = position, journey.run.position != position,
      journey.run.answer(id) != nil
    {
      journey.take(.change(id), at: 0)
      introduced = nil
    }
    while journey.run.position != position, case .question(let id) = journey.run.position,
      journey.run.answer(id) != nil
    {
      let before = journey.run.position
      journey.take(.accepted, at: 0)
      if journey.run.position == before { return false }
    }
    return journey.run.position == position
  }

  private mutating func add(_ ids: [String], _ line: Int) async throws -> Bool {
    guard reach(.records) || [.verify, .review].contains(journey.run.position) else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    guard let domain = journey.domain else { return false }
    let plan = try plan
    if journey.run.position == .records { try await showRecords(domain) }
    let added = plan.filter { ids.isEmpty || ids.contains($0.id) }
    try rehearsal?.add(added, for: domain.name)
    happen("walkthrough.added", ["records": .list(added.map { $0.id.uppercased() })])
    return true
  }

  private mutating func publish(_ lines: [String], _ line: Int) -> Bool {
    guard let domain = journey.domain else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    do {
      let text = lines.joined(separator: "\n")
      try rehearsal?.publish(
        ZoneText.records(text, origin: domain.registrableDomain), for: domain.name)
    } catch {
      return fail(line, .unreadableRecord)
    }
    happen("walkthrough.published")
    show(lines.map { .verbatim($0) })
    return true
  }

  private mutating func check(_ line: Int) async throws -> Bool {
    guard let checker else { return try checkCase() }
    if reach(.records), let domain = journey.domain { try await showRecords(domain) }
    guard [.verify, .review].contains(journey.run.position), let domain = journey.domain else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    try rehearsal?.open(domain.name)
    introduce([])
    show([
      .paragraph(
        shell.messages("wizard.checking", ["domain": .text(domain.name.withoutFinalDot)]))
    ])
    let result = try await checker.check(domain, answers: journey.values)
    take(result)
    journey.take(.checked(result.verdict.status), at: 0)
    return true
  }

  private mutating func checkCase() throws -> Bool {
    guard case .caseFile(let path) = walkthrough.world else { return false }
    let file = folder.appending(path: path).path
    do throws(CaseFileError) {
      take(CheckResult(try CaseFile(path: file)))
    } catch {
      throw Failure(error, file: file)
    }
    return true
  }

  private mutating func take(_ result: CheckResult) {
    self.result = result
    exit = ExitStatus(result.verdict.status)
    show(CheckText(result, shell.messages, clock: .local, showsCost: false).blocks + [.space])
  }

  /// The records as the wizard shows them: in the terms of the DNS host that was recognised, beside
  /// what stands there already.
  private mutating func showRecords(_ domain: SenderDomain) async throws {
    try rehearsal?.open(domain.name)
    survey = try await checker?.survey(domain, answers: journey.values)
    let sheet = RecordSheet(try plan, zone: zone, survey: survey, host: survey?.hosts.first)
    let screens = screens
    let cards = RecordCards(sheet, shell.messages) { screens.remarks(on: $0) }
    introduce(cards.blocks + screens.sequel(to: .records))
    journey.take(.accepted, at: 0)
  }

  private mutating func submit(_ line: Int) throws -> Bool {
    guard journey.run.position == .review else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    introduce(screens.review(journey.run, result))
    scenes.append(.typed(prompt: shell.messages("wizard.prompt.review"), text: ""))
    if let rehearsal, let domain = journey.domain {
      guard try rehearsal.submit(try plan, for: domain.name) else {
        service = "pending"
        exit = .refused
        show([.paragraph(shell.messages("wizard.practice-pending"))])
        return true
      }
      service = "verified"
      show([.paragraph(shell.messages("wizard.practice-verified"))])
    }
    exit = .done
    journey.take(.accepted, at: 0)
    show(screens.farewell)
    return true
  }

  // MARK: - What happens without the person

  private mutating func advance(_ seconds: Int) {
    rehearsal?.passTime(seconds: seconds)
    happen("walkthrough.time", ["duration": .text(shell.messages.duration(seconds: seconds))])
  }

  private mutating func happen(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    scenes.append(.happens([.paragraph(shell.messages(key, arguments), marker: "* ")]))
  }

  // MARK: - What is seen

  private mutating func expect(_ expectation: Expectation, _ line: Int) {
    let shown = scenes[scenesSeen...].flatMap(\.blocks)
    scenesSeen = scenes.count
    let seen = Seen(result: result, service: service, exit: exit, text: shown)
    unmet += expectation.unmet(by: seen).map { Unmet(line: line, reason: $0) }
  }

  @discardableResult
  private mutating func fail(_ line: Int, _ reason: Unmet.Reason) -> Bool {
    unmet.append(Unmet(line: line, reason: reason))
    return false
  }

  private var screens: Screens { Screens(journey: journey, messages: shell.messages) }

  private var plan: [PlannedRecord] {
    get throws {
      guard journey.domain != nil else { return [] }
      return try Plan.records(journey.playbook, journey.values, zone: zone)
    }
  }

  /// The zone that holds the records, as far as a look has shown it.
  private var zone: DNSName {
    guard let domain = journey.domain else { return .root }
    return survey.flatMap { domain.name.isSubdomain(of: $0.zone) ? $0.zone : nil }
      ?? domain.registrableDomain
  }

  /// The introduction to a place the first time, then the place itself.
  private mutating func introduce(_ blocks: [Block]) {
    let position = journey.run.position
    if introduced != position { show(screens.introduction(to: position)) }
    introduced = position
    show(blocks)
  }

  private mutating func show(_ blocks: [Block]) {
    if !blocks.isEmpty { scenes.append(.shown(blocks)) }
  }
}
