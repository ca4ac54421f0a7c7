import DNS
import Localization
import MailAuth

/// What receivers say of one sender, and how they come to it.
struct SPFEvaluationText {
  let blocks: [Block]

  init(_ evaluation: SPFEvaluation, _ messages: Messages) {
    let query = evaluation.query
    var fields = [
      Block.Field(messages("spf.field.result"), evaluation.result.rawValue),
      Block.Field(messages("spf.field.address"), query.address.description),
      Block.Field(messages("spf.field.sender"), query.sender),
      Block.Field(messages("spf.field.helo"), query.helo),
    ]
    if let match = evaluation.match {
      fields.append(Block.Field(messages("spf.field.match"), "\(match.term)  (\(match.domain))"))
    }
    var blocks: [Block] = [
      .fields(fields), .space,
      .paragraph(
        messages(
          MessageKey("spf.result.\(evaluation.result.rawValue)"),
          ["domain": .text(query.domain), "address": .text(query.address.description)])),
    ]
    if let problem = evaluation.problem {
      blocks += Self.problem(problem, evaluation.trace, messages)
    }
    if let explanation = evaluation.explanation {
      let domain = Argument.text(evaluation.match?.domain ?? query.domain)
      // The domain wrote it: RFC 7208 §11.5 wants it known as somebody else's words.
      blocks += [
        .paragraph(messages("spf.explanation", ["domain": domain])),
        .verbatim("\"\(explanation)\""),
      ]
    }
    blocks += [.space, .subheading(messages("spf.trace.title"))]
    blocks += SPFTraceText(evaluation.trace, messages).blocks
    blocks += messages.counts(
      lookups: evaluation.lookups, voidLookups: evaluation.voidLookups)
    self.blocks = blocks
  }

  private static func problem(
    _ problem: SPFProblem, _ trace: SPFTrace, _ messages: Messages
  ) -> [Block] {
    let sentence = messages(
      MessageKey("spf.problem.\(problem.reason.rawValue)"),
      [
        "domain": .text(problem.target ?? problem.domain), "term": .text(problem.term ?? ""),
        "question": .text(problem.question?.description ?? ""),
        "count": .integer(problem.count ?? 0), "lookups": .integer(SPFLimits.lookups),
        "voidLookups": .integer(SPFLimits.voidLookups), "names": .integer(SPFLimits.names),
      ])
    var blocks: [Block] = [.paragraph(sentence)]
    if let error = problem.syntax, let text = trace.record(of: problem.domain) {
      blocks += RecordFault(error, in: Array(text.utf8)).blocks(messages)
    }
    return blocks
  }
}

extension SPFTrace {
  /// The text of a domain's record, in this trace or in one below it.
  fileprivate func record(of domain: String) -> String? {
    if self.domain == domain { return record }
    return steps.lazy.compactMap { $0.check?.record(of: domain) }.first
  }
}
