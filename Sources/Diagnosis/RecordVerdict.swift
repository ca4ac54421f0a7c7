import DNS

/// How one expected record stands.
public struct RecordVerdict: Sendable {
  /// What is expected.
  public let expected: ExpectedRecord
  /// How it stands.
  public let status: Status
  /// What each server said, those of the zone first.
  public let servers: [(observation: Observation, state: RecordState)]

  /// How a record stands.
  public enum Status: String, Sendable {
    /// Right, everywhere.
    case match
    /// Nowhere.
    case missing
    /// Something else stands there, or not on every server.
    case mismatch
    /// Right at the source, not visible everywhere yet.
    case waiting
    /// Nobody gave an answer that counts.
    case unknown
  }

  init(_ expected: ExpectedRecord, _ evidence: Evidence) {
    self.expected = expected
    let authoritative = evidence.authoritativeStates(of: expected)
    let resolvers = evidence.resolverStates(of: expected)
    servers = authoritative + resolvers
    let heard = Set(authoritative.map(\.state)).subtracting([.unknown])
    let seen = Set(resolvers.map(\.state)).subtracting([.unknown])
    // A resolver that fails shows nobody the record; one that is silent says nothing.
    let fails = resolvers.map(\.observation).contains(where: \.isServerFailure)
    switch evidence.delegation {
    case .absent:
      // The parent denies the whole domain, so nothing below it exists for anyone (RFC 8020 §2).
      status = heard == [.match] ? .waiting : .missing
    case .present, .unknown:
      switch heard {
      case []: status = .unknown
      case [.match]: status = seen.isSubset(of: [.match]) && !fails ? .match : .waiting
      case [.missing]: status = .missing
      default: status = .mismatch
      }
    }
  }
}
