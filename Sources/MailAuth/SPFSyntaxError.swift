/// Where and why a text is no SPF record; a receiver answers "permerror" (RFC 7208 §4.6).
public struct SPFSyntaxError: Error, Hashable, Sendable, Encodable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The text does not begin with `v=spf1` and a space or the end (RFC 7208 §4.5).
    case version
    /// The text is longer than the data of any DNS record can be (RFC 1035 §3.2.1).
    case tooLong
    /// An octet that is neither a space nor visible ASCII (RFC 7208 §12).
    case character
    /// A term that is neither a known mechanism nor a modifier (RFC 7208 §5).
    case unknownMechanism
    /// A mechanism or modifier without the value that it needs.
    case missingValue
    /// A value or prefix length behind a term that takes none.
    case unexpectedValue
    /// What follows `ip4:` or `ip6:` is no address (RFC 7208 §5.6).
    case address
    /// An IPv6 address behind `ip4:`, or an IPv4 address behind `ip6:` (RFC 7208 §5.6).
    case addressFamily
    /// A prefix length that is no number, has a leading zero or is above 32 or 128.
    case prefixLength
    /// A domain that ends neither in a top label after a dot nor in a macro (RFC 7208 §7.1).
    case domain
    /// `%` that begins no macro, or a macro of the wrong form (RFC 7208 §7.1).
    case macro
    /// A macro letter that only explanation texts may use: c, r or t (RFC 7208 §7.2).
    case macroLetter
    /// A modifier name that does not begin with a letter or holds a strange octet (RFC 7208 §12).
    case modifierName
    /// A modifier with a qualifier; only mechanisms take one (RFC 7208 §4.6.1).
    case qualifiedModifier
    /// A second `redirect` or `exp` (RFC 7208 §6).
    case repeatedModifier
  }

  /// What is wrong.
  public let reason: Reason
  /// The octet at which it is wrong, from 0; the length of the text when something is missing.
  public let offset: Int
  /// The whole term that holds the fault, empty for faults of the record; broken UTF-8 is replaced.
  public let term: String

  init(_ reason: Reason, at offset: Int, term: String = "") {
    self.reason = reason
    self.offset = offset
    self.term = term
  }
}
