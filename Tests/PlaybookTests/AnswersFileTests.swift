import Playbook
import Testing

@Suite struct AnswersFileTests {
  @Test func valuesAreTexts() throws {
    let answers = try Answers(
      yaml: """
        version: 1
        language: ja
        answers:
          domain: mail.example.com
          dkimValue: "v=DKIM1; p=AAAA"
          reportAddress: null
          other: 7
        """)
    #expect(
      answers.values == [
        "domain": "mail.example.com", "dkimValue": "v=DKIM1; p=AAAA", "reportAddress": "",
        "other": "7",
      ])
    #expect(try Answers(yaml: "version: 1\nanswers: {}") == Answers())
  }

  @Test(arguments: [
    ("", 1), ("version: 2\nanswers: {}", 1), ("version: 1", 1), ("answers: &a [*a]", 1),
    ("version: 1\nanswers:\n  a: [b]", 3), ("version: 1\n\nwhat: 1", 3),
    ("version: 1\nanswers:\n  ? [a]\n  : b", 4),
    ("version: 1\nanswers: {}\n#" + String(repeating: "x", count: 1 << 18), 1),
    (String(repeating: "[", count: 100_000), 1),
  ])
  func malformed(_ yaml: String, _ line: Int) {
    let fault = #expect(throws: AnswersFault.self) { try Answers(yaml: yaml) }
    #expect(fault?.line == line)
  }
}
