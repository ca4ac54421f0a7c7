import Foundation
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("The first look at a domain, before anything else is asked") struct FirstLookTests {}
}

extension ProgramTests.FirstLookTests {
  @Test("Registration, DNS provider and mail in three lines", arguments: Words.codes)
  func threeLines(_ code: String) throws {
    let session = try Session(["--practice"], Words(code), in: Place())
    try session.answer("domain")
    try session.hear("look.found", ["domain": .text("mail.example.com")])
    try session.hear("look.delegated", ["domain": .text("example.com"), "count": .integer(2)])
    try session.hear("look.host", ["host": .text("DNSPod"), "zone": .text("example.com")])
    try session.hear("look.mail-none", ["domain": .text("mail.example.com")])
    try session.terminal.expect("dkimHost> ")
  }

  @Test("A hold is known before any record is added", arguments: Words.codes)
  func hold(_ code: String) throws {
    let session = try Session(["--practice", "registry-hold"], Words(code), in: Place())
    try session.answer("domain")
    try session.hear("look.not-delegated", ["domain": .text("example.com")])
    try session.hear("look.explain", ["id": .text("registry-hold")])
    try session.hear("look.hidden", [:])
    // It is said once, and the person may go on.
    try session.answer("dkimHost", ":back")
    try session.answer("domain")
    try session.terminal.expect("dkimHost> ")
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    let hidden = try session.words("look.hidden").unspaced
    #expect(shown.unspaced.components(separatedBy: hidden).count == 2)
  }

  @Test("Names near one that nobody has registered", arguments: Words.codes)
  func nearMiss(_ code: String) throws {
    let session = try Session(["--practice", "not-registered"], Words(code), in: Place())
    try session.answer("domain", "mail.exammple.com")
    try session.hear("look.explain", ["id": .text("domain-not-registered")])
    let shown = String(decoding: session.terminal.transcript, as: UTF8.self)
    #expect(shown.unspaced.contains("example.com"))
  }

  @Test("Mailboxes at the registered domain: a subdomain is proposed", arguments: Words.codes)
  func subdomain(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let zone = Argument.text(SharedLab.mailboxZone)
    let proposal = "mail.\(SharedLab.mailboxZone)"
    for keeps in [false, true] {
      let place = try Place()
      let session = try Session(lab.options, Words(code), in: place)
      try session.answer("domain", SharedLab.mailboxZone)
      try session.hear(
        "look.mail-provider",
        [
          "domain": zone, "providers": .list(["Google Workspace"]),
          "servers": .list(["aspmx.l.google.com", "alt1.aspmx.l.google.com"]),
        ])
      try session.hear("look.spf", [:])
      try session.hear("look.dmarc", ["policy": .text("reject")])
      try session.hear("look.subdomain", ["domain": zone, "proposal": .text(proposal)])
      try session.answer("domain", keeps ? SharedLab.mailboxZone : "")
      try session.terminal.expect("dkimHost> ")
      let domain = keeps ? SharedLab.mailboxZone : proposal
      #expect(try place.savedRun().value("domain") == domain)
      #expect(try place.savedRun().position == .question("dkimHost"))
    }
  }

  @Test("A pipe is asked as well, and an empty line takes the subdomain")
  func pipe() async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let run = try Annai.run(
      ["setup"] + lab.options, in: place, input: "\(SharedLab.mailboxZone)\n\n")
    #expect(run.status == 3, "\(run)")
    #expect(try place.savedRun().value("domain") == "mail.\(SharedLab.mailboxZone)")
  }

  @Test("Nobody answers: the person goes on", arguments: Words.codes)
  func nobodyAnswers(_ code: String) throws {
    let silence = try SilentPort()
    let place = try Place()
    let hints = try place.write("root.hints", ". NS root.\nroot. A 127.0.0.1\n")
    let session = try Session(
      [
        "--server", "127.0.0.1#\(silence.number)", "--root-hints", hints, "--dns-port",
        "\(silence.number)", "--timeout", "1s",
      ], Words(code), in: place)
    try session.answer("domain", "mail.example.com")
    // Whoever waits is told so, on a line that goes away.
    for part in try session.words.parts(
      "look.looking", ["domain": .text("mail.example.com")], around: "duration")
    { try session.hear(part) }
    try session.hear("look.unknown", ["domain": .text("example.com")])
    try session.terminal.expect("dkimHost> ")
  }
}
