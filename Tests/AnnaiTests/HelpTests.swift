import Localization
import Practice
import TestSupport
import Testing

extension ProgramTests {
  @Suite("Help and usage errors") struct HelpTests {
    /// A command line that cannot be understood, and what is said about it.
    struct Misuse: Sendable, CustomTestStringConvertible {
      let arguments: [String]
      let key: String
      var values: [String: Argument] = [:]

      var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let scenarios = Argument.list(Scenario.all.map { $0.id })
    private static let questions = Argument.list(Session.questions)

    static let misuses = [
      Misuse(
        arguments: ["check", "--unknown", "x"], key: "usage.unknown-option",
        values: ["option": .text("--unknown")]),
      Misuse(
        arguments: ["--unknown"], key: "usage.unknown-option",
        values: ["option": .text("--unknown")]),
      Misuse(
        arguments: ["check", "example.com", "--format", "yaml"], key: "usage.invalid-value",
        values: ["value": .text("yaml"), "option": .text("--format <format>")]),
      Misuse(
        arguments: ["check", "example.com", "--dns-port", "70000"], key: "usage.invalid-value",
        values: ["value": .text("70000"), "option": .text("--dns-port <dns-port>")]),
      Misuse(
        arguments: ["check", "example.com", "--server", "nowhere"], key: "usage.invalid-value",
        values: ["value": .text("nowhere"), "option": .text("--server <server>")]),
      Misuse(
        arguments: ["check", "example.com", "--timeout", "soon"], key: "usage.invalid-value",
        values: ["value": .text("soon"), "option": .text("--timeout <timeout>")]),
      Misuse(
        arguments: ["check", "example.com", "--registration", "perhaps"],
        key: "usage.invalid-value",
        values: ["value": .text("perhaps"), "option": .text("--registration <registration>")]),
      Misuse(
        arguments: ["check", "example.com", "--rdap-base", "rdap.example"],
        key: "usage.invalid-value",
        values: ["value": .text("rdap.example"), "option": .text("--rdap-base <rdap-base>")]),
      Misuse(
        arguments: ["setup", "--whois-server", "whois.example#0"], key: "usage.invalid-value",
        values: [
          "value": .text("whois.example#0"), "option": .text("--whois-server <whois-server>"),
        ]),
      Misuse(
        arguments: ["check", "example.com", "--practice", "other"], key: "error.unknown-scenario",
        values: ["id": .text("other"), "ids": scenarios]),
      Misuse(
        arguments: ["setup", "--color", "blue"], key: "usage.invalid-value",
        values: ["value": .text("blue"), "option": .text("--color <color>")]),
      Misuse(
        arguments: ["check", "example.com", "--server"], key: "usage.missing-value",
        values: ["option": .text("--server <server>")]),
      Misuse(
        arguments: ["check"], key: "usage.missing-argument",
        values: ["argument": .text("<domains> ...")]),
      Misuse(
        arguments: ["setup", "one.example", "two.example"], key: "usage.unexpected-argument",
        values: ["argument": .list(["two.example"])]),
      Misuse(
        arguments: ["setup", "--no-input", "--set", "domain"], key: "usage.set",
        values: ["setting": .text("domain")]),
      Misuse(
        arguments: ["setup", "--no-input", "--set", "color=red"], key: "error.unknown-question",
        values: ["id": .text("color"), "ids": questions]),
      Misuse(
        arguments: ["check", "example.com", "--playbook", "other"],
        key: "error.unknown-playbook",
        values: ["id": .text("other"), "ids": .list(Words.playbooks)]),
      Misuse(
        arguments: ["setup", "--playbook", "../tencent-ses"], key: "error.unknown-playbook",
        values: ["id": .text("../tencent-ses"), "ids": .list(Words.playbooks)]),
      Misuse(
        arguments: ["setup", "--practice=other", "--no-input"], key: "error.unknown-scenario",
        values: ["id": .text("other"), "ids": scenarios]),
      Misuse(
        arguments: ["practice", "serve", "other"], key: "error.unknown-scenario",
        values: ["id": .text("other"), "ids": scenarios]),
      Misuse(
        arguments: ["setup", "--resume=../../etc"], key: "error.run-id",
        values: ["id": .text("../../etc")]),
      Misuse(
        arguments: ["diagnose"], key: "usage.missing-argument",
        values: ["argument": .text("<cases> ...")]),
      Misuse(
        arguments: ["check", "one.example", "two.example", "--save-case", "x"],
        key: "usage.save-case"),
      Misuse(
        arguments: ["explain", "spf-multipel"], key: "error.unknown-finding-suggestion",
        values: ["id": .text("spf-multipel"), "suggestion": .text("spf-multiple")]),
      Misuse(
        arguments: ["explain", "MX"], key: "error.unknown-finding-suggestion",
        values: ["id": .text("MX"), "suggestion": .text("mx-missing")]),
      Misuse(
        arguments: ["explain", "something-else"], key: "error.unknown-finding",
        values: ["id": .text("something-else")]),
      Misuse(
        arguments: ["explain", "spf-multiple", "mx-missing"], key: "usage.unexpected-argument",
        values: ["argument": .list(["mx-missing"])]),
      Misuse(
        arguments: ["explain", "spf-multiple", "--format", "html"], key: "usage.invalid-value",
        values: ["value": .text("html"), "option": .text("--format <format>")]),
    ]
  }
}

extension ProgramTests.HelpTests {
  @Test(
    "What is wrong with a command line is said in the language", arguments: misuses,
    Words.codes)
  func misuse(_ item: Misuse, _ code: String) throws {
    let place = try Place()
    let run = try Annai.run(item.arguments + ["--lang", code], in: place)
    #expect(run.status == 64, "\(run)")
    #expect(run.output == "")
    #expect(run.dialogue.says(try Words(code).error(item.key, item.values)), "\(run)")
    #expect(!run.dialogue.unicodeScalars.contains(where: isRawControl))
  }

