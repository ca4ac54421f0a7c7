import DNS

extension PastedText {
  /// The longest mail address, in octets: a path of 256 without its brackets (RFC 5321 §4.5.3.1.3).
  private static let longestAddress = 254

  /// A host name with its final dot, so that a DNS host appends nothing to it.
  func mailServer() throws(InputFault) -> String {
    let words = string.split(separator: " ")
    if words.count == 2, UInt16(words[0]) != nil {
      throw .priority(suggestion: try Input.senderDomain(String(words[1])).description)
    }
    return try Input.senderDomain(string).description
  }

  /// A mailbox that can stand in a `mailto:` of DMARC as it is, its domain in lower case.
  func mailAddress() throws(InputFault) -> String {
    var rest = marks[...]
    if rest.first?.scalar == "<", rest.last?.scalar == ">" { rest = rest.dropFirst().dropLast() }
    if Self.string(rest).lowercased().hasPrefix("mailto:") { rest = rest.dropFirst(7) }
    guard let at = rest.lastIndex(where: { $0.scalar == "@" }) else { throw .notAnAddress }
    let local = rest[..<at]
    for mark in local where !Self.isLocalPartScalar(mark.scalar) {
      throw .character(String(Character(mark.scalar)), offset: mark.offset)
    }
    let name = Self.string(local)
    // A local part that is no dot-atom needs quotes (RFC 5321 §4.1.2), which few systems accept.
    guard !name.isEmpty, !name.hasPrefix("."), !name.hasSuffix("."), !name.contains("..") else {
      throw .notAnAddress
    }
    let domain = try Input.senderDomain(Self.string(rest[at...].dropFirst()))
    let address = name + "@" + domain.withoutFinalDot
    if address.utf8.count > Self.longestAddress { throw .tooLong(limit: Self.longestAddress) }
    return address
  }

  /// The characters of a dot-atom that a DMARC record and a URI take without percent-encoding
  /// (RFC 3986 §2.3, RFC 6068 §2); `,` `;` and `!` have a meaning of their own there.
  private static func isLocalPartScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "+", "~", "'", "*", "$": true
    default: false
    }
  }
}
