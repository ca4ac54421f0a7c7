import DNS
import Localization
import MailAuth

/// What `annai spf` has found out, as a text for people.
public struct SPFText: Sendable {
  /// The whole text, in the order in which it is read.
  public let blocks: [Block]

  /// The text of a report: the change, the sender's result or the record, whichever there is.
  public init(_ report: SPFReport, _ messages: Messages) {
    let domain = Argument.text(report.domain.withoutFinalDot)
    var blocks: [Block] = [.heading(messages("spf.title", ["domain": domain]))]
    if let tree = report.tree { blocks += SPFTreeText(tree, messages).blocks + [.space] }
    if let change = report.change, let tree = report.tree {
      blocks += SPFChangeText(change, present: tree, messages).blocks + [.space]
    }
    if let evaluation = report.evaluation {
      if report.change != nil { blocks.append(.subheading(messages("spf.after-change"))) }
      blocks += SPFEvaluationText(evaluation, messages).blocks + [.space]
    }
    while blocks.last == .space { blocks.removeLast() }
    self.blocks = blocks
  }
}

extension Messages {
  /// How many lookups there are, and how many of them find nothing, beside the limits.
  func counts(lookups: Int, voidLookups: Int) -> [Block] {
    [
      .paragraph(
        self(
          "spf.count.lookups",
          ["count": .integer(lookups), "limit": .integer(SPFLimits.lookups)])),
      .paragraph(
        self(
          "spf.count.void",
          ["count": .integer(voidLookups), "limit": .integer(SPFLimits.voidLookups)])),
    ]
  }
}
