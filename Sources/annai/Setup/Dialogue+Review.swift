import DNS
import Diagnosis
import Foundation
import Localization
import Playbook
import Report
import Wizard

/// Every answer on one page, and the way to the end.
extension Dialogue {
  mutating func review() throws {
    show(screens.review(journey.run, lastResult))
    guard prompter.asks else { return try submit() }
    say("review.commands")
    while true {
      let prompt = shell.messages("wizard.prompt.review")
      switch reply(to: prompt, commands: [":copy", ":ticket"]) {
      case .help:
        say("wizard.keys")
        say("review.commands")
      case .language(let code):
        if change(language: code) { return }
      case .leave(let status): throw Leave(status: leavingStatus(status))
      case .back: return try back()
      case .left: continue
      case .line(let typed):
        if typed.trimmed.isEmpty { return try submit() }
        switch RecordWish(typed) {
        case .copy(let number): try copy(number)
        case .ticket: try ticket()
        default: return try change(typed.trimmed)
        }
      }
    }
  }

  /// `2` or `change 2` asks the second question again and comes back.
  private mutating func change(_ text: String) throws {
    let words = text.precomposedStringWithCompatibilityMapping.split(separator: " ")
    let number = words.last.flatMap { Int($0) } ?? 0
    let inputs = journey.inputs
    guard inputs.indices.contains(number - 1) else {
      return say("wizard.change-unknown", ["count": .integer(inputs.count)])
    }
    introduced = nil
    try take(.change(inputs[number - 1].id))
  }

  private mutating func submit() throws {
    if let rehearsal, let domain = journey.domain {
      guard try rehearsal.submit(try plan, for: domain.name) else {
        recorder?.noteSubmission("pending", exit: .refused)
        say("wizard.practice-pending")
        if !prompter.asks { throw Leave(status: .refused) }
        return say("ticket.offer")
      }
      say("wizard.practice-verified")
    }
    try take(.accepted)
  }

  /// Keeps what was set up as a text beside the run, and says where.
  mutating func saveSummary() throws {
    guard let domain = journey.domain else { return }
    let records = try recordSheet.zoneLines
    let text = BlockPrinter(columns: BlockPrinter.widest)
      .text(screens.summary(records, lastResult))
    // The run is done whether or not there is room for this.
    guard let file = try? store.keep(text, named: "sender-domain.txt", for: journey.run) else {
      return
    }
    say("wizard.summary", ["domain": .text(domain.name.withoutFinalDot), "file": .text(file)])
  }
}
