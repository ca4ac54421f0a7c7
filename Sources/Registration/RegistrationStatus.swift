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

/// Which part of a status applies, where the status alone does not say what to do.
public enum RegistrationPhase: String, Hashable, Sendable, Codable, CaseIterable {
  /// Expired; renewing is still possible.
  case grace
  /// Deleted; restoring is possible for a fee (RFC 3915 §3.1).
  case redemption
  /// Restored; the registry waits for the registrar's report (RFC 3915 §3.1).
  case restorePending = "restore-pending"
  /// About to be dropped; nobody can save it.
  case deletePending = "delete-pending"
  /// Still in the DNS, but its term is over or was prolonged by the registry for now.
  case renewalGrace = "renewal-grace"
  /// Still in the DNS, but its deletion was asked for.
  case deletionRequested = "deletion-requested"
  /// The registry is still creating it.
  case create
  /// The owner's identity is under review.
  case identityReview = "identity-review"
  /// Registered without name servers.
  case noNameServers = "no-name-servers"
  /// Registered with name servers, which the parent zone does not publish.
  case notPublished = "not-published"
}
