import Localization
import Practice
import TestSupport
import Testing
import Wizard

extension ProgramTests {
  @Suite("The wizard in the practice world, on a terminal") struct PracticeTests {
    /// A way to go back, as it is typed.
    enum Back: String, CaseIterable, Sendable {
      case shiftTab = "\u{1B}[Z"
      case command = ":back\r"
      case fullWidth = "：ｂａｃｋ\r"
    }

    /// Answers that are all unlike the proposals.
    static func ownAnswers() throws -> [String: String] {
      let value = try #require(Scenario(id: "healthy")?.answers["dkimValue"])
      return [
        "domain": "news.example.co.id", "dkimHost": "own._domainkey",
        "dkimValue": value.replacing("v=DKIM1; k=rsa;", with: "v=DKIM1; k=rsa; t=s;"),
        "mailServer": "mx.example.net.", "reportAddress": "reports@example.org",
      ]
    }

    /// What is found in each round of a scenario before all is well.
    struct Story: Sendable, CustomTestStringConvertible {
      let id: String
      let findings: [String]
      var domain = "mail.example.com"
      /// What is typed at the question for the domain, as often as it is asked.
      var domains = [""]
      var testDescription: String { id }
    }

    static let stories = [
      Story(id: "registry-hold", findings: ["registry-hold"]),
      Story(id: "registrar-hold", findings: ["registrar-hold"]),
      Story(id: "hold-lifted", findings: ["answer-negative-cached"]),
      Story(id: "expired", findings: ["domain-expired"]),
      Story(id: "not-registered", findings: ["domain-not-registered"]),
      Story(id: "suspended", findings: ["domain-suspended-by-nameservers"]),
      Story(id: "spf-multiple", findings: ["spf-multiple"]),
      Story(id: "name-doubled", findings: ["name-doubled"]),
      Story(id: "negative-cache", findings: ["answer-negative-cached"]),
      Story(id: "wrong-dns-host", findings: ["delegation-elsewhere"]),
      Story(id: "mx-missing-dot", findings: ["target-missing-dot"]),
      Story(id: "dkim-cut", findings: ["value-truncated"]),
      // Mailboxes at the domain: it is asked for again, and Enter takes the subdomain.
      Story(id: "apex-mailbox", findings: [], domains: ["", ""]),
      Story(
        id: "apex-mailbox", findings: ["mx-existing-mailbox"], domain: "example.com",
        domains: ["", "example.com"]),
      Story(id: "third-level", findings: [], domain: "mail.example.co.jp"),
      Story(id: "two-services", findings: []),
    ]

    static let clearLine = "\u{15}"
    static let laterQuestions = Array(Session.questions.dropFirst())
  }
}

extension ProgramTests.PracticeTests {
  @Test("Enter alone reaches the end", arguments: Words.codes)
  func enterAlone(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    try session.hear(
      "wizard.practice", ["title": .text(session.words("practice.healthy.title"))])
    try session.acceptAll()
    let domain = Argument.text("mail.example.com")
    try session.hear("report.result.verified", ["domain": domain])
    try session.finish()
    try session.hear("wizard.done", ["domain": domain])
    #expect(try session.terminal.waitForExit() == .exited(0))
    #expect(try place.savedRun().position == .finished)
  }

  @Test("So it does where something goes wrong at first", arguments: stories)
  func scenarios(_ story: Story) throws {
    let place = try Place()
    let session = try Session(["--practice", story.id], Words("ko"), in: place)
    for domain in story.domains { try session.answer("domain", domain) }
    try session.acceptAll(from: "dkimHost")
    for finding in story.findings {
      try session.hear("report.id", ["id": .text(finding)])
      try session.hear("wizard.practice-next", [:])
      try session.goOn("verify")
    }
    try session.hear("report.result.verified", ["domain": .text(story.domain)])
    try session.finish()
    #expect(try session.terminal.waitForExit() == .exited(0))
  }

