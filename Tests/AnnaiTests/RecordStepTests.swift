import Foundation
import Lab
import Localization
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("Adding the records, host by host") struct RecordStepTests {
    static let export = ["bind", "cloudflare", "dnspod", "octodns", "dnscontrol"]

    /// What is typed at the records in another width, and what it does.
    static let wide = ["ｃ　２", "：ｃｏｐｙ　２", "c2", "C 2", " :copy 2 "]
  }
}

extension ProgramTests.RecordStepTests {
  /// A session that stands before the records of the practice world.
  private func session(
    _ code: String, _ arguments: [String] = ["--practice"], in place: Place
  ) throws -> Session {
    let session = try Session(arguments, Words(code), in: place, columns: 80, rows: 200)
    for question in Session.questions { try session.answer(question) }
    return session
  }

  private func type(_ text: String, _ session: Session) throws {
    try session.hear(session.words.prompt("records"))
    try session.terminal.send(text + "\r")
  }

  private func isCopied(_ value: String, _ session: Session) -> Bool {
    let sequence = "\u{1B}]52;c;\(Data(value.utf8).base64EncodedString())\u{7}"
    return String(decoding: session.terminal.transcript, as: UTF8.self).contains(sequence)
  }

  @Test("Each record is shown as the form of the recognised host wants it", arguments: Words.codes)
  func recognised(_ code: String) throws {
    let place = try Place()
    let session = try session(code, in: place)
    try session.hear("record.looking", ["domain": .text("mail.example.com")])
    try session.hear(
      "record.host-found",
      [
        "host": .text("DNSPod"),
        "servers": .list(["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"]),
        "zone": .text("example.com"),
      ])
    try session.hear(
      "record.note-unconfirmed",
      ["note": .text(session.words("dns-host.dnspod.line-default"))])
    for (host, type, value) in [
      ("mail", "MX", "mxbiz1.qq.com."), ("mail", "TXT", "v=spf1 include:qcloudmail.com ~all"),
      ("qcloud._domainkey.mail", "TXT", "v=DKIM1; k=rsa; p="),
      ("_dmarc.mail", "TXT", "v=DMARC1; p=none"),
    ] {
      try session.hear("record.add", [:])
      try session.hear(": \(host)")
      try session.hear(": \(type)")
      try session.hear(": \(value)")
      try session.hear(": 600")
    }
    try session.hear("record.doubts", ["host": .text("DNSPod")])
    try session.hear(
      "record.doubt.host",
      [
        "expected": .text("mail.example.com"), "doubled": .text("mail.example.com.example.com"),
      ])
    try session.goOn("records")
    try session.hear("report.result.verified", ["domain": .text("mail.example.com")])
  }

  @Test("A value is handed to the terminal's clipboard, and printed", arguments: Words.codes)
  func copy(_ code: String) throws {
    let session = try session(code, in: Place())
    try type("c 2", session)
    try session.hear("record.copied", ["number": .integer(2)])
    try session.hear("v=spf1 include:qcloudmail.com ~all")
    #expect(isCopied("v=spf1 include:qcloudmail.com ~all", session))
    for wrong in ["c", "c 0", "c 5", "c x", "c 99999999999999999999"] {
      try type(wrong, session)
      try session.hear("record.copy-which", ["count": .integer(4)])
    }
    try session.goOn("records")
  }

  @Test("A number shows one record again", arguments: Words.codes)
  func oneCard(_ code: String) throws {
    let session = try session(code, in: Place())
    for typed in ["4", "４"] {
      try type(typed, session)
      try session.hear(
        "record.title", ["number": .integer(4), "count": .integer(4), "id": .text("DMARC")])
      try session.hear(": _dmarc.mail")
    }
    try type("5", session)
    try session.hear("record.copy-which", ["count": .integer(4)])
    try session.goOn("records")
  }

  @Test("Copying in other widths", arguments: wide)
  func copyWide(_ typed: String) throws {
    let session = try session("ja", in: Place())
    try type(typed, session)
    try session.hear("record.copied", ["number": .integer(2)])
    #expect(isCopied("v=spf1 include:qcloudmail.com ~all", session))
  }

