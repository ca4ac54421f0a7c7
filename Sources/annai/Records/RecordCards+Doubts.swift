import DNS
import Localization
import Playbook
import Publishing
import Report

extension RecordCards {
  /// What no source confirms about the form, as things to look at after saving.
  ///
  /// One kind of doubt is said once, with the first record that it is about.
  var doubtBlocks: [Block] {
    var seen: Set<String> = []
    let doubts = sheet.changes.compactMap { sheet.entry($0) }.flatMap(\.doubts)
      .filter { seen.insert($0.kind).inserted }
    guard !doubts.isEmpty else { return [] }
    let title =
      sheet.host.map { messages("record.doubts", ["host": .text(name($0))]) }
      ?? messages("record.doubts-unknown")
    return [.subheading(title)]
      + doubts.enumerated().map { number, doubt in
        .paragraph(sentence(doubt), marker: "\(number + 1). ", indent: 2)
      } + [.space]
  }

  private func sentence(_ doubt: FormDoubt) -> String {
    switch doubt {
    case .host(_, let expected, let doubled):
      messages(
        "record.doubt.host",
        ["expected": .text(expected.withoutFinalDot), "doubled": .text(doubled)])
    case .apex(let ways, let zone):
      messages(
        "record.doubt.apex",
        [
          "zone": .text(zone.withoutFinalDot),
          "count": .integer(ways.count), "ways": .list(ways.map { way($0, zone) }),
        ])
    case .priorityApart(let value):
      messages("record.doubt.priority-apart", ["value": .text(value)])
    case .priorityInside(let target):
      messages("record.doubt.priority-inside", ["target": .text(target)])
    case .finalDot(let target): messages("record.doubt.final-dot", ["target": .text(target)])
    case .noFinalDot(let target):
      messages("record.doubt.no-final-dot", ["target": .text(target)])
    case .noQuotes: messages("record.doubt.no-quotes")
    case .quotes: messages("record.doubt.quotes")
    case .wholeText: messages("record.doubt.whole-text")
    case .strings: messages("record.doubt.strings")
    case .line: messages("record.doubt.line")
    case .labels: messages("record.doubt.labels")
    }
  }

  private func way(_ way: DNSHostForm.ApexEntry, _ zone: DNSName) -> String {
    switch way {
    case .atSign: "`@`"
    case .empty: messages("record.doubt.empty")
    case .domain: "`\(zone.withoutFinalDot)`"
    }
  }
}

extension FormDoubt {
  /// The doubt without what it is about.
  fileprivate var kind: String {
    switch self {
    case .host: "host"
    case .apex: "apex"
    case .priorityApart: "priority-apart"
    case .priorityInside: "priority-inside"
    case .finalDot: "final-dot"
    case .noFinalDot: "no-final-dot"
    case .noQuotes: "no-quotes"
    case .quotes: "quotes"
    case .wholeText: "whole-text"
    case .strings: "strings"
    case .line: "line"
    case .labels: "labels"
    }
  }
}
