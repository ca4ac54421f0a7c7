import DNS
import Diagnosis
import Localization
import MailAuth

/// What an include that is to be added comes to: the one record to publish and what it will cost.
struct SPFChangeText {
  private(set) var blocks: [Block]

  init(_ change: SPFReport.Change, present: SPFTree, _ messages: Messages) {
    let include = Argument.text(change.include.withoutFinalDot)
    blocks = [.subheading(messages("spf.change.title", ["include": include]))]
    if change.provider.status != .sound {
      blocks += SPFTreeText.status(change.provider, messages)
    }
    switch change.plan {
    case .failure(.unknownRecord): blocks.append(.paragraph(messages("spf.change.unknown-record")))
    case .failure(.syntax(let error, let text)):
      blocks.append(.paragraph(messages("spf.change.syntax")))
      blocks += RecordFault(error, in: text).blocks(messages)
    case .success(let plan): add(plan, present, messages)
    }
  }

  private mutating func add(_ plan: SPFPlan, _ present: SPFTree, _ messages: Messages) {
    if plan.isChange {
      blocks.append(
        .paragraph(messages("spf.change.publish", ["count": .integer(present.texts.count)])))
      blocks.append(.verbatim(plan.record.description))
    } else {
      blocks.append(.paragraph(messages("spf.change.none")))
    }
    blocks.append(
      .paragraph(
        messages(
          "spf.change.lookups",
          [
            "before": .integer(present.lookups), "after": .integer(plan.lookups),
            "limit": .integer(SPFLimits.lookups),
          ])))
    blocks.append(
      .paragraph(
        messages(
          "spf.change.void",
          [
            "before": .integer(present.voidLookups), "after": .integer(plan.voidLookups),
            "limit": .integer(SPFLimits.voidLookups),
          ])))
    blocks += plan.costs.map { cost in
      .paragraph(
        messages(
          "spf.tree.branch",
          ["term": .text(cost.term.description), "count": .integer(cost.lookups)]),
        marker: "- ", indent: 2)
    }
    if !plan.isWithinLimits { blocks.append(.paragraph(messages("spf.change.over"))) }
    if !plan.isComplete { blocks.append(.paragraph(messages("spf.change.incomplete"))) }
  }
}
