import DNS
import Diagnosis
import Localization
import Report
import Testing

/// The text of a check as blocks: what comes in which order.
@Suite struct CheckTextTests {
  private func isStep(_ block: Block) -> Bool {
    guard case .paragraph(_, let marker, _) = block else { return false }
    return marker.firstMatch(of: /^[0-9]+\. $/) != nil
  }

  private func text(_ block: Block) -> String {
    switch block {
    case .heading(let text), .subheading(let text), .paragraph(let text, _, _),
      .verbatim(let text, _):
      text
    case .marked(let excerpt, _): excerpt.before + excerpt.place + excerpt.after
    case .table(let rows): rows.flatMap(\.cells).joined(separator: "\n")
    case .difference(_, let labels): "\(labels.expected) \(labels.observed)"
    case .fields(let fields): fields.map { "\($0.label) \($0.value)" }.joined(separator: "\n")
    case .space: ""
    }
  }

  @Test(arguments: FindingTextTests.pairs)
  func everyBlockHasItsWords(language: String, id: String) throws {
    let blocks = CheckText(try look(at: id), try Tables.messages(language)).blocks
    for block in blocks where block != .space {
      let text = text(block)
      #expect(!text.isEmpty)
      #expect(!text.contains("{") && !text.contains("}"), "unfilled: \(text)")
      for start in ["report.", "record.status", "finding.", "duration."] {
        // `_report._dmarc` is a part of names (RFC 9990 §4).
        #expect(
          !text.replacing("._report.", with: "").contains(start),
          "a key instead of its text: \(text)")
      }
    }
  }

  @Test(arguments: Tables.languages)
  func causesComeFirstAndConsequencesHaveNoSteps(language: String) throws {
    let messages = try Tables.messages(language)
    let result = try look(at: "name-doubled")
    let blocks = CheckText(result, messages).blocks
    let findings = result.verdict.findings
    try #require(findings.map(\.isConsequence) == [false, true])
    let cause = FindingText(findings[0], messages)
    let consequence = FindingText(findings[1], messages)

    let causeIndex = try #require(
      blocks.firstIndex { block in
        if case .subheading(let title) = block { title.contains(cause.title) } else { false }
      })
    let explained = try #require(
      blocks.firstIndex(of: .subheading(messages("report.consequences"))))
    let listed = try #require(
      blocks.firstIndex(of: .paragraph(consequence.title, marker: "- ", indent: 2)))
    #expect(causeIndex < explained)
    #expect(listed == explained + 1)
    #expect(!blocks[explained...].contains(where: isStep))

    let all = blocks.map(text)
    for part in [consequence.found, consequence.why, consequence.see] + consequence.fix {
      #expect(!all.contains { $0.contains(part) }, "the cause alone tells what to do")
    }
  }

  @Test(arguments: FindingTextTests.pairs)
  func theStepsOfEachCauseAreNumberedFromOne(language: String, id: String) throws {
    let messages = try Tables.messages(language)
    let result = try look(at: id)
    let steps = CheckText(result, messages).blocks.filter(isStep)
    var told: [[String]] = []
    for finding in result.verdict.findings where !finding.isConsequence {
      let text = FindingText(finding, messages)
      let advice = [finding.id.rawValue, text.why, text.cause] + text.fix
      if !told.contains(advice) { told.append(advice) }
    }
    let expected = told.flatMap { advice in
      advice.dropFirst(3).enumerated().map { index, step in
        Block.paragraph(step, marker: "\(index + 1). ", indent: 4)
      }
    }
    #expect(steps == expected)
  }

  @Test func aCauseIsToldInThisOrder() throws {
    let messages = try Tables.messages("en")
    let result = try look(at: "mx-missing")
    let finding = try #require(result.verdict.findings.first)
    let text = FindingText(finding, messages)
    try #require(text.fix.count == 2)
    #expect(
      CheckText(result, messages).blocks.dropFirst(3) == [
        .subheading("Problem 1 of 1: \(text.title)"),
        .paragraph(text.found, indent: 2), .paragraph(text.why, indent: 2),
        .paragraph("Possible cause: \(text.cause)", indent: 2),
        .paragraph("What to do:", indent: 2),
        .paragraph(text.fix[0], marker: "1. ", indent: 4),
        .paragraph(text.fix[1], marker: "2. ", indent: 4),
        .paragraph("To see it yourself: \(text.see)", indent: 2),
        .paragraph("Finding id: mx-missing", indent: 2), .space,
        .paragraph("Result: example.com has problems that need a change. They are listed above."),
        .paragraph("Queries sent: 31. Time: 121 ms."),
      ])
  }

  /// One explanation for what holds of one record after the other.
  @Test(arguments: Tables.languages, ["servers-disagree", "answer-failure-cached"])
  func theSameAdviceIsGivenOnce(language: String, id: String) throws {
    let messages = try Tables.messages(language)
    let result = try look(at: id)
    try #require(result.verdict.findings.filter { !$0.isConsequence }.count == 5)
    let blocks = CheckText(result, messages).blocks
    let first = FindingText(result.verdict.findings[0], messages)
    #expect(blocks.count { isStep($0) } == first.fix.count)
    let same = Block.paragraph(messages("report.same", ["number": .integer(1)]), indent: 2)
    #expect(blocks.count { $0 == same } == 4)
    // What was seen, and how to see it, is told of each.
    for finding in result.verdict.findings {
      let text = FindingText(finding, messages)
      #expect(blocks.contains(.paragraph(text.found, indent: 2)))
      #expect(
        blocks.contains(.paragraph(messages("report.see", ["see": .text(text.see)]), indent: 2)))
    }
  }

  @Test func severalCausesAreCounted() throws {
    let blocks = CheckText(try look(at: "servers-disagree"), try Tables.messages("en")).blocks
    let titles = blocks.compactMap { block -> String? in
      if case .subheading(let title) = block { title } else { nil }
    }
    #expect(titles.prefix(5).map { $0.prefix(16) } == (1...5).map { "Problem \($0) of 5: " })
  }

  @Test(arguments: [
    ("mx-missing", "Problem 1 of 1: "), ("answer-negative-cached", "Note 1 of 1: "),
    ("delegation-unknown", "Could not check 1 of 1: "),
  ])
  func theHeadingSaysHowMuchItMatters(id: String, start: String) throws {
    let blocks = CheckText(try look(at: id), try Tables.messages("en")).blocks
    guard case .subheading(let title) = blocks[3] else {
      Issue.record("\(blocks[3])")
      return
    }
    #expect(title.hasPrefix(start), "\(title)")
  }

  @Test func aHealthyDomainNeedsFewWords() throws {
    let result = look(try #require(Rule.named("mx-missing")).fixed.evidence())
    let blocks = CheckText(result, try Tables.messages("en")).blocks
    #expect(blocks.first == .heading("example.com"))
    guard case .table(let rows) = blocks[1] else {
      Issue.record("\(blocks[1])")
      return
    }
    #expect(rows.map(\.mood) == Array(repeating: .good, count: 5))
    #expect(rows.first?.cells == ["[OK]", "MX", "example.com.", "right on 3 of 3 servers"])
    #expect(
      Array(blocks.dropFirst(2)) == [
        .space, .paragraph("Result: all records of example.com are in place and visible."),
        .paragraph("Queries sent: 31. Time: 121 ms."),
      ])
  }

  @Test(arguments: [
    ("mx-missing", "mx", "[MISSING]", Block.Mood.bad, "right on 0 of 3 servers"),
    ("dkim-key-corrupt", "dkim", "[DIFFERENT]", .bad, "right on 0 of 3 servers"),
    ("answer-negative-cached", "dmarc", "[WAIT]", .waiting, "right on 2 of 3 servers"),
    ("record-unknown", "spf", "[UNKNOWN]", .unknown, "no server answered"),
    // Right where it is, and waiting does not make it seen.
    ("registry-hold", "spf", "[UNSEEN]", .waiting, "right on 2 of 2 servers"),
    ("servers-disagree", "spf", "[DIFFERENT]", .bad, "right on 2 of 3 servers"),
  ])
  func aRowSaysHowARecordStands(
    id: String, record: String, word: String, mood: Block.Mood, servers: String
  ) throws {
    let result = try look(at: id)
    let index = try #require(result.verdict.records.firstIndex { $0.expected.id == record })
    guard case .table(let rows) = CheckText(result, try Tables.messages("en")).blocks[1] else {
      Issue.record("no table")
      return
    }
    #expect(rows[index].mood == mood)
    #expect(rows[index].cells.first == word)
    #expect(rows[index].cells.last == servers)
  }

  @Test(arguments: Tables.languages) func soundnessAloneIsSaid(language: String) throws {
    let messages = try Tables.messages(language)
    let remark = Block.paragraph(messages("report.dkim-soundness"))
    var evidence = try #require(Rule.named("mx-missing")).fixed.evidence()
    #expect(!CheckText(look(evidence), messages).blocks.contains(remark))
    let index = try #require(evidence.expected.firstIndex { $0.id == "dkim" })
    evidence.expected[index].value = ""
    #expect(CheckText(look(evidence), messages).blocks.contains(remark))
  }

  @Test(arguments: Tables.languages)
  func otherRecordsWithoutAValueAreNamed(language: String) throws {
    let messages = try Tables.messages(language)
    var evidence = try #require(Rule.named("mx-missing")).fixed.evidence()
    for (index, record) in evidence.expected.enumerated() where ["mx", "spf"].contains(record.id) {
      evidence.expected[index].value = ""
    }
    let result = CheckResult(
      playbook: "p", evidence: evidence, durationMilliseconds: 1, queries: 1, dnsHost: nil,
      leftOut: ["token"])
    #expect(result.verdict.status == .verified)
    let blocks = CheckText(result, messages).blocks
    for (key, ids) in [("report.soundness", ["mx", "spf"]), ("report.left-out", ["token"])] {
      let remark = Block.paragraph(messages(MessageKey(key), ["records": .list(ids)]))
      #expect(blocks.contains(remark), "\(key)")
    }
    #expect(!blocks.contains(.paragraph(messages("report.dkim-soundness"))))
  }

  @Test(arguments: Tables.languages) func theWaitIsInTheResult(language: String) throws {
    let messages = try Tables.messages(language)
    let summary = CheckText.summary(try look(at: "answer-negative-cached"), messages)
    #expect(summary.contains(messages.duration(seconds: 440)))
    #expect(summary.contains("example.com"))
  }

  @Test(arguments: Tables.languages) func everyResultReadsDifferently(language: String) throws {
    let messages = try Tables.messages(language)
    let healthy = look(try #require(Rule.named("mx-missing")).fixed.evidence())
    let others = try ["mx-missing", "answer-negative-cached", "record-unknown"].map(look(at:))
    let results = [healthy] + others
    #expect(results.map(\.verdict.status) == [.verified, .problems, .waiting, .unknown])
    #expect(Set(results.map { CheckText.summary($0, messages) }).count == 4)
  }
}
