import DNS

/// How a domain stands at its registry; the raw values are part of annai's JSON.
public enum RegistrationStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Registered, and nothing keeps it out of the DNS.
  case active
  /// Taken out of the DNS by the registry.
  case registryHold = "registry-hold"
  /// Taken out of the DNS by the registrar.
  case registrarHold = "registrar-hold"
  /// Delegated to servers that stand in for the owner's.
  case suspended
  /// Past its term.
  case expired
  /// Not yet created, or under review.
  case pending
  /// Free.
  case notRegistered = "not-registered"
  /// Registered without name servers.
  case notDelegated = "not-delegated"
  /// Could not be learned.
  case unknown
}

/// Where the status was learned; the raw values are part of annai's JSON.
public enum RegistrationSource: String, Hashable, Sendable, Codable, CaseIterable {
  /// The registry's RDAP service (RFC 9082).
  case rdap
  /// The registry's WHOIS service (RFC 3912).
  case whois
  /// The servers of the parent zone alone.
  case dns
}

/// What is known of a domain's registration.
public struct RegistrationFacts: Hashable, Sendable, Codable {
  /// The registrable domain.
  public var domain: DNSName
  /// How it stands.
  public var status: RegistrationStatus
  /// Where that was learned.
  public var source: RegistrationSource
  /// The registry's own words, in the order given.
  public var codes: [EPPStatus]

  /// Facts from their parts.
  public init(
    domain: DNSName, status: RegistrationStatus, source: RegistrationSource,
    codes: [EPPStatus] = []
  ) {
    self.domain = domain
    self.status = status
    self.source = source
    self.codes = codes
  }
}
