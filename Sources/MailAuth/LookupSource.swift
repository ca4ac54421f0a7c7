import DNS

/// What the DNS said to one question.
public enum LookupAnswer: Hashable, Sendable {
  /// The answer section in its order, aliases included; empty when nothing of the type is there.
  case records([ResourceRecord])
  /// The name does not exist.
  case nxDomain
  /// No answer that counts: a failure, a refusal, silence.
  case failed
}

/// Answers as far as they have been gathered.
///
/// What this module judges is pure: a zone written down in a test, the observations of a check and
/// a loop that asks resolvers all serve as a source.
public protocol LookupSource {
  /// The answer to a question; nil when it has not been asked yet.
  func answer(to question: Question) -> LookupAnswer?
}

/// A judgement that may need more answers before it can be made.
public enum Gathering<Outcome: Sendable>: Sendable {
  /// Ask these, all at once, and judge again with their answers in the source.
  case needs([Question])
  /// Nothing is missing.
  case done(Outcome)
}

/// What a question comes to when aliases are followed.
public enum ResolvedAnswer: Hashable, Sendable {
  /// The records of the asked type, at the end of `aliases`; empty when there are none.
  case records([ResourceRecord], aliases: [DNSName])
  /// The name at the end of `aliases` does not exist.
  case nxDomain(aliases: [DNSName])
  /// An answer on the way did not count, or the aliases have no end.
  case failed(aliases: [DNSName])
  /// This must be asked first.
  case unknown(Question)
}

extension LookupSource {
  /// More aliases than any honest name has, and than resolvers follow.
  static var mostAliases: Int { 12 }

  /// Follows aliases (RFC 1034 §3.6.2) inside an answer and from one answer to the next.
  public func resolve(_ question: Question) -> ResolvedAnswer {
    var name = question.name
    var aliases: [DNSName] = []
    while aliases.count <= Self.mostAliases {
      switch answer(to: Question(name, question.type)) {
      case nil: return .unknown(Question(name, question.type))
      case .failed: return .failed(aliases: aliases)
      case .nxDomain: return .nxDomain(aliases: aliases)
      case .records(let records):
        var target: DNSName?
        while let next = records.alias(of: target ?? name), aliases.count <= Self.mostAliases {
          target = next
          aliases.append(next)
        }
        let found = records.filter { $0.name == target ?? name && $0.type == question.type }
        guard found.isEmpty, let target else { return .records(found, aliases: aliases) }
        name = target
      }
    }
    return .failed(aliases: aliases)
  }
}

extension [ResourceRecord] {
  /// The target of the alias at a name.
  fileprivate func alias(of name: DNSName) -> DNSName? {
    for record in self where record.type == .cname && record.name == name {
      if case .name(let target) = record.data { return target }
    }
    return nil
  }
}
