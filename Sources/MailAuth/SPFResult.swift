/// What `check_host()` says of a sender (RFC 7208 §2.6), in the words of the standard.
public enum SPFResult: String, Hashable, Sendable, Codable, CaseIterable {
  /// There is no domain or no record to go by (§2.6.1).
  case none
  /// The domain says nothing of this sender (§2.6.2).
  case neutral
  /// The sender is authorised (§2.6.3).
  case pass
  /// The sender is not authorised (§2.6.4).
  case fail
  /// The sender is probably not authorised (§2.6.5).
  case softFail = "softfail"
  /// A lookup failed; another time the result may be another (§2.6.6).
  case tempError = "temperror"
  /// The records cannot be understood; somebody must correct them (§2.6.7).
  case permError = "permerror"

  /// The result of a match (RFC 7208 §4.6.2).
  init(_ qualifier: SPFQualifier) {
    self =
      switch qualifier {
      case .pass: .pass
      case .neutral: .neutral
      case .softFail: .softFail
      case .fail: .fail
      }
  }
}
