public import DNS
public import Diagnosis

/// What stands at a record's name now, as the servers of the zone say.
public struct Standing: Sendable, Hashable {
  /// The records of the wanted type, each once, in the order in which they were heard of.
  public let records: [ResourceRecord]
  /// Where an alias at the name leads; beside it nothing else can stand (RFC 1034 §3.6.2).
  public let alias: DNSName?

  /// What the records of a name amount to; those of other names and types do not count.
  public init(_ records: [ResourceRecord], at question: Question) {
    let own = records.filter { $0.name == question.name }
    var seen: Set<RecordData> = []
    self.records = own.filter { $0.type == question.type && seen.insert($0.data).inserted }
    alias =
      own.lazy.compactMap { record in
        if record.type == .cname, case .name(let target) = record.data { target } else { nil }
      }.first
  }

  /// What all servers of the zone together say; nil when none of them gave an answer that counts.
  ///
  /// Without a delegation the servers of the DNS host stand in: they show what would be seen.
  public init?(of question: Question, in evidence: Evidence) {
    let role: Observation.Role = evidence.delegation == .absent ? .undelegated : .authoritative
    let heard = evidence.observations(role, question).filter { observation in
      observation.records != nil && observation.answer?.isAuthoritative == true
    }
    guard !heard.isEmpty else { return nil }
    self.init(heard.flatMap { $0.answer?.records ?? [] }, at: question)
  }
}
