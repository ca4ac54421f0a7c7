/// Where and why a text is no DKIM key record (RFC 6376 §3.6.1).
public struct DKIMKeySyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The text is longer than the data of any DNS record can be (RFC 1035 §3.2.1).
    case tooLong
    /// Nothing between two semicolons, or nothing at all (RFC 6376 §3.2).
    case emptyTag
    /// Text without `=` (RFC 6376 §3.2).
    case missingEquals
    /// A tag name that is not letters, digits and `_` after a letter (RFC 6376 §3.2).
    case tagName
    /// An octet in a value that is neither visible ASCII nor white space (RFC 6376 §3.2).
    case character
    /// A tag for the second time, which makes the whole list invalid (RFC 6376 §3.2).
    case repeatedTag
    /// `v=` behind another tag (RFC 6376 §3.6.1).
    case versionNotFirst
    /// `v=` with anything but `DKIM1` (RFC 6376 §3.6.1).
    case version
    /// No `p=` (RFC 6376 §3.6.1).
    case missingKey
    /// `p=` that is not base64 (RFC 6376 §3.6.1).
    case base64
  }

  /// What is wrong.
  public let reason: Reason
  /// The tag that holds the fault; nil when the fault lies outside of named tags.
  public let tag: String?
  /// The octet at which it is wrong, from 0; the length of the text when something is missing.
  public let offset: Int

  init(_ reason: Reason, tag: String? = nil, at offset: Int) {
    self.reason = reason
    self.tag = tag
    self.offset = offset
  }
}
