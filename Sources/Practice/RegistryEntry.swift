import DNS

/// What the registry of the practice world has on record about a domain.
struct RegistryEntry: Sendable, Equatable {
  /// The company through which a domain is registered.
  enum Registrar: Sendable, Equatable {
    /// DNSPod: a Chinese registrar by its number at IANA, so the real name must be verified.
    case chinese
    /// Any registrar under ICANN's rules.
    case other
  }

  /// Statuses in the words of RDAP (RFC 8056 §2).
  var statuses = ["client transfer prohibited"]
  var registrar = Registrar.chinese
  var nameServers: [DNSName]
  /// Days from today; negative ones are past.
  var registered = -400
  var expires = 330
  var changed = -1
}

extension Condition {
  /// What the registry says of a domain; nil when it knows none of this name.
  func registryEntry(
    nameServers: [DNSName], standIn: [DNSName], previous: [DNSName]
  ) -> RegistryEntry? {
    var entry = RegistryEntry(nameServers: nameServers)
    switch self {
    case .held:
      // Five days without the owner's real name.
      entry.statuses.append("server hold")
      entry.registered = -6
    case .heldByRegistrar:
      // Fifteen days without the owner's click on the link in the e-mail.
      entry.statuses.append("client hold")
      entry.registrar = .other
      entry.registered = -16
    case .expired:
      entry.statuses = ["redemption period"]
      entry.registrar = .other
      entry.expires = -45
    case .unregistered: return nil
    case .suspended:
      entry.registrar = .other
      entry.registered = -16
      entry.nameServers = standIn
    case .wrongHost: entry.nameServers = previous
    case .asAdded, .secondSPF, .mergedSPF, .doubledName, .askedTooEarly, .heldBefore, .missingDot,
      .cutKey, .corporateMailbox, .twoServices:
      break
    }
    return entry
  }
}
