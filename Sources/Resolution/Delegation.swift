import DNS

/// Where a trace from the root ended.
public struct Delegation: Sendable {
  /// How the parent treats the registered domain.
  public enum Outcome: Sendable {
    /// The parent names its servers.
    case delegated
    /// The parent says, with its SOA, that there is no such delegation.
    case absent
    /// No parent server gave a usable answer.
    case unknown
  }

  /// The domain itself when it is delegated, else the deepest zone found above it.
  public var zone: DNSName
  /// The servers that the parent lists for that zone.
  public var nameServers: [NameServer]
  /// The zone above the registered domain.
  public var parent: DNSName = .root
  /// The servers of that zone.
  public var parentServers: [NameServer] = []
  /// What the servers of that zone said of the registered domain.
  public var parentReplies: [ServerReply] = []
  /// How the parent treats the registered domain.
  public var outcome = Outcome.unknown

  init(zone: DNSName, nameServers: [NameServer]) {
    self.zone = zone
    self.nameServers = nameServers
  }
}
