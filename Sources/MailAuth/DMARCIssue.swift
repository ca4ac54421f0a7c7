/// Why a text is no DMARC record at all; any other fault is a `DMARCIssue`.
public enum DMARCRecordError: Error, Hashable, Sendable {
  /// The text does not begin with `v=DMARC1` and a semicolon or the end (RFC 9989 §4.7, `v`);
  /// the offset is that of the first octet that departs from it.
  case version(offset: Int)
  /// The text is longer than the data of any DNS record can be (RFC 1035 §3.2.1).
  case tooLong
}

/// Something wrong inside a DMARC record that readers pass over.
///
/// RFC 9989 §4.8: unknown tags are ignored, and syntax errors give way to the default values.
public struct DMARCIssue: Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing between two semicolons.
    case emptyTag
    /// Text without `=`.
    case missingEquals
    /// A tag name with other octets than letters, digits and `_`.
    case tagName
    /// An octet in a value that is not printable ASCII.
    case character
    /// A value that the tag does not have, or an empty one.
    case value
    /// A tag inside the value of another, since the semicolon before it is missing.
    case missingSemicolon
    /// A tag for the second time (RFC 6376 §3.2); the first one is the one read here.
    case repeatedTag
    /// A tag that is not defined.
    case unknownTag
    /// A tag of RFC 7489 that RFC 9989 has removed: pct, rf or ri.
    case obsoleteTag
    /// A size limit (`!10m`) behind a report address, which RFC 9989 §4.8 makes obsolete.
    case obsoleteSize
    /// A report address that is no URI, or a `mailto:` without a sound mailbox.
    case reportAddress
  }

  /// What is wrong.
  public let reason: Reason
  /// The tag in small letters; nil when there is none.
  public let tag: String?
  /// The octet at which it is wrong, from 0.
  public let offset: Int
  /// The text in question; broken UTF-8 is replaced.
  public let observed: String
}
