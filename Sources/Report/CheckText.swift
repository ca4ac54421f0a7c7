import DNS
import Diagnosis
import Localization

/// A check as a text for people.
public struct CheckText: Sendable {
  /// The whole text, in the order in which it is read.
  public let blocks: [Block]

  /// The text of a check: how each record stands, what is wrong and what to do, the result.
  ///
  /// Moments are told by `clock`. With `showsQueries`, each lookup follows as a `dig` command;
  /// without `showsCost`, nothing is said of time and queries, which are never twice the same.
  public init(
    _ result: CheckResult, _ messages: Messages, clock: WallClock = .utc,
    showsQueries: Bool = false, showsCost: Bool = true
  ) {
    var blocks: [Block] = [.heading(result.evidence.shownDomain)]
    let records = result.verdict.records
    if !records.isEmpty { blocks.append(.table(records.map { Self.row($0, messages) })) }
    blocks.append(.space)
    let causes = result.verdict.findings.filter { !$0.isConsequence }
    let texts = causes.map { FindingText($0, messages, clock: clock) }
    for (index, finding) in causes.enumerated() {
      // What holds of one record after the other is explained once.
      let first = causes[..<index].indices.first {
        causes[$0].id == finding.id && texts[$0].advisesTheSame(as: texts[index])
      }
      blocks += Self.article(
        finding, texts[index], (index + 1, causes.count), asUnder: first.map { $0 + 1 }, messages)
    }
    let consequences = result.verdict.findings.filter(\.isConsequence)
    if !consequences.isEmpty {
      blocks.append(.subheading(messages("report.consequences")))
      blocks += consequences.map {
        .paragraph(FindingText($0, messages).title, marker: "- ", indent: 2)
      }
      blocks.append(.space)
    }
    if result.judgesDKIMForSoundnessOnly {
      blocks += [.paragraph(messages("report.dkim-soundness")), .space]
    }
    let sound = result.recordsJudgedForSoundnessOnly
    for (key, ids) in [("report.soundness", sound), ("report.left-out", result.leftOut)]
    where !ids.isEmpty {
      blocks += [.paragraph(messages(MessageKey(key), ["records": .list(ids)])), .space]
    }
    blocks += Self.registration(result.evidence, messages)
    blocks.append(.paragraph(Self.summary(result, messages, clock: clock)))
    if showsCost { blocks.append(Self.cost(result, messages)) }
    if showsQueries {
      let lines = result.evidence.observations.map(\.digLine)
      blocks += [.space, .subheading(messages("report.queries"))]
      blocks += lines.map { .verbatim($0) }
    }
    self.blocks = blocks
  }

  private static func cost(_ result: CheckResult, _ messages: Messages) -> Block {
    .paragraph(
      messages(
        "report.cost",
        [
          "queries": .integer(result.queries),
          "milliseconds": .integer(result.durationMilliseconds),
        ]))
  }

  /// The result: whether something has to be changed, only waited for, or both.
  public static func summary(
    _ result: CheckResult, _ messages: Messages, clock: WallClock = .utc
  ) -> String {
    var arguments = ["domain": Argument.text(result.evidence.shownDomain)]
    let wait = result.verdict.waitSeconds.map { seconds in
      // An answer that nobody keeps is asked for anew; that too takes a moment.
      max(seconds, 60)
    }
    arguments["wait"] = .text(messages.duration(seconds: wait ?? 60))
    let end = result.verdict.visibleOn ?? result.evidence.checkedAt
    arguments["time"] = .text(clock.text(until: max(end, result.evidence.checkedAt + 60)))
    switch result.verdict.status {
    case .verified: return messages("report.result.verified", arguments)
    case .waiting: return messages("report.result.waiting", arguments)
    case .problems where wait != nil: return messages("report.result.problems-wait", arguments)
    case .problems: return messages("report.result.problems", arguments)
    case .unknown: return messages("report.result.unknown", arguments)
    }
  }

  private static func row(_ record: RecordVerdict, _ messages: Messages) -> Block.Row {
    let heard = record.servers.filter { $0.state != .unknown }
    let right = heard.filter { $0.state == .match }
    let status = messages(MessageKey("record.status.\(record.status.rawValue)"))
    return Block.Row(
      record.status.mood,
      [
        "[\(status)]", record.expected.type.name, record.expected.name.description,
        messages(
          "report.servers", ["matching": .integer(right.count), "count": .integer(heard.count)]),
      ])
  }

  private static func article(
    _ finding: Finding, _ text: FindingText, _ place: (number: Int, count: Int),
    asUnder earlier: Int?, _ messages: Messages
  ) -> [Block] {
    let kind = finding.isUnknown ? "unknown" : finding.severity.rawValue
    var blocks: [Block] = [
      .subheading(
        messages(
          MessageKey("report.finding.\(kind)"),
          [
            "number": .integer(place.number), "count": .integer(place.count),
            "title": .text(text.title),
          ])),
      .paragraph(text.found, indent: 2),
    ]
    if !text.waits.isEmpty { blocks.append(.fields(text.waits)) }
    blocks += DifferenceText(finding, messages).blocks
    blocks += FindingFault(finding)?.blocks(messages, indent: 4) ?? []
    if let earlier {
      blocks.append(
        .paragraph(messages("report.same", ["number": .integer(earlier)]), indent: 2))
    } else {
      blocks += advice(text, messages)
    }
    blocks += [
      .paragraph(messages("report.see", ["see": .text(text.see)]), indent: 2),
      .paragraph(
        messages("report.id", ["id": .text(finding.id.rawValue)]), indent: 2),
      .space,
    ]
    return blocks
  }

  /// What it means and what to do.
  private static func advice(_ text: FindingText, _ messages: Messages) -> [Block] {
    [
      .paragraph(text.why, indent: 2),
      .paragraph(messages("report.cause", ["cause": .text(text.cause)]), indent: 2),
      .paragraph(messages("report.fix"), indent: 2),
    ]
      + text.fix.enumerated().map { index, step in
        .paragraph(step, marker: "\(index + 1). ", indent: 4)
      }
  }
}

extension FindingText {
  /// Whether another text has the same explanation and steps.
  fileprivate func advisesTheSame(as other: FindingText) -> Bool {
    why == other.why && cause == other.cause && fix == other.fix
  }
}

extension CheckResult {
  /// Whether the DKIM key was not compared, because nobody said what it ought to be.
  var judgesDKIMForSoundnessOnly: Bool {
    verdict.records.contains { $0.expected.isUnknownKey }
  }

  /// The ids of the other records whose value nobody gave.
  var recordsJudgedForSoundnessOnly: [String] {
    verdict.records.map(\.expected).filter { $0.value.isEmpty && !$0.isUnknownKey }.map(\.id)
  }
}

extension ExpectedRecord {
  /// Whether this is a DKIM key of which nobody said what it ought to be.
  fileprivate var isUnknownKey: Bool { purpose == .dkim && type == .txt && value.isEmpty }
}

extension RecordVerdict.Status {
  /// How a row with this status is meant.
  var mood: Block.Mood {
    switch self {
    case .match: .good
    case .waiting: .waiting
    case .missing, .mismatch: .bad
    case .unknown: .unknown
    }
  }
}
