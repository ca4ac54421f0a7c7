import Lab
import Localization
import Practice
import Testing
import Wizard

extension ProgramTests {
  @Suite("annai setup without anybody to ask") struct UnattendedTests {
    static let scenarios = Scenario.all.map { $0.id }

    /// A wrong answer and why it is wrong.
    struct Wrong: Sendable, CustomTestStringConvertible {
      let question: String
      let value: String
      let key: String
      var arguments: [String: Argument] = [:]
      var testDescription: String { "\(question)=\(value)" }
    }

    static let wrongAnswers = [
      Wrong(
        question: "domain", value: "com", key: "fault.domain.public-suffix",
        arguments: ["suffix": .text("com")]),
      Wrong(
        question: "dkimHost", value: "qcloud", key: "fault.missing-ending",
        arguments: ["ending": .text("_domainkey")]),
      Wrong(
        question: "dkimValue", value: "v=DKIM1", key: "fault.missing-tag",
        arguments: ["tag": .text("p")]),
      Wrong(
        question: "mailServer", value: "10 mx.example.com", key: "fault.priority",
        arguments: ["suggestion": .text("mx.example.com.")]),
      Wrong(question: "reportAddress", value: "nobody", key: "fault.not-an-address"),
    ]

    /// An answers file with one value for each line.
    static func answersFile(_ answers: [(String, String)]) -> String {
      "version: 1\nanswers:\n" + answers.map { "  \($0.0): \($0.1)\n" }.joined()
    }
  }
}

