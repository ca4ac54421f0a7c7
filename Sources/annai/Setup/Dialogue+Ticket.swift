import Diagnosis
import Inspection
import Localization
import Report
import Wizard

/// A text for a support ticket: in the person's language, and in English for whoever reads it.
extension Dialogue {
  mutating func ticket() throws {
    guard let result = lastResult else { return say("ticket.no-check") }
    let moment = Timestamp.text(result.evidence.checkedAt).filter { $0.isNumber }
    let name = "ticket-\(moment)"
    let caseFile = try? saveCase(result, named: "\(name).case.json")
    let blocks = texts.flatMap { messages -> [Block] in
      let service = Screens(journey: journey, messages: messages).service
      return TicketText(
        result, service: service, program: "annai \(Program.version)",
        caseFile: caseFile == nil ? nil : "\(name).case.json", messages
      ).blocks + [.space]
    }
    show([.space] + blocks)
    let text = BlockPrinter(columns: BlockPrinter.widest).text(blocks)
    guard let file = try? store.keep(text, named: "\(name).txt", for: journey.run) else { return }
    say("ticket.saved", ["file": .text(file)])
    if let caseFile { say("ticket.case-saved", ["file": .text(caseFile)]) }
  }

  /// The person's language first, then English.
  private var texts: [Messages] {
    let own = shell.messages
    guard own.language != .english,
      let english = try? Messages(language: .english, resources: shell.resources)
    else { return [own] }
    return [own, english]
  }

  private func saveCase(_ result: CheckResult, named name: String) throws -> String {
    let path = try store.path(of: name, for: journey.run)
    // The same look is saved once.
    if CaseFile.isFree(path) { try CaseFile(result).save(at: path) }
    return path
  }
}
