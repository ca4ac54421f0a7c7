import DNS
import Diagnosis
import MailAuth

/// What `annai spf` has found out, as JSON: the contract `annai.spf/1`.
///
/// Keys and values are the same in every language. What was not asked for is null.
public struct SPFDocument: Encodable, Sendable {
  let schema = "annai.spf/1"
  let domain: String
  let ip: Nullable<String>
  let sender: Nullable<String>
  let helo: Nullable<String>
  let result: Nullable<String>
  let mechanism: Nullable<String>
  let mechanismDomain: Nullable<String>
  let problem: Nullable<ProblemPart>
  let explanation: Nullable<String>
  let lookups: Int
  let voidLookups: Int
  let trace: Nullable<TracePart>
  let tree: Nullable<TreePart>
  let change: Nullable<ChangePart>

  /// The document of a report.
  public init(_ report: SPFReport) {
    let evaluation = report.evaluation
    domain = report.domain.withoutFinalDot
    ip = Nullable(evaluation?.query.address.description)
    sender = Nullable(evaluation?.query.sender)
    helo = Nullable(evaluation?.query.helo)
    result = Nullable(evaluation?.result.rawValue)
    mechanism = Nullable(evaluation?.match?.term)
    mechanismDomain = Nullable(evaluation?.match?.domain)
    problem = Nullable(evaluation?.problem.map(ProblemPart.init))
    explanation = Nullable(evaluation?.explanation)
    lookups = evaluation?.lookups ?? report.tree?.lookups ?? 0
    voidLookups = evaluation?.voidLookups ?? report.tree?.voidLookups ?? 0
    trace = Nullable((evaluation?.trace).map(TracePart.init))
    tree = Nullable(report.tree.map(TreePart.init))
    change = Nullable(report.change.map(ChangePart.init))
  }
}

extension SPFDocument {
  /// Why a result is "none", "permerror" or "temperror".
  struct ProblemPart: Encodable, Sendable {
    let reason: String
    let domain: String
    let term: Nullable<String>
    let target: Nullable<String>
    let question: Nullable<String>
    let count: Nullable<Int>
    let syntax: Nullable<SyntaxPart>

    init(_ problem: SPFProblem) {
      reason = problem.reason.rawValue
      domain = problem.domain
      term = Nullable(problem.term)
      target = Nullable(problem.target)
      question = Nullable(problem.question?.description)
      count = Nullable(problem.count)
      syntax = Nullable(problem.syntax.map(SyntaxPart.init))
    }
  }

  /// A fault of a record and its place.
  struct SyntaxPart: Encodable, Sendable {
    let reason: String
    let offset: Int
    let term: String

    init(_ error: SPFSyntaxError) {
      reason = error.reason.rawValue
      offset = error.offset
      term = error.term
    }
  }

  /// How one record was evaluated.
  struct TracePart: Encodable, Sendable {
    let domain: String
    let lookup: Nullable<LookupPart>
    let record: Nullable<String>
    let steps: [StepPart]
    let unlistedSteps: Int
    let result: String

    init(_ trace: SPFTrace) {
      domain = trace.domain
      lookup = Nullable(trace.lookup.map(LookupPart.init))
      record = Nullable(trace.record)
      steps = trace.steps.map(StepPart.init)
      unlistedSteps = trace.unlistedSteps
      result = trace.result.rawValue
    }
  }

  /// How one term was evaluated.
  struct StepPart: Encodable, Sendable {
    let term: String
    let target: Nullable<String>
    let asked: [LookupPart]
    let outcome: String
    let lookups: Int
    let voidLookups: Int
    let check: Nullable<TracePart>

    init(_ step: SPFStep) {
      term = step.term
      target = Nullable(step.target)
      asked = step.asked.map(LookupPart.init)
      outcome = step.outcome.rawValue
      lookups = step.lookups
      voidLookups = step.voidLookups
      check = Nullable(step.check.map(TracePart.init))
    }
  }

  /// A question and what kind of answer it had.
  struct LookupPart: Encodable, Sendable {
    let question: String
    let status: String
    let aliases: [String]

    init(_ lookup: SPFLookup) {
      question = lookup.question.description
      status = lookup.status.rawValue
      aliases = lookup.aliases.map(\.withoutFinalDot)
    }
  }
}
