import DNS
import Diagnosis
import Playbook

/// The engine of the wizard: a playbook, the state of a run, and what each event makes of it.
///
/// It is pure: it asks nobody, writes nothing and knows no words. A front end shows the place at
/// which the run stands, and hands in what the person did.
public struct Journey: Sendable {
  /// The document that is followed.
  public let playbook: Playbook
  /// The state, ready to be written to disk.
  public private(set) var run: Run
  /// The change of one answer that is under way: whether anything is different already.
  private var change: Bool?

  /// A journey that begins or goes on.
  ///
  /// A position that the playbook does not know (any more) becomes the first open question.
  public init(playbook: Playbook, run: Run) {
    self.playbook = playbook
    self.run = run
    if !path.contains(run.position) || isMissingAnAnswer(before: run.position) {
      self.run.position = firstOpenPosition
    }
  }

  /// A journey that goes on after the program has ended.
  ///
  /// What the DNS said before is not believed: who had come to the last page looks once more.
  public init(resuming run: Run, playbook: Playbook) {
    self.init(playbook: playbook, run: run)
    guard self.run.position == .review, path.contains(.verify) else { return }
    self.run.position = .verify
    self.run.lastStatus = nil
  }

  /// A new run of a playbook.
  public static func start(
    _ playbook: Playbook, id: String, practice: String?, at now: Int
  ) -> Journey {
    let run = Run(id: id, playbook: playbook.id, practice: practice, position: .review, at: now)
    return Journey(playbook: playbook, run: run)
  }

  /// Every place in the order of the playbook's steps; the answers are reviewed before the last
  /// instructions, and nothing comes after those. Questions that do not count with the answers so
  /// far are left out.
  public var path: [Position] {
    let places = Set(inputs.map { Position.question($0.id) })
    return playbook.steps.flatMap { step -> [Position] in
      let own = step.parts.compactMap(Position.init).filter { position in
        if case .question = position { places.contains(position) } else { true }
      }
      return step.id == .submit ? own + [.review] : own
    } + [.finished]
  }

  /// The questions that count with the answers so far, in the order of the playbook.
  public var inputs: [Input] { playbook.inputs(for: values) }

  /// The required questions that have no answer yet and get none from `given` either.
  public func unanswered(given: [String: String]) -> [String] {
    var values = self.values
    return playbook.inputs.filter { input in
      guard input.counts(with: values), run.answer(input.id) == nil else { return false }
      let typed = given[input.id] ?? ""
      values[input.id] = (try? input.answer(typed, domain: domain?.name)) ?? given[input.id]
      return input.isRequired && values[input.id] == nil
    }.map(\.id)
  }

  /// The step that a place belongs to, from 0.
  public func stepIndex(of position: Position) -> Int {
    playbook.steps.firstIndex { step in
      step.parts.contains { Position($0) == position }
    } ?? playbook.steps.count - 1
  }

  /// Reads a typed text as the answer to a question: the clean value, or nil for a deliberate
  /// "none".
  public func read(_ typed: String, for question: String) throws(InputFault) -> String? {
    guard let input = playbook.input(question) else { return nil }
    return try input.answer(typed, domain: domain?.name)
  }

  /// The sender domain, once it is known.
  public var domain: SenderDomain? {
    playbook.domainInput.flatMap { run.value($0.id) }.flatMap { try? SenderDomain($0) }
  }

  /// What the playbook makes of the answers so far, by input id.
  public var values: [String: String] {
    run.answers.reduce(into: [:]) { values, answer in values[answer.question] = answer.value }
  }

  /// Whether there is a place to go back to.
  public var canGoBack: Bool { run.position != path.first && run.position != .finished }

  /// What a front end reports.
  public enum Event: Sendable {
    /// The open question was answered; the value has passed `read(_:for:)`.
    case answered(String?, Run.Source)
    /// The answer to a question is put right while the person is somewhere else; the value has
    /// passed `read(_:for:)`.
    case corrected(String, String?, Run.Source)
    /// The person says that this place is done.
    case accepted
    /// The person wants to go back.
    case back
    /// The person wants to change one answer and come back.
    case change(String)
    /// A look at the DNS ended.
    case checked(Verdict.Status)
  }

  /// Takes an event in; afterwards `run` is to be written to disk.
  public mutating func take(_ event: Event, at now: Int) {
    run.changedAt = now
    switch event {
    case .answered(let value, let source): answer(value, source)
    case .corrected(let question, let value, let source):
      guard playbook.input(question) != nil, run.position != .finished else { return }
      if run.value(question) != value { run.lastStatus = nil }
      run.set(Run.Answer(question: question, value: value, source: source))
    case .accepted:
      if case .question(let id) = run.position, isOpen(id) { return }
      advance()
    case .back:
      change = nil
      if let index = path.firstIndex(of: run.position), index > 0, run.position != .finished {
        run.position = path[index - 1]
      }
    case .change(let question):
      // A question that was never answered has its turn; a finished run is over.
      guard path.contains(.question(question)), !isOpen(question), run.position != .finished
      else { return }
      change = run.position == .review ? false : nil
      run.position = .question(question)
    case .checked(let status):
      // A look that ends elsewhere was at records that may have changed since.
      guard run.position == .verify else { return }
      run.lastStatus = status
      if status == .verified { advance() }
    }
  }

  private mutating func answer(_ value: String?, _ source: Run.Source) {
    guard case .question(let id) = run.position else { return }
    let isSame = run.value(id) == value
    run.set(Run.Answer(question: id, value: value, source: source))
    // Another answer makes other records: they have to be added and checked again.
    if !isSame { run.lastStatus = nil }
    guard let change else { return advance() }
    let hasChanged = change || !isSame
    // Another choice may bring questions of its own.
    if case .question = firstOpenPosition {
      self.change = hasChanged
      run.position = firstOpenPosition
      return
    }
    self.change = nil
    run.position = hasChanged ? .records : .review
  }

  private mutating func advance() {
    guard let index = path.firstIndex(of: run.position), index + 1 < path.count else { return }
    run.position = path[index + 1]
  }

  private var firstOpenPosition: Position {
    path.first { position in
      if case .question(let id) = position { return isOpen(id) }
      return true
    } ?? .finished
  }

  private func isMissingAnAnswer(before position: Position) -> Bool {
    path.prefix { $0 != position }.contains { position in
      if case .question(let id) = position { isOpen(id) } else { false }
    }
  }

  /// Whether a question has no answer, or one that is none: a saved run may have been edited.
  private func isOpen(_ question: String) -> Bool {
    guard let answer = run.answer(question) else { return true }
    do throws(InputFault) {
      _ = try read(answer.value ?? "", for: question)
      return false
    } catch {
      return true
    }
  }
}

extension Position {
  /// The place that a part of a step leads to; instructions and notes lead to none.
  public init?(_ part: Step.Part) {
    switch part {
    case .ask(let input): self = .question(input)
    case .showRecords: self = .records
    case .checkRecords: self = .verify
    case .tell, .note: return nil
    }
  }
}
