import DNS

/// What the DNS itself says about the delegation of a domain.
public struct DelegationFacts: Hashable, Sendable, Codable {
  /// Whether every server of the parent zone that answered denies the delegation, with its SOA;
  /// nil when none gave a usable answer.
  public var parentDenies: Bool?
  /// The name servers in the parent zone; empty when there is no delegation.
  public var delegatedServers: [DNSName]
  /// Whether servers of the owner's DNS host answer for the domain when they are asked directly.
  public var hostServersAnswer: Bool

  /// Facts from their parts.
  public init(
    parentDenies: Bool?, delegatedServers: [DNSName] = [], hostServersAnswer: Bool = false
  ) {
    self.parentDenies = parentDenies
    self.delegatedServers = delegatedServers
    self.hostServersAnswer = hostServersAnswer
  }
}
