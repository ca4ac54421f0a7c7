import DNS

/// Name servers that registrars and parking companies put in place of the owner's.
public struct StandInServers: Hashable, Sendable, Codable {
  /// What the servers stand for.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A registrar suspended the domain.
    case suspended
    /// The domain is parked or for sale.
    case parked
  }

  /// Why a registrar put them there, as far as their names tell.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The owner's contact data are not confirmed.
    case contactUnverified = "contact-unverified"
    /// The domain has expired.
    case expired
    /// The names do not say.
    case notStated = "not-stated"
  }

  /// The name under which the servers stand.
  public let suffix: DNSName
  /// What they stand for.
  public let kind: Kind
  /// Why.
  public let reason: Reason
  /// How well that is known.
  public let confidence: Confidence

  /// The entry that covers one of `servers`; suspensions come before parking.
  public static func entry(for servers: [DNSName]) -> StandInServers? {
    table.first { entry in servers.contains { $0.isSubdomain(of: entry.suffix) } }
  }

  /// `dns-parking.com` is missing on purpose: it is an ordinary host.
  static let table: [StandInServers] = rows.compactMap { suffix, kind, reason, confidence in
    (try? DNSName(suffix)).map {
      StandInServers(suffix: $0, kind: kind, reason: reason, confidence: confidence)
    }
  }

  private static let rows: [(String, Kind, Reason, Confidence)] = [
    ("verify-contact-details.namecheap.com", .suspended, .contactUnverified, .seenInTheField),
    ("failed-whois-verification.namecheap.com", .suspended, .contactUnverified, .seenInTheField),
    ("emailverification.info", .suspended, .contactUnverified, .seenInTheField),
    ("expirationwarning.net", .suspended, .expired, .seenInTheField),
    ("expired.uniregistry-dns.com", .suspended, .expired, .seenInTheField),
    ("domainhasexpired.com", .suspended, .expired, .seenInTheField),
    ("expiereddnsmanager.com", .suspended, .expired, .seenInTheField),
    ("kirklanddc.com", .suspended, .notStated, .seenInTheField),
    ("pendingrenewaldeletion.com", .suspended, .expired, .unverified),
    ("suspended-domain.com", .suspended, .notStated, .unverified),
    ("sedoparking.com", .parked, .notStated, .seenInTheField),
    ("parkingcrew.com", .parked, .notStated, .seenInTheField),
    ("bodis.com", .parked, .notStated, .seenInTheField),
    ("above.com", .parked, .notStated, .seenInTheField),
    ("dan.com", .parked, .notStated, .seenInTheField),
  ]
}