extension ProgramTests.UnattendedTests {
  @Test("Every scenario ends well", arguments: scenarios, Words.codes)
  func scenario(_ id: String, _ code: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", id, "--no-input", "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.output == "")
    let words = try Words(code)
    #expect(run.dialogue.says(try words("practice.\(id).story")))
    #expect(run.dialogue.says(try words("wizard.practice-verified")))
    // Each story has a sender domain of its own.
    let domain = try #require(try place.savedRun().value("domain"))
    #expect(run.dialogue.says(try words("wizard.done", ["domain": .text(domain)])))
    #expect(!run.dialogue.unicodeScalars.contains(where: isRawControl))
    #expect(try place.savedRun().position == .finished)
  }

  @Test(
    "Real servers: all is in place, or the status says what is not",
    arguments: [
      ("healthy.com", Int32(0)), ("nodkim.com", 1),
    ])
  func real(_ domain: String, _ status: Int32) async throws {
    let lab = try await SharedLab.lab
    let place = try Place()
    let file = try place.write(
      "answers.yaml", Self.answersFile([("domain", domain), ("dkimValue", Lab.dkimValue)]))
    let run = try Annai.run(
      ["setup", "--no-input", "--answers", file] + lab.options, in: place)
    #expect(run.status == status, "\(run)")
    #expect(run.output == "")
    #expect(try place.savedRun().position == (status == 0 ? .finished : .verify))
  }

  @Test("Flag before environment before file, question by question")
  func precedence() throws {
    let place = try Place()
    let file = try place.write(
      "answers.yaml",
      Self.answersFile([
        ("domain", "file.example.com"), ("dkimHost", "file._domainkey"),
        ("mailServer", "file.example.net"), ("reportAddress", "file@example.org"),
      ]))
    let environment = [
      "ANNAI_DKIM_HOST": "environment._domainkey", "ANNAI_MAIL_SERVER": "environment.example.net",
    ]
    let run = try Annai.run(
      [
        "setup", "--practice", "--no-input", "--answers", file, "--set",
        "mailServer=flag.example.net",
      ], in: place, environment: environment)
    #expect(run.status == 0, "\(run)")
    let saved = try place.savedRun()
    let given = saved.answers.map { "\($0.question) \($0.value ?? "-") \($0.source.rawValue)" }
    #expect(
      given.filter { !$0.hasPrefix("dkimValue ") } == [
        "domain file.example.com file", "dkimHost environment._domainkey environment",
        "mailServer flag.example.net. flag", "reportAddress file@example.org file",
      ])
    #expect(saved.answer("dkimValue")?.source == .standard)
  }

  @Test("A domain after the command is the first answer; of two flags the last counts")
  func domainArgument() throws {
    let place = try Place()
    let run = try Annai.run(
      [
        "news.example.com", "--practice=healthy", "--no-input", "--set",
        "reportAddress=a@example.com", "--set", "reportAddress=b@example.com",
      ], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(try place.savedRun().value("domain") == "news.example.com")
    #expect(try place.savedRun().value("reportAddress") == "b@example.com")
  }

  @Test("null is a deliberate none", arguments: ["null", "~", ""])
  func none(_ written: String) throws {
    let place = try Place()
    let file = try place.write("answers.yaml", Self.answersFile([("reportAddress", written)]))
    let run = try Annai.run(
      ["setup", "--practice", "--no-input", "--answers", file], in: place)
    #expect(run.status == 0, "\(run)")
    let answer = try #require(try place.savedRun().answer("reportAddress"))
    #expect(answer.value == nil)
    #expect(answer.source == .file)
  }

  @Test("null for what must be answered is a wrong answer")
  func noneForRequired() throws {
    let place = try Place()
    let file = try place.write("answers.yaml", Self.answersFile([("domain", "null")]))
    let run = try Annai.run(
      ["setup", "--practice", "--no-input", "--answers", file], in: place)
    #expect(run.status == 64, "\(run)")
    let words = try Words("en")
    #expect(
      run.dialogue.says(
        try words.error(
          "error.answer", ["id": .text("domain"), "reason": .text(words("fault.empty"))])))
  }

  @Test("A wrong answer is named with its reason", arguments: wrongAnswers, Words.codes)
  func wrong(_ item: Wrong, _ code: String) throws {
    let place = try Place()
    let words = try Words(code)
    let reason = try words(item.key, item.arguments)
    let sentence = try words.error(
      "error.answer", ["id": .text(item.question), "reason": .text(reason)])
    let run = try Annai.run(
      [
        "setup", "--practice", "--no-input", "--lang", code, "--set",
        "\(item.question)=\(item.value)",
      ], in: place)
    #expect(run.status == 64, "\(run)")
    #expect(run.output == "")
    #expect(run.dialogue.says(sentence), "\(run)")
  }

  @Test("Only what is open is asked for", arguments: Words.codes)
  func missing(_ code: String) throws {
    let place = try Place()
    let file = try place.write("answers.yaml", Self.answersFile([("domain", "example.com")]))
    let run = try Annai.run(
      ["setup", "--no-input", "--lang", code, "--answers", file], in: place)
    #expect(run.status == 3, "\(run)")
    let values: [String: Argument] = [
      "ids": .list(["dkimValue"]), "flag": .text("--set dkimValue=..."),
    ]
    #expect(run.dialogue.says(try Words(code).error("error.input-needed", values)), "\(run)")
  }

  @Test("Answers from a pipe; its end names the open question", arguments: Words.codes)
  func pipe(_ code: String) throws {
    let place = try Place()
    let run = try Annai.run(
      ["setup", "--practice", "--lang", code], in: place,
      input: "news.example.com\nown._domainkey\n")
    #expect(run.status == 3, "\(run)")
    let values: [String: Argument] = [
      "ids": .list(["dkimValue"]), "flag": .text("--set dkimValue=..."),
    ]
    #expect(run.dialogue.says(try Words(code)("error.input-needed", values)), "\(run)")
    let saved = try place.savedRun()
    #expect(saved.value("domain") == "news.example.com")
    #expect(saved.value("dkimHost") == "own._domainkey")
    // Enter alone to the end of the same run.
    let rest = try Annai.run(
      ["setup", "--resume", "--lang", code], in: place,
      input: String(repeating: "\n", count: 5))
    #expect(rest.status == 0, "\(rest)")
  }
}
