import DNS
import MailAuth

/// What was observed, as answers for the judgements of mail records.
///
/// What the zone's own servers say comes before what resolvers say.
public struct ObservedLookups: LookupSource, Sendable {
  private var answers: [Question: LookupAnswer] = [:]

  /// The answers that a look has brought.
  public init(_ evidence: Evidence) {
    let own: Observation.Role = evidence.delegation == .absent ? .undelegated : .authoritative
    for record in evidence.expected where evidence.isDisputed(record.question, own) {
      for stated in evidence.preferredStates(of: record) { add(stated.observation) }
    }
    for role in [own, .lookup] {
      for observation in evidence.observations where observation.role == role {
        add(observation)
      }
    }
    // Nobody else is asked for an expected record: a resolver would learn that it is not there.
    for record in evidence.expected where answers[record.question] == nil {
      answers[record.question] = .failed
    }
    for observation in evidence.observations where observation.role == .lookup {
      if answers[observation.question] == nil { answers[observation.question] = .failed }
    }
  }

  /// The answer to a question; nil when it has not been asked, or only of servers that did not know.
  public func answer(to question: Question) -> LookupAnswer? { answers[question] }

  private mutating func add(_ observation: Observation) {
    let question = observation.question
    guard answers[question] == nil, let answer = observation.answer,
      observation.role == .lookup || answer.isAuthoritative
    else { return }
    var chain = AliasChain(question)
    let hasRecords = chain.follow(answer.records)
    switch answer.code {
    case .noError where !answer.records.isEmpty: answers[question] = .records(answer.records)
    // An empty answer of a zone's own server without a proof says nothing (RFC 2308 §2.2).
    case .noError where observation.role == .lookup || answer.denial != nil:
      answers[question] = .records([])
    case .nxDomain where chain.names.count > 1: answers[question] = .records(answer.records)
    case .nxDomain: answers[question] = .nxDomain
    default: return
    }
    if let alias = observation.alias {
      addEnd(of: alias)
    } else if observation.role == .lookup, !hasRecords, chain.names.count > 1 {
      // RFC 2308 §2.1: behind aliases the code speaks of the last name.
      chain.ending = .nothing(answer.code)
      addEnd(of: chain)
    }
  }

  /// Where aliases lead, found out by asking on.
  private mutating func addEnd(of chain: AliasChain) {
    let last = Question(chain.last, chain.type)
    guard answers[last] == nil else { return }
    switch chain.ending {
    case .records(let records): answers[last] = .records(records)
    case .nothing(.nxDomain): answers[last] = .nxDomain
    case .nothing: answers[last] = .records([])
    case .loop, .tooLong, .unknown: break
    }
  }
}

extension Evidence {
  /// Whether servers of one role answer a question differently.
  fileprivate func isDisputed(_ question: Question, _ role: Observation.Role) -> Bool {
    Set(observations(role, question).map { $0.answer?.records }).count > 1
  }
}