  @Test("No clipboard for a screen reader, nor on a dumb terminal")
  func noClipboard() throws {
    let reader = try session("en", ["--practice", "--accessible"], in: Place())
    try type("c 2", reader)
    try reader.hear("record.copy-by-hand", ["number": .integer(2)])
    try reader.hear("v=spf1 include:qcloudmail.com ~all")
    #expect(!String(decoding: reader.terminal.transcript, as: UTF8.self).contains("\u{1B}]52"))

    // A pipe is no terminal: the answers come in, nothing but text comes out.
    let run = try Annai.run(
      ["setup", "--practice"], in: Place(),
      input: String(repeating: "\n", count: 5) + "c 2\n\n\n\n")
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue.says(try Words("en")("record.copy-by-hand", ["number": .integer(2)])))
    #expect(!run.dialogue.contains("\u{1B}"))
  }

  @Test("All records as in a zone file, and with what the keys do", arguments: Words.codes)
  func zoneFile(_ code: String) throws {
    let session = try session(code, in: Place())
    try type("z", session)
    try session.hear("mail.example.com. 600 IN MX 10 mxbiz1.qq.com.")
    try session.hear("_dmarc.mail.example.com. 600 IN TXT \"v=DMARC1; p=none\"")
    try session.hear(session.words.prompt("records"))
    try session.terminal.send("?")
    try session.hear("wizard.keys", [:])
    try type("whatever I typed", session)
    try session.hear("record.typed-unknown", ["typed": .text("whatever I typed")])
    try type(":nothing", session)
    try session.hear("wizard.unknown-command", ["command": .text(":nothing")])
    try session.goOn("records")
  }

  @Test("Another host can be chosen, and the wrong one is warned about", arguments: Words.codes)
  func otherHost(_ code: String) throws {
    let session = try session(code, in: Place())
    try type(":host", session)
    try session.hear("record.host-list", [:])
    try session.hear("dnspod")
    try type(":host nowhere", session)
    try session.hear("record.host-no-such", ["id": .text("nowhere")])
    try type(":host onamae", session)
    let name = code == "ja" ? "お名前.com" : "Onamae.com"
    try session.hear("record.host-chosen", ["host": .text(name)])
    try session.hear(
      "record.host-elsewhere", ["host": .text("DNSPod"), "chosen": .text(name)])
    let label =
      code == "ja"
      ? "VALUE"
      : try session.words(
        "record.label-of-console",
        ["word": .text(session.words("record.value")), "label": .text("VALUE")])
    try session.hear(label)
    try type(":host none", session)
    try session.hear("record.doubts-unknown", [:])
    try session.goOn("records")
  }

  @Test("Files for other tools", arguments: Words.codes)
  func files(_ code: String) throws {
    let place = try Place()
    let session = try session(code, in: place)
    try type(":export", session)
    try session.hear("octodns")
    try type(":export excel", session)
    try session.hear("`excel`")
    for format in Self.export {
      let file = place.file("my \(format).txt")
      try type(":export \(format) \(file)", session)
      try session.hear("record.exported", ["file": .text(file)])
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains("v=spf1 include:qcloudmail.com ~all"), "\(format)")
      // The file stays as it is.
      try type(":export bind \(file)", session)
      try session.hear("record.export-exists", ["file": .text(file)])
      #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }
    let nowhere = place.file("no/such/folder/x")
    try type(":export bind \(nowhere)", session)
    try session.hear("record.export-failed", ["file": .text(nowhere)])
    // Without a file it is shown.
    try type(":export dnscontrol", session)
    try session.hear("D_EXTEND(\"example.com\",")
    try session.goOn("records")
  }

  @Test("Several SPF records: one is to stay, with what all of them say", arguments: Words.codes)
  func severalSPF(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let session = try Session(lab.options, Words(code), in: Place(), columns: 80, rows: 200)
    try session.answer("domain", "spf2.com")
    try session.answer("dkimHost")
    try session.answer("dkimValue", Session.bracketed(Lab.dkimValue))
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.hear("record.keep", [:])
    try session.hear("record.delete", ["count": .integer(2)])
    try session.hear("record.put-in-place", [:])
    try session.hear("record.reason.spf-several", ["count": .integer(2)])
    try session.hear("record.reason.dmarc-kept", [:])
    try session.hear(session.words.prompt("records"))
  }

  @Test("Mailboxes and a strong policy that are there stay", arguments: Words.codes)
  func mailElsewhere(_ code: String) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let session = try Session(lab.options, Words(code), in: place, columns: 80, rows: 200)
    try session.answer("domain", SharedLab.mailboxZone)
    // A subdomain is proposed first, and this is insisted on.
    try session.answer("domain", SharedLab.mailboxZone)
    try session.answer("dkimHost")
    try session.answer("dkimValue", Session.bracketed(Lab.dkimValue))
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.hear("record.leave", [:])
    let servers = Argument.list(["aspmx.l.google.com", "alt1.aspmx.l.google.com"])
    try session.hear(
      "record.reason.mail-elsewhere",
      ["name": .text(SharedLab.mailboxZone), "servers": servers])
    try session.hear(
      "record.reason.dmarc-policy",
      ["tag": .text("p"), "existing": .text("reject"), "proposed": .text("none")])
    try session.hear("record.mail-adopt", ["server": .text("aspmx.l.google.com")])
    try type(":mx", session)
    try session.hear("record.mail-adopted", ["server": .text("aspmx.l.google.com")])
    for _ in 1...4 { try session.hear("record.keep", [:]) }
    try type(":mx", session)
    try session.hear("record.mail-nothing", [:])
    #expect(try place.savedRun().value("mailServer") == "aspmx.l.google.com.")
    #expect(try place.savedRun().position == .records)
    try session.goOn("records")
    try session.hear("wizard.checking", ["domain": .text(SharedLab.mailboxZone)])
  }

  @Test("Nobody answers: neutral words, and the person is told", arguments: Words.codes)
  func nobodyAnswers(_ code: String) throws {
    let silence = try SilentPort()
    let place = try Place()
    let hints = try place.write("root.hints", ". NS root.\nroot. A 127.0.0.1\n")
    let session = try Session(
      [
        "--server", "127.0.0.1#\(silence.number)", "--root-hints", hints, "--dns-port",
        "\(silence.number)", "--timeout", "1s",
      ], Words(code), in: place, columns: 80, rows: 200)
    try session.answer("domain", "mail.example.com")
    try session.answer("dkimHost")
    try session.answer("dkimValue", Session.bracketed(Lab.dkimValue))
    try session.answer("mailServer")
    try session.answer("reportAddress")
    try session.hear("record.host-not-found", ["domain": .text("example.com")])
    try session.hear("record.doubts-unknown", [:])
    try session.hear(session.words.prompt("records"))
  }
}
