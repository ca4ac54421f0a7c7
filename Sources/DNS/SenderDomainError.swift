/// Why a typed text is not a domain that can send mail: the reasons of `domain-name-invalid` and
/// `domain-is-public-suffix`.
public enum SenderDomainError: Error, Equatable, Sendable {
  /// Nothing was typed.
  case empty
  /// Two dots in a row, or a dot in front.
  case emptyLabel
  /// A label over 63 or a name over 255 octets (RFC 1035 §2.3.4).
  case tooLong
  /// White space inside; the name without it when that is a sound domain.
  case space(suggestion: String?)
  /// A mail address; its domain when that is sound.
  case mailAddress(suggestion: String?)
  /// A web address or a path; its host when that is a sound domain.
  case url(suggestion: String?)
  /// An underscore, which no host name has (RFC 1123 §2.1).
  case underscore
  /// A character that no domain name has, as a Unicode code point.
  case character(code: UInt32)
  /// A hyphen at the edge of a label (RFC 1123 §2.1).
  case hyphen(label: String)
  /// An IP address.
  case address
  /// A suffix under which others register, such as `com` or `co.id`.
  case publicSuffix(String)
}
