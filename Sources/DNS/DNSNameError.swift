/// Why a text or a sequence of labels is no domain name.
public enum DNSNameError: Error, Equatable, Sendable {
  /// Nothing at all, or nothing between two dots.
  case emptyLabel
  /// A label of more than 63 octets (RFC 1035 §2.3.4).
  case labelTooLong
  /// More than 255 octets on the wire (RFC 1035 §2.3.4).
  case nameTooLong
  /// A backslash that no digits or character follow, or a number above 255 (RFC 1035 §5.1).
  case badEscape
  /// Octets that are no uncompressed name.
  case malformed
}
