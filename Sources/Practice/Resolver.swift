import DNS

/// A recursive resolver of the world: it walks from the root and remembers (RFC 1034 §5.3.3).
///
/// Record sets and absences are remembered; delegations are not, so a change at the registry shows
/// as soon as the answers before it have left the cache.
struct Resolver: Sendable {
  /// Aliases followed for one question.
  static let longestChain = 8
  /// Questions to servers for one question of a client, so that no zone data make it work long.
  static let mostQuestions = 64
  /// Name servers' names within name servers' names.
  static let deepest = 4

  private var cache = Cache()

  /// What one step of an alias chain leads to.
  private enum Step {
    case known(Cache.Content)
    case alias(ResourceRecord, target: DNSName)
    case failure
  }

  /// Answers with all the work done: records, absence with its SOA, or SERVFAIL.
  mutating func answer(_ question: Question, in internet: Internet, now: UInt64) -> Answer {
    // RFC 8482 §4 lets a resolver refuse ANY in its own way; zone transfers are not for it either.
    guard !question.type.isMeta else { return Answer(code: .notImp) }
    var walk = Walk(internet: internet, now: now)
    var answer = Answer()
    var name = question.name
    for _ in 0...Self.longestChain {
      switch step(Question(name, question.type), &walk, depth: 0) {
      case .known(.records(let records)):
        answer.answer += records
        return answer
      case .known(.absence(let code, let soa)):
        answer.code = code
        answer.authority = [soa]
        return answer
      case .alias(let record, let target):
        answer.answer.append(record)
        name = target
      case .failure:
        return Answer(code: .servFail)
      }
    }
    return Answer(code: .servFail)
  }

  /// Forgets everything about a name.
  mutating func forget(_ name: DNSName) { cache.forget(name) }

  /// The limits of the work for one client question.
  private struct Walk {
    let internet: Internet
    let now: UInt64
    var questions = 0

    mutating func ask(_ question: Question, at address: IPAddress) -> Answer? {
      guard questions < Resolver.mostQuestions else { return nil }
      questions += 1
      return internet.ask(question, at: address)
    }
  }

  private mutating func step(_ question: Question, _ walk: inout Walk, depth: Int) -> Step {
    if let content = cache.content(question, now: walk.now) { return .known(content) }
    let aliasQuestion = Question(question.name, .cname)
    if case .records(let records)? = cache.content(aliasQuestion, now: walk.now),
      let record = records.first, let target = record.target
    {
      return .alias(record, target: target)
    }
    guard let answer = descend(question, &walk, depth: depth) else { return .failure }
    let records = answer.answer.filter { $0.name == question.name && $0.type == question.type }
    if !records.isEmpty {
      return .known(cache.keep(.records(records), for: question, now: walk.now))
    }
    if let alias = answer.answer.first(where: { $0.name == question.name && $0.type == .cname }),
      let target = alias.target
    {
      let kept = cache.keep(.records([alias]), for: aliasQuestion, now: walk.now)
      if case .records(let records) = kept, let record = records.first {
        return .alias(record, target: target)
      }
      return .alias(alias, target: target)
    }
    // RFC 2308 §2.2: an absence without SOA cannot be told from a lame server.
    guard let soa = answer.authority.first(where: { $0.type == .soa }) else { return .failure }
    return .known(cache.keep(.absence(answer.code, soa: soa), for: question, now: walk.now))
  }

  /// From the root down to a server that speaks for the name; nil when no server does.
  private mutating func descend(_ question: Question, _ walk: inout Walk, depth: Int) -> Answer? {
    var servers = walk.internet.root
    var zone = DNSName.root
    while true {
      var referral: Answer?
      for server in servers {
        guard let answer = walk.ask(question, at: server) else { continue }
        if answer.isAuthoritative { return answer }
        // A referral that does not lead down would lead round in circles.
        if answer.code == .noError, let cut = answer.authority.first(where: { $0.type == .ns }),
          cut.name != zone, cut.name.isSubdomain(of: zone)
        {
          zone = cut.name
          referral = answer
          break
        }
      }
      guard let referral else { return nil }
      servers = addresses(of: referral, &walk, depth: depth)
    }
  }

  /// Where the servers of a referral listen: from the glue, or else asked for by name.
  private mutating func addresses(
    of referral: Answer, _ walk: inout Walk, depth: Int
  ) -> [IPAddress] {
    let glue = referral.additional.compactMap(\.address)
    if !glue.isEmpty || depth >= Self.deepest { return glue }
    var addresses: [IPAddress] = []
    for server in referral.authority.compactMap(\.target) {
      let question = Question(server, .a)
      if case .known(.records(let records)) = step(question, &walk, depth: depth + 1) {
        addresses += records.compactMap(\.address)
      }
    }
    return addresses
  }
}

extension ResourceRecord {
  /// The address of an A or AAAA record.
  var address: IPAddress? {
    if case .address(let address) = data { address } else { nil }
  }
}