  @Test("Nobody to ask: exit 3 names every open question and the flag", arguments: Words.codes)
  func inputNeeded(_ code: String) throws {
    let place = try Place()
    let values: [String: Argument] = [
      "ids": .list(["domain", "dkimValue"]), "flag": .text("--set domain=..."),
    ]
    let run = try Annai.run(["setup", "--no-input", "--lang", code], in: place)
    #expect(run.status == 3, "\(run)")
    #expect(run.output == "")
    #expect(run.dialogue.says(try Words(code).error("error.input-needed", values)), "\(run)")
  }

  @Test(
    "Other names of a language lead to its code",
    arguments: [("jp", "ja"), ("kr", "ko"), ("in", "id"), ("日本語", "ja"), ("english", "en")],
    Words.codes)
  func languageSuggestion(_ names: (typed: String, meant: String), _ code: String) throws {
    let place = try Place()
    // The sentence is in the language of the system.
    let locale = ["en": "en_US", "id": "id_ID", "ko": "ko_KR", "ja": "ja_JP"][code] ?? ""
    let run = try Annai.run(
      ["check", "example.com", "--lang", names.typed], in: place,
      environment: ["LANG": "\(locale).UTF-8"])
    #expect(run.status == 64, "\(run)")
    #expect(run.output == "")
    let words = try Words(code)
    let sentence = try words.error(
      "error.language-suggestion",
      [
        "typed": .text(names.typed), "suggestion": .text(names.meant),
        "codes": .list(Words.codes.sorted()),
      ])
    #expect(run.dialogue.says(sentence), "\(run)")
  }

  @Test("A language that nobody knows", arguments: ["xx", "../en", "", "ja\u{1B}[2J"])
  func unknownLanguage(_ typed: String) throws {
    let place = try Place()
    let run = try Annai.run(["practice", "list", "--lang=\(typed)"], in: place)
    #expect(run.status == 64, "\(run)")
    #expect(run.output == "")
    #expect(!run.dialogue.unicodeScalars.contains(where: isRawControl))
  }

  @Test(
    "Every command explains itself", arguments: Words.codes,
    [
      [], ["setup"], ["check"], ["diagnose"], ["spf"], ["explain"], ["records"],
      ["practice"], ["practice", "list"],
      ["practice", "serve"], ["walkthrough"], ["walkthrough", "run"], ["walkthrough", "record"],
    ])
  func help(_ code: String, _ command: [String]) throws {
    let place = try Place()
    let words = try Words(code)
    let run = try Annai.run(command + ["--help", "--lang", code], in: place)
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue == "")
    let name = (["command"] + (command.isEmpty ? ["annai"] : command)).joined(separator: ".")
    #expect(run.output.says(try words(name)), "\(run)")
    #expect(run.output.says(try words("help.usage")))
    #expect(run.output.says(try words("help.more")))
    if command == ["check"] {
      for option in ["server", "registration", "rdap-base", "whois-server"] {
        #expect(run.output.says(try words("option.\(option)")))
      }
    }
    guard code == "ja" else { return }
    // The same with the global option in front, and the other way to ask.
    #expect(try Annai.run(["--lang", code] + command + ["-h"], in: place).output == run.output)
    #expect(
      try Annai.run(["help"] + command, in: place, environment: ["ANNAI_LANG": code]).output
        == run.output)
  }

  @Test("The version is one line on stdout")
  func version() throws {
    let run = try Annai.run(["--version"], in: Place())
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /annai \d+\.\d+\.\d+\n/) != nil, "\(run)")
    #expect(run.dialogue == "")
  }

  @Test("The scenarios are listed with title and story", arguments: Words.codes)
  func scenarioList(_ code: String) throws {
    let words = try Words(code)
    let run = try Annai.run(["practice", "list", "--lang", code], in: Place())
    #expect(run.status == 0, "\(run)")
    #expect(run.dialogue == "")
    for scenario in Scenario.all {
      #expect(run.output.split(separator: "\n").contains(Substring(scenario.id)))
      #expect(run.output.says(try words("practice.\(scenario.id).title")))
      #expect(run.output.says(try words("practice.\(scenario.id).story")))
    }
  }

  @Test("The first of flag, ANNAI_LANG, LC_ALL, LC_MESSAGES and LANG decides")
  func languagePrecedence() throws {
    let place = try Place()
    var environment = ["LANG": "id_ID.UTF-8"]
    func heading(_ arguments: String...) throws -> String? {
      let run = try Annai.run(
        ["practice", "list"] + arguments, in: place, environment: environment)
      return try Words.codes.first { code in
        run.output.says(try Words(code)("practice.healthy.title"))
      }
    }
    #expect(try heading() == "id")
    environment["LC_MESSAGES"] = "ko_KR.utf8"
    #expect(try heading() == "ko")
    environment["LC_ALL"] = "ja_JP.UTF-8"
    #expect(try heading() == "ja")
    environment["ANNAI_LANG"] = "en"
    #expect(try heading() == "en")
    #expect(try heading("--lang", "id") == "id")
    environment = ["LC_ALL": "C"]
    #expect(try heading() == "en")
  }
}
