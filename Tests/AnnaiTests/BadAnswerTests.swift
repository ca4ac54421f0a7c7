import Localization
import Practice
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("Bad answers on a terminal") struct BadAnswerTests {
    /// What is typed at the question for the domain, and the sentence that answers it.
    struct Case: Sendable {
      let typed: String
      let key: String
      var arguments: [String: Argument] = [:]

      static func suggesting(_ typed: String, _ key: String) -> Case {
        Case(
          typed: typed, key: "fault.domain.\(key)-suggestion",
          arguments: ["suggestion": .text("example.com")])
      }
    }

    static let cases: [Case] = [
      .suggesting("exa mple.com", "space"),
      .suggesting("exa\u{3000}mple.com", "space"),
      .suggesting("https://example.com/path?x=1", "url"),
      .suggesting("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ", "url"),
      .suggesting("someone@example.com", "mail-address"),
      Case(typed: "com", key: "fault.domain.public-suffix", arguments: ["suffix": .text("com")]),
      Case(
        typed: "ｃｏ．ｉｄ", key: "fault.domain.public-suffix", arguments: ["suffix": .text("co.id")]),
      Case(typed: "", key: "fault.empty"),
      Case(typed: "   ", key: "fault.empty"),
      Case(typed: "\u{3000}", key: "fault.empty"),
      Case(typed: "_dmarc.example.com", key: "fault.domain.underscore"),
      Case(typed: "192.0.2.1", key: "fault.domain.address"),
      Case(typed: "example..com", key: "fault.domain.empty-label"),
      Case(
        typed: "-a.example.com", key: "fault.domain.hyphen", arguments: ["label": .text("-a")]),
      Case(typed: String(repeating: "a", count: 10_240), key: "fault.domain.too-long"),
      Case(typed: String(repeating: "例え.", count: 1_460), key: "fault.domain.too-long"),
      Case(
        typed: String(repeating: "a", count: 17_000), key: "fault.too-long",
        arguments: ["limit": .integer(16_384)]),
      // Keys that move and delete, a bell, a form feed.
      Case(typed: "ab\u{1}\u{2}\u{5}\u{6}\u{7}\u{B}\u{C}\u{15}", key: "fault.empty"),
      // A paste drops ESC and BEL; what is left is no name.
      Case(
        typed: Session.bracketed("exam\u{1B}[2Jple\u{7}.com"), key: "fault.domain.character",
        arguments: ["code": .text("U+005B")]),
      Case(
        typed: "exam\u{200B}ple.com", key: "fault.domain.character",
        arguments: ["code": .text("U+200B")]),
    ]

    static let clearLine = "\u{15}"
  }
}

extension ProgramTests.BadAnswerTests {
  @Test("Each gets a sentence and the question again", arguments: Words.codes)
  func domain(_ code: String) throws {
    let place = try Place()
    let session = try Session([], Words(code), in: place)
    let terminal = session.terminal
    try terminal.expect("domain> ")
    for item in Self.cases {
      try terminal.send(Self.clearLine + item.typed + "\r")
      try session.hear(item.key, item.arguments)
      try terminal.expect("domain> ")
    }
    // No UTF-8 at all.
    try terminal.send(Array(Self.clearLine.utf8) + [0xFF, 0xC3, 0x28, 0x80] + Array("\r".utf8))
    try session.hear("fault.domain.character", ["code": .text("U+FFFD")])
    try terminal.expect("domain> ")
    #expect(try place.savedRun().answers.isEmpty)
    // The same process takes the right answer in full width.
    try terminal.send(Self.clearLine + "ｍａｉｌ．ｅｘａｍｐｌｅ．ｃｏｍ\r")
    try terminal.expect("dkimHost> ")
    #expect(try place.savedRun().value("domain") == "mail.example.com")
  }

  @Test("A whole table of a console is no answer, but has one in it", arguments: ["ko"])
  func table(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    let key = try #require(Scenario(id: "healthy")?.answers["dkimValue"])
    let table = """
      Host Record\tRecord Type\tRecord Value\tStatus
      mail.example.com\tMX\tmx.example.net.\tPending verification
      mail.example.com\tTXT\tv=spf1 include:qcloudmail.com ~all\tPending verification
      own._domainkey.mail.example.com\tTXT\t\(key)\tPending verification
      _dmarc.mail.example.com\tTXT\tv=DMARC1; p=none\tPending verification
      """
    try session.answer("domain", Session.bracketed(table))
    try session.hear("fault.domain.space", [:])
    try session.answer("domain", Self.clearLine)
    for (question, meant) in [
      ("dkimHost", "own._domainkey"), ("dkimValue", key), ("mailServer", "mx.example.net."),
    ] {
      try session.answer(question, Session.bracketed(table))
      try session.hear("wizard.found-within", [:])
      try session.hear(meant)
      #expect(try place.savedRun().answer(question) == nil)
      try session.answer(question)
    }
    try session.terminal.expect("reportAddress> ")
    let run = try place.savedRun()
    #expect(run.value("dkimHost") == "own._domainkey")
    #expect(run.value("dkimValue") == key)
    #expect(run.value("mailServer") == "mx.example.net.")
  }

  @Test("A yes in the words of any language")
  func yes() throws {
    let place = try Place()
    let session = try Session(["--practice", "--playbook", "amazon-ses"], Words("ko"), in: place)
    for question in ["domain", "token1", "token2", "token3"] { try session.answer(question) }
    for typed in ["아마도", "はい", "네", "ya", "Ｙ", "YES", "２"] {
      try session.terminal.expect("mailFrom> ")
      try session.terminal.send(Self.clearLine + typed + "\r")
      if typed == "아마도" { continue }
      try session.terminal.expect("mailFromHost> ")
      #expect(try place.savedRun().value("mailFrom") == "yes")
      try session.terminal.send(":back\r")
    }
    try session.terminal.expect("mailFrom> ")
    try session.terminal.send(Self.clearLine + "いいえ\r")
    try session.terminal.expect("> ")
    #expect(try place.savedRun().value("mailFrom") == "no")
  }

  /// What is typed at another question.
  struct Elsewhere: Sendable, CustomTestStringConvertible {
    let question: String
    let typed: String
    let key: String
    var arguments: [String: Argument] = [:]

    var testDescription: String { question }
  }

  static let elsewhere = [
    Elsewhere(
      question: "dkimHost", typed: "qcloud", key: "fault.missing-ending",
      arguments: ["ending": .text("_domainkey")]),
    Elsewhere(
      question: "dkimValue", typed: "v=DKIM1; k=rsa", key: "fault.missing-tag",
      arguments: ["tag": .text("p")]),
    Elsewhere(
      question: "mailServer", typed: "10 mx.example.com", key: "fault.priority",
      arguments: ["suggestion": .text("mx.example.com.")]),
    Elsewhere(question: "reportAddress", typed: "nobody", key: "fault.not-an-address"),
    Elsewhere(
      question: "reportAddress", typed: "xxx@163.com", key: "fault.example-address",
      arguments: ["address": .text("xxx@163.com")]),
  ]

  @Test("So does each further question", arguments: elsewhere, Words.codes)
  func others(_ item: Elsewhere, _ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    for question in Session.questions.prefix(while: { $0 != item.question }) {
      try session.answer(question)
    }
    try session.answer(item.question, item.typed)
    try session.hear(item.key, item.arguments)
    try session.terminal.expect("\(item.question)> ")
    #expect(try place.savedRun().position == .question(item.question))
    #expect(try place.savedRun().answer(item.question) == nil)
  }
}
