import DNS
import Localization
import MailAuth

/// The way to a result: each record, each term, each lookup, with the running count.
struct SPFTraceText {
  private(set) var blocks: [Block] = []
  private let messages: Messages
  /// The terms so far that have asked the DNS.
  private var count = 0

  init(_ trace: SPFTrace, _ messages: Messages) {
    self.messages = messages
    add(trace, indent: 2)
  }

  private mutating func add(_ trace: SPFTrace, indent: Int) {
    blocks.append(
      .paragraph(messages("spf.trace.record", ["domain": .text(trace.domain)]), indent: indent))
    if let lookup = trace.lookup { add(lookup, indent: indent + 2) }
    if let record = trace.record { blocks.append(.verbatim(record, indent: indent + 2)) }
    for step in trace.steps { add(step, indent: indent + 2) }
    if trace.unlistedSteps > 0 {
      blocks.append(
        .paragraph(
          messages("spf.trace.unlisted", ["count": .integer(trace.unlistedSteps)]), marker: "- ",
          indent: indent + 2))
    }
    blocks.append(
      .paragraph(
        messages(
          "spf.trace.result",
          ["domain": .text(trace.domain), "result": .text(trace.result.rawValue)]),
        indent: indent))
  }

  private mutating func add(_ step: SPFStep, indent: Int) {
    let key = MessageKey("spf.step.\(step.outcome.rawValue)")
    var sentence = messages(key, ["term": .text(step.term)])
    // The step's own count includes what an include or redirect has asked further on.
    if step.lookups > count {
      count += 1
      sentence = messages(
        "spf.step.counted",
        [
          "step": .text(sentence), "count": .integer(count),
          "limit": .integer(SPFLimits.lookups),
        ])
    }
    blocks.append(.paragraph(sentence, marker: "- ", indent: indent))
    for lookup in step.asked { add(lookup, indent: indent + 2) }
    if let check = step.check { add(check, indent: indent + 2) }
  }

  private mutating func add(_ lookup: SPFLookup, indent: Int) {
    blocks.append(
      .paragraph(
        messages(
          MessageKey("spf.lookup.\(lookup.status.rawValue)"),
          ["question": .text(lookup.question.description)]), indent: indent))
  }
}
