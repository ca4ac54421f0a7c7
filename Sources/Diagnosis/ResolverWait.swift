import DNS

/// How long one resolver may go on with an old answer (findings catalogue, section 4).
public struct ResolverWait: Hashable, Sendable {
  /// The resolver.
  public let resolver: Server
  /// What was left of the answer's time when it came, in seconds.
  public let seconds: Int
  /// When the resolver forgets the answer, in seconds since 1970 UTC.
  public let endsOn: Int

  /// One wait for each resolver that gave an old answer.
  ///
  /// A public resolver is many caches: of several answers, the one that stays longest counts.
  static func waits(
    _ behind: [Observation], seconds: (Observation) -> Int
  ) -> [ResolverWait] {
    let waits = behind.map { observation in
      let left = seconds(observation)
      return ResolverWait(
        resolver: observation.serverAsked, seconds: left, endsOn: observation.at + left)
    }
    return longest(waits)
  }

  /// For each resolver the wait that ends last.
  static func longest(_ waits: [ResolverWait]) -> [ResolverWait] {
    waits.reduce(into: []) { longest, wait in
      if let index = longest.firstIndex(where: { $0.resolver == wait.resolver }) {
        if longest[index].endsOn < wait.endsOn { longest[index] = wait }
      } else {
        longest.append(wait)
      }
    }
  }
}

extension [ResolverWait] {
  /// What the text of a finding needs: one number and one moment for all, and each by itself.
  var arguments: [String: FindingArgument] {
    [
      "waitSeconds": .seconds(map(\.seconds).max() ?? 0),
      "visibleOn": .deadline(map(\.endsOn).max() ?? 0), "waits": .waits(self),
    ]
  }
}

extension Observation {
  /// Whether the answer holds no record at all and says that this is how it is.
  var isEmptyAnswer: Bool {
    guard let answer, answer.records.isEmpty, answer.referral == nil else { return false }
    return answer.code == .nxDomain || answer.code == .noError
  }

  /// Seconds after which a resolver forgets an old value: the longest TTL left in its answer.
  var staleSeconds: Int { (answer?.records ?? []).map { Self.seconds($0.ttl) }.max() ?? 0 }

  /// Seconds after which a resolver forgets that there is nothing (RFC 2308 §5): what is left of
  /// the SOA in its answer; nil when it sent none.
  var negativeSeconds: Int? { answer?.denial.map { Self.seconds(min($0.ttl, $0.minimum)) } }

  /// RFC 2181 §8: a TTL with its highest bit set counts as zero.
  private static func seconds(_ ttl: UInt32) -> Int { ttl > UInt32(Int32.max) ? 0 : Int(ttl) }
}

extension Evidence {
  /// The longest that any resolver may remember that a name of a zone does not exist, in seconds:
  /// the zone's own SOA says so (RFC 2308 §5).
  func negativeSeconds(of name: DNSName) -> Int {
    let home = zone(of: name)?.name ?? zone
    let answers = observations(.authoritative, Question(home, .soa)).compactMap(\.answer)
    let limits = answers.flatMap(\.records).compactMap { record -> Int? in
      guard case .soa(let soa) = record.data else { return nil }
      return Int(min(record.ttl, soa.minimum, UInt32(Int32.max)))
    }
    return limits.max() ?? Self.usualNegativeLimit
  }

  /// Three hours, the longest time that RFC 2308 §5 found to work well.
  private static let usualNegativeLimit = 10_800
}
