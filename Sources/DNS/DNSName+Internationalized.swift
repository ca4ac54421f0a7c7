import CIDN2

extension DNSName {
  /// Reads a name that may have letters outside ASCII; those become A-labels (RFC 5891 §4).
  public init(internationalized text: String) throws(DNSNameError) {
    if text.unicodeScalars.allSatisfy(\.isASCII) {
      try self.init(text)
      return
    }
    guard text.utf8.count <= 4 * Self.longestName else { throw .nameTooLong }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    guard idn2_to_ascii_8z(text, &output, flags) == IDN2_OK.rawValue, let output else {
      throw .malformed
    }
    defer { idn2_free(output) }
    try self.init(String(cString: output))
  }
}

extension IPAddress {
  /// The name under which an address is looked up backwards (RFC 1035 §3.5, RFC 3596 §2.5).
  public var reverseName: DNSName {
    let labels =
      isIPv6
      ? octets.reversed().flatMap { [String($0 & 15, radix: 16), String($0 >> 4, radix: 16)] }
        + ["ip6", "arpa"]
      : octets.reversed().map { String($0) } + ["in-addr", "arpa"]
    // Labels of one to seven characters, 34 at most: always a name.
    return (try? DNSName(labels: labels.map { Array($0.utf8) })) ?? .root
  }
}
