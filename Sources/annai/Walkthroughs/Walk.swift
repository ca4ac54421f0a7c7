import DNS
import Diagnosis
import Localization
import Playbook
import Practice
import Publishing
import Report
import Wizard

/// Plays a walkthrough: takes a journey through its steps as a person would, and keeps what was
/// shown and what was not as expected.
///
/// Nobody is asked and nothing is written to disk; in the practice world no real time passes.
struct Walk {
  let walkthrough: Walkthrough
  let shell: Shell
  var journey: Journey
  let stage: Stage
  /// Answers to the questions for which the walkthrough names none.
  let given: [String: String]
  var scenes: [Scene] = []
  var unmet: [Unmet] = []
  var introduced: Position?
  var result: CheckResult?
  var service: String?
  /// What stood at the domain before anything was added.
  var survey: Survey?
  /// The status with which the program would end here.
  var exit = ExitStatus.inputNeeded
  /// The first scene since the last expectation.
  var scenesSeen = 0

  init(
    _ walkthrough: Walkthrough, file: String, given settings: [String], network: Stage.Network,
    _ shell: Shell
  ) throws {
    self.walkthrough = walkthrough
    self.shell = shell
    let playbook = try network.shelf.playbook(walkthrough.playbook)
    given = try AnswerSheet(playbook: playbook, settings: settings, file: nil, shell).values
    stage = try Stage(walkthrough, playbook: playbook, file: file, network)
    journey = Journey.start(
      playbook, id: walkthrough.id, practice: stage.rehearsal?.scenario.id, at: 0)
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
      stage.rehearsal?.goOn()
      happen("walkthrough.next")
    case .advance(let seconds): advance(seconds ?? result?.verdict.waitSeconds ?? 0)
    case .submit: return try submit(step.line)
    case .expect(let expectation): expect(expectation, step.line)
    }
    return true
  }

  // MARK: - What happens without the person

  mutating func advance(_ seconds: Int) {
    stage.rehearsal?.passTime(seconds: seconds)
    happen("walkthrough.time", ["duration": .text(shell.messages.duration(seconds: seconds))])
  }

  mutating func happen(_ key: MessageKey, _ arguments: [String: Argument] = [:]) {
    scenes.append(.happens([.paragraph(shell.messages(key, arguments), marker: "* ")]))
  }

  // MARK: - What is seen

  mutating func expect(_ expectation: Expectation, _ line: Int) {
    let shown = scenes[scenesSeen...].flatMap(\.blocks)
    scenesSeen = scenes.count
    let seen = Seen(result: result, service: service, exit: exit, screen: CellScreen(shown))
    unmet += expectation.unmet(by: seen).map { Unmet(line: line, reason: $0) }
  }

  @discardableResult
  mutating func fail(_ line: Int, _ reason: Unmet.Reason) -> Bool {
    unmet.append(Unmet(line: line, reason: reason))
    return false
  }

  var screens: Screens {
    Screens(journey: journey, messages: shell.messages, clock: stage.clock)
  }

  var plan: [PlannedRecord] {
    get throws {
      guard journey.domain != nil else { return [] }
      return try Plan.records(journey.playbook, journey.values, zone: zone)
    }
  }

  /// The zone that holds the records, as far as a look has shown it.
  var zone: DNSName {
    guard let domain = journey.domain else { return .root }
    return survey.flatMap { domain.name.isSubdomain(of: $0.zone) ? $0.zone : nil }
      ?? domain.registrableDomain
  }

  /// The introduction to a place the first time, then the place itself.
  mutating func introduce(_ blocks: [Block]) {
    let position = journey.run.position
    if introduced != position { show(screens.introduction(to: position)) }
    introduced = position
    show(blocks)
  }

  mutating func show(_ blocks: [Block]) {
    if !blocks.isEmpty { scenes.append(.shown(blocks)) }
  }
}
