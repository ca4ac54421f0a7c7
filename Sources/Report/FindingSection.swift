import Diagnosis
import Localization

/// One finding of a check in full: what was seen, why it matters, what to do, how to see it.
struct FindingSection {
  /// What it is, in a few words.
  let title: String
  /// All below the title.
  let blocks: [Block]

  init(_ finding: Finding, _ messages: Messages, clock: WallClock) {
    self.init(finding, FindingText(finding, messages, clock: clock), messages)
  }

  /// The same with the words at hand; `earlier` is the number of a finding that has been told before
  /// and means the same, with the same steps.
  init(_ finding: Finding, _ text: FindingText, asUnder earlier: Int? = nil, _ messages: Messages) {
    title = text.title
    var blocks: [Block] = [.paragraph(text.found, indent: 2)]
    if !text.waits.isEmpty { blocks.append(.fields(text.waits)) }
    blocks += DifferenceText(finding, messages).blocks
    blocks += FindingFault(finding)?.blocks(messages, indent: 4) ?? []
    if let earlier {
      blocks.append(
        .paragraph(messages("report.same", ["number": .integer(earlier)]), indent: 2))
    } else {
      blocks += [
        .paragraph(text.why, indent: 2),
        .paragraph(messages("report.cause", ["cause": .text(text.cause)]), indent: 2),
      ]
    }
    // What follows from others goes when they go: its own steps would be work for nothing.
    if !finding.isConsequence, earlier == nil {
      blocks.append(.paragraph(messages("report.fix"), indent: 2))
      blocks += text.fix.enumerated().map { index, step in
        .paragraph(step, marker: "\(index + 1). ", indent: 4)
      }
    }
    blocks += [
      .paragraph(messages("report.see", ["see": .text(text.see)]), indent: 2),
      .paragraph(messages("report.id", ["id": .text(finding.id.rawValue)]), indent: 2),
    ]
    self.blocks = blocks
  }
}
