import DNS
import Diagnosis
import Localization
import Playbook
import Practice
import Report
import Terminal
import Wizard

extension Dialogue {
  /// Without anybody to ask, every open question is named at once.
  func requireAnswers() throws {
    guard !prompter.asks else { return }
    let open = journey.unanswered(given: sheet.values)
    guard open.isEmpty else {
      throw Failure(.inputNeeded, "error.input-needed", Failure.need(open))
    }
  }

  mutating func ask(_ id: String) throws {
    guard let input = journey.playbook.input(id) else { return try take(.accepted) }
    if let entry = sheet.entries[id], usedEntries.insert(id).inserted {
      return try accept(entry.value, for: input, entry.source)
    }
    guard prompter.asks else { return try accept("", for: input, .standard) }
    // Where it cannot stand in the line, Enter takes the old answer all the same.
    let old = prompter.canPrefill ? nil : journey.run.value(id)
    var proposal = proposals[id] ?? old ?? rehearsal?.proposal(for: input) ?? input.default
    show(screens.question(input, proposal: proposal))
    // The old answer would stand in the way of what is proposed instead of it.
    var prefill = proposals[id] == nil ? journey.run.value(id) ?? "" : ""
    while true {
      let reply = self.reply(
        to: screens.label(input), prefill: prefill, pasted: input.kind == .recordValue,
        copyable: journey.run.value(id) ?? proposal)
      switch reply {
      case .line(let typed):
        let isBlank = typed.trimmed.isEmpty
        do {
          let meant = YesOrNo.option(typed, of: input, shell) ?? typed
          let value = try journey.read(isBlank ? proposal ?? "" : meant, for: id)
          if let reason = PastedKey.complaint(about: value, to: input, shell.messages) {
            complain(reason)
            prefill = isBlank ? "" : typed.editable
            continue
          }
          if !isBlank, let near = doubt(value, to: input) {
            (proposal, prefill) = (near, near)
            continue
          }
          proposals[id] = nil
          return try take(.answered(value, isBlank ? .standard : .typed))
        } catch let fault as InputFault {
          if let near = instead(of: prompter.pasted(from: typed), to: input) {
            (proposal, prefill) = (near, near)
            continue
          }
          complain(fault)
          prefill = isBlank ? "" : typed.editable
        }
      case .help: show(screens.help(input))
      case .language(let code):
        if change(language: code) { return }
      case .back:
        try back()
        if journey.run.position != .question(id) { return }
      case .left: continue
      case .leave(let status): throw Leave(status: status)
      }
    }
  }

  mutating func accept(_ value: String, for input: Input, _ source: Run.Source) throws {
    do {
      let meant = YesOrNo.option(value, of: input, shell) ?? value
      let read = try journey.read(meant, for: input.id)
      if let reason = PastedKey.complaint(about: read, to: input, shell.messages) {
        return try refuse(input, reason)
      }
      show(screens.given(input, read))
      if prompter.asks, let near = doubt(read, to: input) {
        proposals[input.id] = near
        return
      }
      try take(.answered(read, source))
    } catch let fault as InputFault {
      let (key, arguments) = fault.message
      try refuse(input, shell.messages(key, arguments))
    }
  }

  /// An answer that cannot be used: somebody is told, or without anybody the program ends.
  private mutating func refuse(_ input: Input, _ reason: String) throws {
    guard prompter.asks else {
      throw Failure(.usage, "error.answer", ["id": .text(input.id), "reason": .text(reason)])
    }
    complain(reason)
  }

  mutating func complain(_ fault: InputFault) {
    let (key, arguments) = fault.message
    complain(shell.messages(key, arguments))
  }

  private mutating func complain(_ reason: String) {
    show([.paragraph(reason, marker: "! ", indent: 2)])
  }
}

extension String {
  /// What can be put into an edited line again: no line breaks, no control characters.
  fileprivate var editable: String {
    String(
      unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(4096).map(
        Character.init))
  }
}
