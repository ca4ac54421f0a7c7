extension JSONTree {
  /// A case without personal data of the registration.
  ///
  /// Registries and registrars may name the owner, with mail address and telephone. What annai
  /// judges by is none of that, so only the listed parts of their answers are kept.
  func redactedCase() -> JSONTree {
    changing("evidence") { $0.changing("registration") { $0.keeping(Self.impersonal) } }
  }

  /// The parts of an answer about a registration that say nothing about a person.
  private static let impersonal: Set<String> = [
    // Who was asked, when, and what came of it.
    "domain", "source", "speaker", "server", "askedAt", "clockOffset", "result", "found", "failed",
    "code",
    "retryAfter",
    // What the registry has.
    "statuses", "events", "action", "date", "day", "latest", "nameServers", "isSigned",
    // The company that sold the domain, and where it answers.
    "registrar", "name", "ianaID", "url", "country", "referral", "rdap", "whois",
  ]

  private func keeping(_ keys: Set<String>) -> JSONTree {
    switch self {
    case .object(let members):
      .object(members.filter { keys.contains($0.key) }.mapValues { $0.keeping(keys) })
    case .list(let items): .list(items.map { $0.keeping(keys) })
    default: self
    }
  }
}
