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
    if !records.isEmpty {
      blocks.append(.table(records.map { Self.row($0, result.verdict, messages) }))
    }
    blocks.append(.space)
    let causes = result.verdict.findings.filter { !$0.isConsequence }
    let texts = causes.map { FindingText($0, messages, clock: clock) }
    for (index, finding) in causes.enumerated() {
      // What holds of one record after the other is explained once.
      let first = causes[..<index].indices.first {
        causes[$0].id == finding.id && texts[$0].advisesTheSame(as: texts[index])
      }
      let section = FindingSection(
        finding, texts[index], asUnder: first.map { $0 + 1 }, messages)
      blocks += Self.article(finding, section, index + 1, causes.count, messages)
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

  private static func row(
    _ record: RecordVerdict, _ verdict: Verdict, _ messages: Messages
  ) -> Block.Row {
    let heard = record.servers.filter { $0.state != .unknown }
    let right = heard.filter { $0.state == .match }
    let status = messages(verdict.statusKey(of: record))
    return Block.Row(
      record.status.mood,
      [
        "[\(status)]", record.expected.type.name, record.expected.name.description,
        heard.isEmpty
          ? messages("report.no-servers")
          : messages(
            "report.servers",
            ["matching": .integer(right.count), "count": .integer(heard.count)]),
      ])
  }

  private static func article(
    _ finding: Finding, _ section: FindingSection, _ number: Int, _ count: Int,
    _ messages: Messages
  ) -> [Block] {
    let kind = finding.isUnknown ? "unknown" : finding.severity.rawValue
    let title = messages(
      MessageKey("report.finding.\(kind)"),
      ["number": .integer(number), "count": .integer(count), "title": .text(section.title)])
    return [.subheading(title)] + section.blocks + [.space]
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

extension Verdict {
  /// The word for how a record stands; a right one that nobody sees is not waited for when something
  /// else has to be done first.
  func statusKey(of record: RecordVerdict) -> MessageKey {
    let isHidden = record.status == .waiting && status == .problems && waitSeconds == nil
    return isHidden ? "report.status-hidden" : MessageKey("record.status.\(record.status.rawValue)")
  }
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
