import DNS

extension SPFQuery {
  /// Evaluates `check_host()` as far as the answers go (RFC 7208 §4).
  ///
  /// Whatever is missing is asked for at once, a level of includes at a time: see
  /// `SPFLimits.foreseenQuestions` for the bound.
  public func evaluate(in source: some LookupSource) -> Gathering<SPFEvaluation> {
    var check = SPFCheckHost(query: self, source: source)
    do throws(SPFMissingAnswers) {
      let trace = try check.check(domainText, place: .first)
      let explanation = try check.explanationText(for: trace.result)
      return .done(
        SPFEvaluation(
          query: self, explanation: explanation, lookups: check.lookups,
          voidLookups: check.voidLookups, trace: trace))
    } catch {
      let needed = error.questions
      let foreseen = SPFReach(from: self, in: source).missing
      return .needs(needed + foreseen.filter { !needed.contains($0) })
    }
  }

  /// The domain without its final dot (RFC 7208 §7.3: it must be accepted).
  var domainText: [UInt8] {
    let octets = Array(domain.utf8)
    return octets.last == UInt8(ascii: ".") ? octets.dropLast() : octets
  }
}

/// What must be asked before an evaluation can go on.
struct SPFMissingAnswers: Error {
  let questions: [Question]
}

/// How the evaluation of a term ends early.
enum SPFStop: Error {
  /// Answers are missing.
  case missing([Question])
  /// The whole evaluation ends with an error.
  case problem(SPFResult, SPFProblem.Reason, question: Question? = nil, count: Int? = nil)
}

/// One run of `check_host()` with its includes and redirects, over the answers that there are.
struct SPFCheckHost<Source: LookupSource> {
  /// How a record was come to, which decides about explanations and about void lookups.
  enum Place { case first, redirect, include }

  let query: SPFQuery
  let source: Source
  /// The terms that have asked the DNS: one count for all records (RFC 7208 §4.1).
  private(set) var lookups = 0
  /// The lookups that have found nothing.
  var voidLookups = 0
  /// The lookups of the term at hand.
  var asked: [SPFLookup] = []
  /// The `exp` that counts when the result is "fail", and the domain of its record.
  var explanation: (spec: DomainSpec, domain: [UInt8])?

  init(query: SPFQuery, source: Source) {
    self.query = query
    self.source = source
  }

  /// `check_host()` for one domain, given without its final dot.
  mutating func check(_ domain: [UInt8], place: Place) throws(SPFMissingAnswers) -> SPFTrace {
    var trace = SPFTrace(domain: domain.text, result: .none)
    do throws(SPFStop) {
      let record = try record(of: domain, into: &trace)
      trace.result = try evaluate(record, of: domain, place: place, into: &trace)
    } catch {
      switch error {
      case .missing(let questions): throw SPFMissingAnswers(questions: questions)
      case .problem(let result, let reason, let question, let count):
        trace.result = result
        // What an inner record or a term has told already is not told again.
        guard trace.problem == nil else { break }
        var problem = SPFProblem(reason: reason, domain: trace.domain)
        problem.question = question
        problem.count = count
        trace.problem = problem
      }
    }
    return trace
  }

  /// The record of a domain (RFC 7208 §4.3 to §4.6).
  private mutating func record(
    of domain: [UInt8], into trace: inout SPFTrace
  ) throws(SPFStop) -> SPFRecord {
    // RFC 7208 §4.3: names are A-labels, so an octet outside ASCII is malformed; "[192.0.2.1]" too.
    guard let name = DNSName(target: domain), name.labels.count > 1,
      domain.allSatisfy({ $0 < 0x80 }), domain.first != UInt8(ascii: "[")
    else { throw .problem(.none, .malformedDomain) }
    let question = Question(name, .txt)
    // Only the first record is asked for without a term.
    let answers = try lookUp(question, countsVoid: lookups > 0)
    trace.lookup = asked.popLast()
    guard let answers else { throw .problem(.tempError, .lookupFailed, question: question) }
    let texts = SPFRecord.select(from: answers.compactMap(\.text))
    trace.record = texts.first?.text
    guard let text = texts.first else { throw .problem(.none, .noRecord) }
    guard texts.count == 1 else {
      throw .problem(.permError, .severalRecords, count: texts.count)
    }
    do throws(SPFSyntaxError) {
      return try SPFRecord(parsing: text)
    } catch {
      var problem = SPFProblem(reason: .syntax, domain: trace.domain)
      problem.syntax = error
      trace.problem = problem
      throw .problem(.permError, .syntax)
    }
  }

