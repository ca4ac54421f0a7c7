import DNS
import Localization
import Playbook
import Report
import Wizard

/// What the person does.
extension Walk {
  /// Goes to a question and answers it.
  mutating func answer(
    _ question: String, _ value: String?, isRefused: Bool, _ line: Int
  ) -> Bool {
    guard reach(.question(question)), let input = journey.playbook.input(question) else {
      return fail(line, .notAsked(question: question, position: journey.run.position.rawValue))
    }
    let proposal = stage.rehearsal?.proposal(for: input) ?? input.default
    introduce(screens.question(input, proposal: proposal))
    let typed = value ?? given[question]
    scenes.append(.typed(prompt: screens.label(input), text: typed ?? ""))
    do {
      let read = try journey.read(typed ?? proposal ?? "", for: question)
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
  mutating func reach(_ position: Position) -> Bool {
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

  mutating func add(_ ids: [String], _ line: Int) async throws -> Bool {
    guard reach(.records) || [.verify, .review].contains(journey.run.position) else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    guard let domain = journey.domain else { return false }
    let plan = try plan
    if journey.run.position == .records { try await showRecords(domain) }
    let added = plan.filter { ids.isEmpty || ids.contains($0.id) }
    try stage.rehearsal?.add(added, for: domain.name)
    happen("walkthrough.added", ["records": .list(added.map { $0.id.uppercased() })])
    return true
  }

  mutating func publish(_ lines: [String], _ line: Int) -> Bool {
    guard let domain = journey.domain else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    do {
      let text = lines.joined(separator: "\n")
      try stage.rehearsal?.publish(
        ZoneText.records(text, origin: domain.registrableDomain), for: domain.name)
    } catch {
      return fail(line, .unreadableRecord)
    }
    happen("walkthrough.published")
    show(lines.map { .verbatim($0) })
    return true
  }

  mutating func submit(_ line: Int) throws -> Bool {
    guard journey.run.position == .review else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    introduce(screens.review(journey.run, result))
    scenes.append(.typed(prompt: shell.messages("wizard.prompt.review"), text: ""))
    if let rehearsal = stage.rehearsal, let domain = journey.domain {
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
}
