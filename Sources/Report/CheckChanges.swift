import DNS
import Diagnosis
import Localization

/// What is different between two looks at one domain, a line for each change.
public struct CheckChanges: Sendable {
  /// The moment of the second look and the changes; nothing when nothing is different.
  public let blocks: [Block]

  /// Whether a person has to be told.
  public static func isChange(from last: CheckResult, to next: CheckResult) -> Bool {
    last.verdict.status != next.verdict.status || statuses(last) != statuses(next)
      || Set(causes(last)) != Set(causes(next))
  }

  /// The changes in words.
  public init(
    from last: CheckResult, to next: CheckResult, _ messages: Messages, clock: WallClock = .utc
  ) {
    guard Self.isChange(from: last, to: next) else {
      blocks = []
      return
    }
    let before = Self.statuses(last)
    var lines = next.verdict.records.compactMap { record -> String? in
      guard let old = before[record.expected.id], old != record.status else { return nil }
      return messages(
        "changes.record",
        [
          "type": .text(record.expected.type.name),
          "name": .text(record.expected.name.withoutFinalDot),
          "before": .text(Self.word(old, messages)),
          "after": .text(Self.word(record.status, messages)),
        ])
    }
    let (old, new) = (Self.causes(last), Self.causes(next))
    lines += Self.titles(last, of: old.filter { !new.contains($0) }, messages)
      .map { messages("changes.gone", ["title": .text($0)]) }
    lines += Self.titles(next, of: new.filter { !old.contains($0) }, messages)
      .map { messages("changes.new", ["title": .text($0)]) }
    let moment = clock.text(next.evidence.checkedAt)
    blocks =
      [.paragraph(messages("changes.at", ["time": .text(moment)]))]
      + lines.map { .paragraph($0, marker: "- ", indent: 2) }
  }

  private static func statuses(_ result: CheckResult) -> [String: RecordVerdict.Status] {
    result.verdict.records.reduce(into: [:]) { $0[$1.expected.id] = $1.status }
  }

  /// A cause by its id and the record that it is about.
  private struct Cause: Hashable {
    let id: FindingID
    let record: String?
  }

  private static func causes(_ result: CheckResult) -> [Cause] {
    result.verdict.findings.filter { !$0.isConsequence }.map { Cause(id: $0.id, record: $0.record) }
  }

  private static func titles(
    _ result: CheckResult, of causes: [Cause], _ messages: Messages
  ) -> [String] {
    result.verdict.findings.filter { finding in
      !finding.isConsequence && causes.contains(Cause(id: finding.id, record: finding.record))
    }.map { FindingText($0, messages).title }
  }

  private static func word(_ status: RecordVerdict.Status, _ messages: Messages) -> String {
    messages(MessageKey("record.status.\(status.rawValue)"))
  }
}
