import Foundation
import Lab
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("Waiting for the DNS, leaving and coming back") struct RoundTests {}
}

extension ProgramTests.RoundTests {
  private func answers(_ session: Session, _ zone: String) throws {
    try session.answer("domain", zone)
    try session.answer("dkimHost")
    try session.answer("dkimValue", Session.bracketed(Lab.dkimValue))
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.goOn("records")
  }

  @Test("What changes is shown by itself, and the person is called", arguments: Words.codes)
  func rounds(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let zone = SharedLab.roundsZone(code)
    let session = try Session(
      lab.options + ["--every", "1s", "--notify"], Words(code), in: Place())
    try answers(session, zone)
    try session.hear("report.result.problems", ["domain": .text(zone)])
    for part in try session.words.parts("verify.rounds", [:], around: "time") {
      try session.hear(part)
    }
    // Reading about a finding does not disturb the rounds.
    try session.reply("1", to: session.words.prompt("verify"))
    try session.hear("report.fix", [:])
    for part in try session.words.parts("verify.rounds", [:], around: "time") {
      try session.hear(part)
    }
    try session.terminal.expect(session.words.prompt("verify"))

    try await lab.setZone(zone, records: LabZone.hostedNS + LabZone.sender())
    for part in try session.words.parts("changes.at", [:], around: "time") {
      try session.hear(part)
    }
    let spf = try session.words("finding.spf-missing.title", ["name": .text(zone)])
    try session.hear("changes.gone", ["title": .text(spf)])
    try session.hear("report.result.verified", ["domain": .text(zone)])
    try session.goOn("review")
    #expect(try session.terminal.waitForExit() == .exited(0))
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(shown.components(separatedBy: "\u{07}\u{1B}]9;").count == 2)
  }

  @Test("A screen reader is told below what was there, and Ctrl-C disturbs nothing")
  func accessible() async throws {
    let lab = try await SharedLab.lab
    let zone = SharedLab.roundsZone("accessible")
    let session = try Session(
      lab.options + ["--accessible", "--every", "1s"], Words("ko"), in: Place())
    try session.answer("domain", zone)
    try session.answer("dkimHost")
    try session.answer("dkimValue", Lab.dkimValue)
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.goOn("records")
    let prompt = try session.words.prompt("verify")
    try session.terminal.expect(prompt)
    try session.terminal.send("\u{3}")
    try session.hear("wizard.interrupted", [:])
    try session.reply("f", to: prompt)
    try session.terminal.expect(prompt)
    try await lab.setZone(zone, records: LabZone.hostedNS + LabZone.sender())
    try session.hear("report.result.verified", ["domain": .text(zone)])
    try session.goOn("review")
    #expect(try session.terminal.waitForExit() == .exited(0))
    #expect(!session.terminal.transcript.contains { $0 == 0x1B || $0 == 0x08 })
  }

  @Test("Whoever has only to wait may leave, and comes back", arguments: Words.codes)
  func comeBack(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let zone = SharedLab.waitingZone(code)
    let place = try Place()
    try await lab.setZone(
      zone, records: LabZone.hostedNS + LabZone.sender(spf: "v=spf1 -all"))
    _ = try await lab.dig(zone, "TXT")
    try await lab.setZone(zone, records: LabZone.hostedNS + LabZone.sender())
    let session = try Session(lab.options + ["--every", "10m"], Words(code), in: place)
    try answers(session, zone)
    try session.hear("report.id", ["id": .text("answer-stale-cached")])
    try session.reply(":save", to: session.words.prompt("verify"))
    for part in try session.words.parts("wizard.come-back", [:], around: "time") {
      try session.hear(part)
    }
    #expect(try session.terminal.waitForExit() == .exited(5))

    try await lab.flushResolver()
    let next = try Session(lab.options + ["--resume"], Words(code), in: place)
    try next.hear("wizard.checking", ["domain": .text(zone)])
    try next.hear("report.result.verified", ["domain": .text(zone)])
    // On the last page the DNS of yesterday counts for nothing: it is looked at once more.
    try next.reply(":save", to: next.words.prompt("review"))
    #expect(try next.terminal.waitForExit() == .exited(130))
    try await lab.setZone(zone, records: LabZone.hostedNS + LabZone.sender(without: [.mx]))
    try await lab.flushResolver()
    let last = try Session(lab.options + ["--resume"], Words(code), in: place)
    try last.hear("report.id", ["id": .text("mx-missing")])
    try last.terminal.expect(last.words.prompt("verify"))
    #expect(try place.savedRun().position == .verify)
  }
}