  @Test("A story that is told with another playbook", arguments: Words.codes)
  func otherPlaybook(_ code: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", "dms-first-domain", "--no-input", "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(try place.savedRun().playbook == "tencent-dms")
    #expect(try place.savedRun().value("domain") == "news.example.com")
  }

  @Test("Every scenario has its story here")
  func complete() {
    #expect(
      Set(Scenario.all.map { $0.id })
        == Set(Self.stories.map { $0.id } + ["healthy", "dms-first-domain"]))
  }

  @Test(
    "Going back shows the old answer and keeps it",
    arguments: laterQuestions, Back.allCases)
  func back(_ question: String, _ back: Back) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words("ja"), in: place)
    let answers = try Self.ownAnswers()
    for earlier in Session.questions.prefix(while: { $0 != question }) {
      try session.answer(earlier, answers[earlier] ?? "")
    }
    try session.terminal.expect("\(question)> ")
    let before = try place.savedRun()
    try session.terminal.send(back.rawValue)
    let index = try #require(Session.questions.firstIndex(of: question))
    let previous = Session.questions[index - 1]
    let old = try #require(answers[previous])
    try session.terminal.expect("\(previous)> ")
    // The old answer stands in the line.
    try session.terminal.expect(String(old.prefix(10)))
    #expect(try place.savedRun().position == .question(previous))
    #expect(try place.savedRun().answers == before.answers)
    try session.terminal.send("\r")
    try session.terminal.expect("\(question)> ")
    #expect(try place.savedRun().answers == before.answers)
    #expect(try place.savedRun().position == .question(question))
  }

  @Test("There is nothing before the first question", arguments: Words.codes)
  func first(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    try session.terminal.expect("domain> ")
    try session.terminal.send(Back.shiftTab.rawValue)
    try session.hear("wizard.first-question", [:])
    try session.answer("domain")
    try session.terminal.expect("dkimHost> ")
  }

  @Test("A changed answer on the last page makes new records", arguments: Words.codes)
  func change(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    try session.acceptAll()
    try session.reply("99", to: session.words.prompt("review"))
    try session.hear("wizard.change-unknown", ["count": .integer(Session.questions.count)])
    try session.reply("4", to: session.words.prompt("review"))
    try session.answer("mailServer", Self.clearLine + "mx.example.net")
    try session.goOn("records")
    // The old one is in the caches still.
    try session.hear("report.id", ["id": .text("answer-stale-cached")])
    try session.goOn("verify")
    try session.hear("report.result.verified", ["domain": .text("mail.example.com")])
    try session.finish()
    #expect(try session.terminal.waitForExit() == .exited(0))
    #expect(try place.savedRun().value("mailServer") == "mx.example.net.")
  }

  @Test("Each question has its help, typed in either width", arguments: Words.codes)
  func help(_ code: String) throws {
    let place = try Place()
    let session = try Session(["--practice"], Words(code), in: place)
    for question in Session.questions {
      let key = "playbook.tencent-ses.input.\(question).help"
      // A key, with an Enter that takes no default, and two lines.
      for sign in ["?\r", "？\r", ":help\r"] {
        try session.terminal.expect("\(question)> ")
        try session.terminal.send(Self.clearLine + sign)
        for part in try session.words.parts(key, [:], around: "default") { try session.hear(part) }
        try session.hear("wizard.keys", [:])
      }
      try session.answer(question)
    }
    try session.reply(":help", to: session.words.prompt("records"))
    try session.hear("wizard.keys", [:])
  }

  @Test("The language changes in the middle", arguments: Words.codes)
  func language(_ code: String) throws {
    let place = try Place()
    let other = try Words(code == "en" ? "ja" : "en")
    let session = try Session(["--practice"], Words(code), in: place)
    try session.answer("domain")
    try session.answer("dkimHost", ":lang xx")
    try session.answer("dkimHost", ":lang \(other.code)")
    try session.hear(other.playbook("input.dkimHost.question"))
    try session.answer("dkimHost")
    try session.hear(other.playbook("input.dkimValue.question"))
  }
}
