import Foundation
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("What is kept beside a run") struct TicketTests {}
}

extension ProgramTests.TicketTests {
  private func kept(_ place: Place) throws -> [String: String] {
    let folder = "\(place.path)/state/annai/runs/\(try place.savedRun().id)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: [:]) {
      let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\($1)")
      #expect(mode[.posixPermissions] as? Int == 0o600, "\($1)")
      $0[$1] = "\(folder)/\($1)"
    }
  }

  @Test("A text for the support, in both languages, with its case", arguments: Words.codes)
  func ticket(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice", "name-doubled"], Words(code), in: place)
    try session.acceptAll()
    try session.hear("report.id", ["id": .text("name-doubled")])
    try session.reply(":ticket", to: session.words.prompt("verify"))
    let english = try Words("en")
    for words in code == "en" ? [english] : [session.words, english] {
      try session.hear(
        words(
          "ticket.subject",
          [
            "domain": .text("mail.example.com"),
            "service": .text(words.playbook("name")),
          ]))
      try session.hear(words("ticket.wish", ["domain": .text("mail.example.com")]))
    }
    for part in try session.words.parts("ticket.case-saved", [:], around: "file") {
      try session.hear(part)
    }
    let files = try kept(place)
    let text = try #require(files.first { $0.key.hasSuffix(".txt") })
    let caseFile = try #require(files.first { $0.key.hasSuffix(".case.json") })
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(shown.says(try session.words("ticket.saved", ["file": .text(text.value)])))
    let ticket = try String(contentsOfFile: text.value, encoding: .utf8)
    #expect(ticket.contains("name-doubled") && ticket.contains("dig @"))
    #expect(ticket.contains(caseFile.key))
    #expect(ticket.says(try english("ticket.queries")))
    // The case says the same elsewhere.
    let again = try Annai.run(["diagnose", caseFile.value, "--lang", code], in: place)
    #expect(again.status == 1, "\(again)")
    #expect(again.output.contains("name-doubled"))
    // A second one about the same look changes nothing.
    try session.reply(":ticket", to: session.words.prompt("verify"))
    try session.hear("ticket.case-saved", ["file": .text(caseFile.value)])
    try session.goOn("verify")
    try session.hear("report.result.verified", ["domain": .text("mail.example.com")])
  }

  @Test("A summary at the end", arguments: Words.codes)
  func summary(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    try session.acceptAll()
    for part in try session.words.parts(
      "review.records", ["matching": .integer(4), "count": .integer(4)], around: "time")
    { try session.hear(part) }
    try session.finish()
    #expect(try session.terminal.waitForExit() == .exited(0))
    let file = try #require(try kept(place)["sender-domain.txt"])
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(
      shown.says(
        try session.words(
          "wizard.summary", ["domain": .text("mail.example.com"), "file": .text(file)])))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("mail.example.com. 600 IN MX 10 mxbiz1.qq.com."))
    #expect(text.contains("annai check mail.example.com"))
    #expect(text.says(try session.words("summary.records")))
  }

  @Test("`:copy` copies what is proposed, and a value at the end", arguments: Words.codes)
  func copy(_ code: String) throws {
    let session = try Session(["--practice"], Words(code), in: Place())
    try session.answer("domain")
    try session.answer("dkimHost", ":copy")
    try session.hear("copy.done", [:])
    try session.hear("qcloud._domainkey")
    try session.answer("dkimHost")
    try session.answer("dkimValue")
    try session.answer("mailServer")
    try session.answer("reportAddress", "：ｃｏｐｙ")
    try session.hear("copy.nothing", [:])
    try session.answer("reportAddress")
    try session.reply(":copy 2", to: session.words.prompt("records"))
    try session.hear("record.copied", ["number": .integer(2)])
    try session.goOn("records")
    try session.reply(":copy 1", to: session.words.prompt("review"))
    try session.hear("record.copied", ["number": .integer(1)])
    try session.hear("mxbiz1.qq.com.")
    try session.finish()
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(shown.components(separatedBy: "\u{1B}]52;c;").count == 4)
  }
}
