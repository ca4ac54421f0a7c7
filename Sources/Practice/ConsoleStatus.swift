public import DNS

/// What the mail service's console shows after the verification was asked for.
///
/// The service has these two statuses only.
public enum ConsoleStatus: Equatable, Sendable {
  /// Every record is as expected.
  case verified
  /// At least one record is not as expected; these are they.
  case pendingVerification([ConsoleDifference])
}

/// A record that the console does not find as expected.
public struct ConsoleDifference: Equatable, Sendable {
  /// What the service expects.
  public let expected: ResourceRecord
  /// What its resolver sees at this name and type; an alias in front comes first.
  public let current: [ResourceRecord]
  /// The resolver's response code; nil when no answer came in time.
  public let responseCode: ResponseCode?

  /// Whether `records` satisfy the service.
  static func isMatch(_ expected: ResourceRecord, _ records: [ResourceRecord]) -> Bool {
    // An alias at the name fails even when its target holds the right record.
    guard records.allSatisfy({ $0.type == expected.type && $0.name == expected.name }) else {
      return false
    }
    switch expected.data {
    case .mx(_, let exchange):
      // No document of the service names a preference.
      return records.contains { record in
        if case .mx(_, let other) = record.data { other == exchange } else { false }
      }
    case .txt where expected.isSPF:
      let policies = records.filter(\.isSPF)
      guard policies.count == 1, let policy = policies.first else { return false }
      // A record merged with another service's is fine as long as it has all that was expected.
      return Set(policy.terms).isSuperset(of: expected.terms.filter { !$0.hasSuffix("all") })
    case .txt where expected.isDKIM || expected.isDMARC:
      // RFC 6376 §3.6.2.2 and RFC 7489 §6.6.3: several records at such a name leave it undefined.
      return records.count == 1 && records.first?.text == expected.text
    case .txt:
      // A token of ownership stands beside SPF and the tokens of other services.
      return records.contains { $0.text == expected.text }
    default:
      return records.contains { $0.data == expected.data }
    }
  }
}

extension ResourceRecord {
  /// The terms of an SPF record in lower case, the version among them.
  fileprivate var terms: [String] {
    String(decoding: text ?? [], as: UTF8.self).lowercased().split(separator: " ").map(String.init)
  }
}
