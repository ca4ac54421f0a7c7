import DNS

/// Whose mail servers an MX names, so that a mailbox is not taken away by a new record.
public struct MailboxProvider: Hashable, Sendable {
  /// What mail that arrives there comes to.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Mailboxes.
    case mailbox
    /// It is passed on to mailboxes elsewhere.
    case forwarding
    /// It is filtered and then passed on to mailboxes.
    case gateway
    /// A service that sends mail takes bounces and replies.
    case sender
  }

  /// A name for the provider that never changes, such as `google-workspace`.
  public let id: String
  /// What mail that arrives there comes to.
  public let kind: Kind
  /// The names at which or below which its mail servers stand.
  public let suffixes: [String]

  /// The providers at whose servers an MX set points, in the order of the set.
  ///
  /// Several may share a name: `mxbiz1.qq.com` is Tencent Exmail's and Tencent SES's, and the MX
  /// alone does not tell them apart.
  public static func of(_ exchangers: [MailExchanger]) -> [MailboxProvider] {
    var found: [MailboxProvider] = []
    for exchanger in exchangers {
      for provider in of(exchanger.exchange) where !found.contains(provider) {
        found.append(provider)
      }
    }
    return found
  }

  /// The providers that use a mail server; those with the longest matching suffix.
  public static func of(_ server: DNSName) -> [MailboxProvider] {
    var name: DNSName? = server
    while let current = name, current != .root {
      let text = current.withoutFinalDot.lowercased()
      let found = known.filter { $0.suffixes.contains(text) }
      if !found.isEmpty { return found }
      name = current.parent
    }
    return []
  }
}