  /// The terms of a record from left to right (RFC 7208 §4.6.2, §4.7).
  private mutating func evaluate(
    _ record: SPFRecord, of domain: [UInt8], place: Place, into trace: inout SPFTrace
  ) throws(SPFStop) -> SPFResult {
    for directive in record.directives {
      guard try matches(directive, of: domain, into: &trace) else { continue }
      // RFC 7208 §6.2: the explanation of an included record is not used.
      if directive.qualifier == .fail, place != .include {
        explanation = record.explanation.map { ($0, domain) }
      }
      return SPFResult(directive.qualifier)
    }
    guard case .redirect(let target) = record.ending else { return .neutral }
    return try follow(redirect: target, of: domain, place: place, into: &trace)
  }

  /// Whether a directive matches; its step is written into the trace either way.
  private mutating func matches(
    _ directive: SPFDirective, of domain: [UInt8], into trace: inout SPFTrace
  ) throws(SPFStop) -> Bool {
    let mechanism = directive.mechanism
    let isMatch: Bool
    switch mechanism {
    case .all: isMatch = true
    case .ip4(let network, let length), .ip6(let network, let length):
      isMatch = query.address.matches(network, prefixLength: length)
      guard isMatch || trace.steps.count < SPFLimits.listedSteps else {
        trace.unlistedSteps += 1
        return false
      }
    default:
      return try step(directive.description, into: &trace) { check, step throws(SPFStop) in
        try check.test(mechanism, of: domain, into: &step)
      } == .match
    }
    trace.steps.append(
      SPFStep(
        term: directive.description, target: nil, asked: [], outcome: isMatch ? .match : .noMatch,
        lookups: lookups, voidLookups: voidLookups, check: nil))
    return isMatch
  }

  /// RFC 7208 §6.1: the result of the target is the result, but its "none" is an error.
  private mutating func follow(
    redirect spec: DomainSpec, of domain: [UInt8], place: Place, into trace: inout SPFTrace
  ) throws(SPFStop) -> SPFResult {
    var result = SPFResult.neutral
    _ = try step("redirect=\(spec)", into: &trace) { check, step throws(SPFStop) in
      let target = try check.target(spec, of: domain, into: &step)
      let place: Place = place == .include ? .include : .redirect
      let inner = try check.check(target, place: place, into: &step)
      result = inner.result
      return .redirected
    }
    return result
  }

  /// What a step is made of while its term is evaluated.
  struct Draft {
    var target: String?
    var check: SPFTrace?
  }

  /// Counts a term that asks the DNS, evaluates it and writes its step, errors included.
  private mutating func step(
    _ term: String, into trace: inout SPFTrace,
    evaluate: (inout Self, inout Draft) throws(SPFStop) -> SPFStep.Outcome
  ) throws(SPFStop) -> SPFStep.Outcome {
    var draft = Draft()
    var outcome = SPFStep.Outcome.problem
    var stop: SPFStop?
    asked = []
    do throws(SPFStop) {
      lookups += 1
      if lookups > SPFLimits.lookups { throw .problem(.permError, .tooManyLookups) }
      outcome = try evaluate(&self, &draft)
    } catch {
      if case .missing = error { throw error }
      stop = error
    }
    trace.steps.append(
      SPFStep(
        term: term, target: draft.target, asked: asked, outcome: outcome, lookups: lookups,
        voidLookups: voidLookups, check: draft.check))
    guard case .problem(_, let reason, let question, let count) = stop else { return outcome }
    if let inner = draft.check?.problem, draft.check?.result != SPFResult.none {
      trace.problem = inner
    } else {
      var problem = SPFProblem(reason: reason, domain: trace.domain)
      problem.term = term
      problem.target = draft.target
      problem.question = question
      problem.count = count
      trace.problem = problem
    }
    if let stop { throw stop }
    return outcome
  }

  /// The check of an include's or redirect's target; ends the evaluation where the target does.
  ///
  /// RFC 7208 §5.2 and §6.1: "none" there is "permerror" here.
  mutating func check(
    _ target: [UInt8], place: Place, into step: inout Draft
  ) throws(SPFStop) -> SPFTrace {
    let own = asked
    let inner: SPFTrace
    do throws(SPFMissingAnswers) {
      inner = try check(target, place: place)
    } catch {
      throw .missing(error.questions)
    }
    asked = own
    step.check = inner
    switch inner.result {
    case .none: throw .problem(.permError, inner.problem?.reason ?? .noRecord)
    case .permError, .tempError: throw .problem(inner.result, inner.problem?.reason ?? .noRecord)
    case .pass, .fail, .softFail, .neutral: return inner
    }
  }
}
