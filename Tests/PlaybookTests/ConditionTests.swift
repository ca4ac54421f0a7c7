import DNS
import Testing

@testable import Playbook

/// Questions and records that hang on a choice.
@Suite struct ConditionTests {
  private func ids(_ answers: Answers) throws -> [String] {
    try ChoiceSample.playbook().plan(answers, zone: DNSName("a.example")).map(\.id)
  }

  @Test func onlyTheRecordsOfTheChoiceArePlanned() throws {
    #expect(try ids(["domain": "a.example", "form": "txt", "key": "p=AAAA"]) == ["key", "spf"])
    #expect(
      try ids(["domain": "a.example", "form": "cname", "alias": "k.example.net"])
        == ["alias", "spf"])
  }

  @Test func whatDoesNotCountIsNotRead() throws {
    let answers: Answers = [
      "domain": "a.example", "form": "cname", "alias": "k.example.net", "key": "no key at all",
    ]
    #expect(try ids(answers) == ["alias", "spf"])
    #expect(try ChoiceSample.playbook().read(answers)["key"] == nil)
  }

  @Test func aChoiceThatDecidesMustBeMade() {
    #expect(throws: PlanError.missing(["form"])) { try ids(["domain": "a.example"]) }
    #expect(throws: PlanError.missing(["domain", "form"])) { try ids([:]) }
  }

  @Test func aPlanSaysHowWellItIsKnown() throws {
    let answers: Answers = ["domain": "a.example", "form": "cname"]
    let plan = try ChoiceSample.playbook().plan(answers, zone: DNSName("a.example"))
    #expect(plan.map(\.confidence) == [.seen, .documented])
    #expect(plan.map(\.isSoundnessOnly) == [true, false])
  }

  @Test func keysOfTables() throws {
    let playbook = try ChoiceSample.playbook()
    let form = try #require(playbook.input("form"))
    #expect(
      form.messageKeys == [
        "input.form.question", "input.form.why", "input.form.help", "input.form.option.txt",
        "input.form.option.cname",
      ])
    #expect(playbook.tableKeys("note.a") == ["playbook.choices.note.a", "playbooks.note.a"])
    #expect(playbook.tableKeys("input.key.example").last == "playbooks.input.example")
    #expect(playbook.limits.verification == nil)
    #expect(playbook.document.version == nil)
  }

  struct Mistake: Sendable {
    let old: String
    let new: String
    /// The text at which the fault is.
    let mark: String
    let path: String
    let code: PlaybookFault.Code
  }

  static let mistakes = [
    Mistake(
      old: "{form: cname} # of", new: "{from: cname} # of", mark: "from: cname} # of",
      path: "records[1].when.from", code: .unknownChoice("from", nearest: "form")),
    Mistake(
      old: "{form: cname} # of", new: "{form: cnam} # of", mark: "cnam} # of",
      path: "records[1].when.form",
      code: .unknownWord("cnam", possible: ["txt", "cname"], nearest: "cname")),
    Mistake(
      old: "{form: cname} # of", new: "{domain: cname} # of", mark: "domain: cname} # of",
      path: "records[1].when.domain", code: .unknownChoice("domain", nearest: nil)),
    Mistake(
      old: "    when: {form: cname} # of the record\n", new: "", mark: "\"{alias}\"",
      path: "records[1].value", code: .optionalInput("alias")),
    Mistake(
      old: "{form: cname} # of", new: "{form: txt} # of", mark: "\"{alias}\"",
      path: "records[1].value", code: .optionalInput("alias")),
    Mistake(
      old: "{ask: form}, {ask: key}", new: "{ask: key}, {ask: form}",
      mark: "key}, {ask: form}", path: "steps[0].parts[1].ask",
      code: .askedTooEarly("key", choice: "form")),
    Mistake(
      old: "seen", new: "sure", mark: "sure", path: "records[1].confidence",
      code: .unknownWord("sure", possible: ["documented", "seen", "unverified"], nearest: nil)),
    Mistake(
      old: "    options: [txt, cname]\n", new: "", mark: "id: form", path: "inputs[1]",
      code: .missingKey("options")),
    Mistake(
      old: "    example: k.example.net\n", new: "", mark: "id: alias\n    kind: target",
      path: "inputs[3]", code: .missingKey("example")),
    Mistake(
      old: "cname]", new: "cname, txt]", mark: "txt]", path: "inputs[1].options[2]",
      code: .duplicateID("txt", firstLine: 10)),
    Mistake(
      old: "example: k.example.net", new: "example: k.example.net\n    options: [a]",
      mark: "[a]", path: "inputs[3].options", code: .misplacedKey("options")),
    Mistake(
      old: "cname]", new: "cname]\n    default: both", mark: "both", path: "inputs[1].default",
      code: .badDefault(.notAnOption("both", options: ["txt", "cname"]))),
  ]

  @Test(arguments: mistakes) func everyMistakeHasItsPlace(mistake: Mistake) {
    let (faults, line, column) = ChoiceSample.faults(
      changing: mistake.old, to: mistake.new, place: mistake.mark)
    #expect(faults.contains(fault(line, column, mistake.path, mistake.code)), "got \(faults)")
  }
}
