/// What a domain owner asks receivers to do with mail that fails (RFC 9989 §4.7, `p`).
public enum DMARCPolicy: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Nothing.
  case none
  /// Treat it as suspicious.
  case quarantine
  /// Refuse it.
  case reject

  /// Whether `left` is weaker than `right`.
  public static func < (left: DMARCPolicy, right: DMARCPolicy) -> Bool {
    left.strength < right.strength
  }

  private var strength: Int {
    switch self {
    case .none: 0
    case .quarantine: 1
    case .reject: 2
    }
  }

  /// The policy one level below, which receivers apply under `t=y` (RFC 9989 §4.7).
  var milder: DMARCPolicy { self == .reject ? .quarantine : .none }
}

/// How exactly an authenticated domain must equal the sender's (RFC 9989 §4.7, `adkim`, `aspf`).
public enum DMARCAlignment: String, Hashable, Sendable, Codable, CaseIterable {
  /// The organizational domains are the same.
  case relaxed = "r"
  /// The domains are the same.
  case strict = "s"
}

/// Whether the record's domain is a public suffix (RFC 9989 §4.7, `psd`).
public enum DMARCPublicSuffix: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is one.
  case yes = "y"
  /// It is none, and it is the organizational domain.
  case no = "n"
  /// The tree walk finds out.
  case undetermined = "u"
}

/// When a failure report is wanted (RFC 9989 §4.7, `fo`).
public enum DMARCFailureOption: String, Hashable, Sendable, Codable, CaseIterable {
  /// When nothing passed and aligned.
  case allFailed = "0"
  /// When anything failed or did not align.
  case anyFailed = "1"
  /// When a DKIM signature failed.
  case dkim = "d"
  /// When SPF failed.
  case spf = "s"
}
