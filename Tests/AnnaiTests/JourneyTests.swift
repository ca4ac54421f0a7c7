import Lab
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("The wizard against real servers") struct JourneyTests {
    /// How a value of several lines gets into a terminal.
    enum Paste: String, CaseIterable, Sendable {
      case bracketed, plain
    }

    /// The lab's key in three lines, as a console wraps it.
    static var keyLines: [String] {
      let value = Lab.dkimValue
      return [
        String(value.prefix(140)), String(value.dropFirst(140).prefix(140)),
        String(value.dropFirst(280)),
      ]
    }
  }
}

extension ProgramTests.JourneyTests {
  @Test("From create to submit, the records put right in between", arguments: Words.codes)
  func journey(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let zone = SharedLab.journeyZone(code)
    let domain = Argument.text(zone)
    // Each look is asked for; none comes by itself meanwhile.
    let session = try Session(lab.options + ["--every", "10m"], Words(code), in: place)
    let service = try session.words.playbook("name")
    try session.hear("wizard.title", ["service": .text(service)])
    try session.answer("domain", zone)
    try session.answer("dkimHost")
    try session.answer("dkimValue", Session.bracketed(Lab.dkimValue))
    try session.answer("mailServer")
    try session.answer("reportAddress")
    for (index, id) in ["MX", "SPF", "DKIM", "DMARC"].enumerated() {
      try session.hear(
        "record.title", ["number": .integer(index + 1), "count": .integer(4), "id": .text(id)])
    }
    try session.goOn("records")

    // Nothing has been added yet.
    try session.hear("wizard.checking", ["domain": domain])
    for id in ["spf", "dkim", "dmarc", "mx"] {
      try session.hear("report.id", ["id": .text("\(id)-missing")])
    }
    try session.hear("report.result.problems", ["domain": domain])

    // The wrong SPF record.
    let wrong = LabZone.sender(spf: "v=spf1 include:old.example.com -all")
    try await lab.setZone(zone, records: LabZone.hostedNS + wrong)
    // Somebody asks the resolver, which keeps the answer for a minute.
    _ = try await lab.dig(zone, "TXT")
    try session.goOn("verify")
    try session.hear("report.id", ["id": .text("spf-include-missing")])
    try session.hear("report.result.problems", ["domain": domain])

    // Put right at the source; the resolver still knows the wrong one.
    try await lab.setZone(zone, records: LabZone.hostedNS + LabZone.sender())
    try session.goOn("verify")
    try session.hear("report.id", ["id": .text("answer-stale-cached")])
    for part in try session.words.parts(
      "report.result.waiting", ["domain": domain], around: "wait", "time")
    {
      try session.hear(part)
    }

    // Its time is over.
    try await lab.flushResolver()
    try session.goOn("verify")
    try session.hear("report.result.verified", ["domain": domain])
    try session.goOn("review")
    try session.hear("wizard.done", ["domain": domain])
    #expect(try session.terminal.waitForExit() == .exited(0))

    let run = try place.savedRun()
    #expect(run.position == .finished)
    #expect(run.value("dkimValue") == Lab.dkimValue)
  }

  @Test("A key of three lines is one answer", arguments: Words.codes, Paste.allCases)
  func pastedKey(_ code: String, _ paste: Paste) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    #expect(Lab.dkimValue.count >= 400)
    let session = try Session(lab.options, Words(code), in: place)
    try session.answer("domain", "healthy.com")
    try session.answer("dkimHost")
    switch paste {
    case .bracketed:
      let lines = Self.keyLines.joined(separator: "\n")
      try session.answer("dkimValue", Session.bracketed(lines + "\n"))
    case .plain: try session.answer("dkimValue", Self.keyLines.joined(separator: "\r"))
    }
    // The next question was not answered by a part of the key.
    try session.answer("mailServer", "mx.example.com")
    try session.terminal.expect("reportAddress> ")
    let run = try place.savedRun()
    #expect(run.value("dkimValue") == Lab.dkimValue)
    #expect(run.value("mailServer") == "mx.example.com.")
    #expect(run.position == .question("reportAddress"))
  }
}
