import DNS
import Diagnosis
import Localization

/// Shows where the published value of a finding differs from the expected one.
struct DifferenceText {
  /// The two values, then what the difference amounts to; empty when there is nothing to compare.
  let blocks: [Block]

  init(_ finding: Finding, _ messages: Messages) {
    guard let (expected, observed) = Self.values(of: finding),
      let difference = ValueDifference(expected: expected, observed: observed)
    else {
      blocks = []
      return
    }
    var sentences = [Self.sentence(difference.kind, messages)]
    if !difference.characters.isEmpty {
      let names = difference.characters.prefix(Self.mostCharacters).map { $0.text(messages) }
      sentences.append(
        messages("report.difference.characters", ["characters": .list(names)]))
    }
    let labels = Block.Labels(
      expected: messages("report.difference.expected"),
      observed: messages("report.difference.observed"))
    blocks =
      [.difference(difference.excerpt, labels: labels)]
      + sentences.map { .paragraph($0, indent: 2) }
  }

  /// More names do not help anybody.
  private static let mostCharacters = 8

  /// The values that a finding about a value has; none when there are several to choose from, or
  /// when only the usual shape of the value is known.
  private static func values(of finding: Finding) -> (expected: String, observed: String)? {
    guard finding.layer == .content, let expected = finding.arguments["expected"],
      let observed = finding.arguments["observed"]
    else { return nil }
    switch (expected, observed) {
    case (.text(let expected), .text(let observed)) where !expected.hasSuffix("..."):
      return (expected, observed)
    case (.text(let expected), .texts(let observed))
    where observed.count == 1 && !expected.hasSuffix("..."):
      return (expected, observed[0])
    case (.name(let expected), .name(let observed)):
      return (expected.description, observed.description)
    default: return nil
    }
  }

  private static func sentence(_ kind: ValueDifference.Kind, _ messages: Messages) -> String {
    switch kind {
    case .cutOff(let length, let expected):
      messages(
        "report.difference.cut-off", ["length": .integer(length), "expected": .integer(expected)])
    case .missing(let offset, let length):
      messages(
        "report.difference.missing", ["offset": .integer(offset + 1), "length": .integer(length)])
    case .added(let offset, let length):
      messages(
        "report.difference.added", ["offset": .integer(offset + 1), "length": .integer(length)])
    case .letterCase(let offset):
      messages("report.difference.letter-case", ["offset": .integer(offset + 1)])
    case .reordered: messages("report.difference.reordered")
    case .changed(let offset, let length):
      messages(
        "report.difference.changed", ["offset": .integer(offset + 1), "length": .integer(length)])
    case .other: messages("report.difference.other")
    }
  }
}
