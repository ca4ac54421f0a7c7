import Localization
import Playbook
import Practice
import Report
import Wizard

/// A session that is written down as a walkthrough while it goes on.
extension Dialogue {
  /// Begins to write; what a resumed run has answered already comes first.
  mutating func record(to file: String) throws(Failure) {
    let recorder = try WalkthroughRecorder(
      file, playbook: journey.playbook, practice: rehearsal?.scenario.id)
    self.recorder = recorder
    for input in journey.inputs {
      guard let answer = journey.run.answer(input.id) else { continue }
      note(answer.value, to: input)
    }
  }

  /// Writes an event down before it is taken in.
  func note(_ event: Journey.Event) {
    switch (event, journey.run.position) {
    case (.answered(let value, _), .question(let id)):
      if let input = journey.playbook.input(id) { note(value, to: input) }
    case (.corrected(let id, let value, _), _):
      if let input = journey.playbook.input(id) { note(value, to: input) }
    case (.accepted, .records):
      // Outside of the practice world nobody can add records but the person.
      if rehearsal != nil { recorder?.note(.add([])) }
    case (.accepted, .review):
      recorder?.noteSubmission(rehearsal == nil ? nil : "verified", exit: .done)
    case (.checked, .verify): if let lastResult { recorder?.note(lastResult) }
    default: break
    }
  }

  private func note(_ value: String?, to input: Input) {
    let proposal = rehearsal?.proposal(for: input) ?? input.default
    let proposed = try? journey.read(proposal ?? "", for: input.id)
    recorder?.note(value, to: input, of: journey.playbook, proposed: proposed)
  }

  /// Says where the file is, and how it is played.
  mutating func sayRecorded() {
    guard let recorder else { return }
    let file = Argument.text(recorder.file)
    guard recorder.isWhole else { return say("walkthrough.not-recorded", ["file": file]) }
    say("walkthrough.recorded-to", ["file": file])
    show([.verbatim("annai walkthrough run \(ShellWord.of(recorder.file))")])
    guard !recorder.leftOut.isEmpty else { return }
    say("walkthrough.left-out", ["ids": .list(recorder.leftOut)])
  }
}
