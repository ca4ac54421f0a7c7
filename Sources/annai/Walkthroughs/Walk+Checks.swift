import DNS
import Diagnosis
import Foundation
import Inspection
import Localization
import Playbook
import Publishing
import Report
import Wizard

/// The looks at the DNS, and what they show.
extension Walk {
  mutating func check(_ line: Int) async throws -> Bool {
    guard let checker = stage.checker else { return try checkCase() }
    if reach(.records), let domain = journey.domain { try await showRecords(domain) }
    guard [.verify, .review].contains(journey.run.position), let domain = journey.domain else {
      return fail(line, .notHere(position: journey.run.position.rawValue))
    }
    try stage.rehearsal?.open(domain.name)
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

  mutating func checkCase() throws -> Bool {
    guard let file = stage.caseFile else { return false }
    do throws(CaseFileError) {
      take(CheckResult(try CaseFile(path: file)))
    } catch {
      throw Failure(error, file: file)
    }
    return true
  }

  mutating func take(_ result: CheckResult) {
    self.result = result
    exit = ExitStatus(result.verdict.status)
    show(CheckText(result, shell.messages, clock: stage.clock, showsCost: false).blocks + [.space])
  }

  /// The records as the wizard shows them: in the terms of the DNS host that was recognised, beside
  /// what stands there already.
  mutating func showRecords(_ domain: SenderDomain) async throws {
    try stage.rehearsal?.open(domain.name)
    survey = try await stage.checker?.survey(domain, answers: journey.values)
    let sheet = RecordSheet(try plan, zone: zone, survey: survey, host: survey?.hosts.first)
    let screens = screens
    let cards = RecordCards(sheet, shell.messages) { screens.remarks(on: $0) }
    introduce(cards.blocks + screens.sequel(to: .records))
    journey.take(.accepted, at: 0)
  }
}
