import DNS

/// One authoritative server: the zones that it serves.
struct Authority: Sendable {
  /// RFC 1034 §3.6.2 wants chains followed; a loop must end all the same.
  static let longestChain = 8

  var zones: [DNSName: Zone] = [:]

  /// Answers without recursion (RFC 1034 §4.3.2).
  func answer(_ question: Question) -> Answer {
    // A zone transfer is for the secondaries only (RFC 5936 §5).
    guard !question.type.isMeta || question.type == .any else { return Answer(code: .refused) }
    var answer = Answer()
    var name = question.name
    for link in 0...Self.longestChain {
      guard let zone = zone(for: Question(name, question.type)) else {
        if link == 0 { answer.code = .refused }
        return answer
      }
      switch zone.find(Question(name, question.type)) {
      case .records(let records):
        answer.isAuthoritative = true
        answer.answer += records
        return answer
      case .alias(let record, let target):
        answer.isAuthoritative = true
        answer.answer.append(record)
        name = target
      case .delegation(let servers, let glue):
        // At the end of a chain the resolver goes on by itself.
        if link == 0 {
          answer.authority = servers
          answer.additional = glue
        }
        return answer
      case .noData:
        answer.isAuthoritative = true
        answer.authority = [zone.proofOfAbsence]
        return answer
      case .noName:
        answer.isAuthoritative = true
        answer.code = .nxDomain
        answer.authority = [zone.proofOfAbsence]
        return answer
      }
    }
    return answer
  }

  /// The deepest zone that holds the name; for DS the one above it when that is here too.
  private func zone(for question: Question) -> Zone? {
    var deepest: Zone?
    var name: DNSName? = question.name
    while let current = name {
      if let zone = zones[current] {
        deepest = deepest ?? zone
        if question.type != .ds || current != question.name { return zone }
      }
      name = current.parent
    }
    return deepest
  }
}
