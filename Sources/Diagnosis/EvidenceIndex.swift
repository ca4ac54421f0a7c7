import DNS

/// What nearly every rule asks of the evidence, worked out once for all of them.
struct EvidenceIndex: Sendable {
  /// What servers of one role said to one question.
  fileprivate let answers: [Key: [Observation]]
  /// For each expected record, what the servers of the zone say of it.
  fileprivate var states: [[Evidence.Stated]] = []
  /// The published texts that were meant to be expected records.
  fileprivate(set) var meantRecords: [MeantRecord] = []
  /// The resolvers that are not believed.
  fileprivate(set) var doubts: [ResolverDoubt] = []

  fileprivate struct Key: Hashable {
    let role: Observation.Role
    let question: Question
  }

  fileprivate init(_ observations: [Observation]) {
    answers = Dictionary(grouping: observations) { Key(role: $0.role, question: $0.question) }
  }
}

extension Evidence {
  /// What one server says, and how that compares with what is expected.
  typealias Stated = (observation: Observation, state: RecordState)

  /// The same evidence, quicker to judge.
  func indexed() -> Evidence {
    var evidence = self
    evidence.index.value = EvidenceIndex(observations)
    // Each step makes use of the one before.
    let states = expected.map { evidence.compare($0) }
    evidence.index.value?.states = states
    let meant = evidence.findMeantRecords()
    evidence.index.value?.meantRecords = meant
    let doubts = evidence.findDoubts()
    evidence.index.value?.doubts = doubts
    return evidence
  }

  /// What servers of one role said to a question, if it has been looked up before.
  func indexedObservations(_ role: Observation.Role, _ question: Question) -> [Observation]? {
    index.value.map { $0.answers[EvidenceIndex.Key(role: role, question: question)] ?? [] }
  }

  /// What the servers of the zone say of an expected record, if it has been worked out before.
  func indexedStates(of record: ExpectedRecord) -> [Stated]? {
    guard let states = index.value?.states, let place = expected.firstIndex(of: record),
      states.indices.contains(place)
    else { return nil }
    return states[place]
  }
}
