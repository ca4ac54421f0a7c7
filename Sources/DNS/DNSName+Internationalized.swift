import CIDN2

extension DNSName {
  /// Reads a name that may have letters outside ASCII; those become A-labels (RFC 5891 §4).
  ///
  /// Symbols that RFC 5892 does not allow but UTS 46 does are taken, as `dig` takes them.
  public init(internationalized text: String) throws(DNSNameError) {
    if text.unicodeScalars.allSatisfy(\.isASCII) {
      try self.init(text)
      return
    }
    guard text.utf8.count <= 4 * Self.longestName else { throw .nameTooLong }
    var (code, ascii) = Self.ascii(text, IDN2_NONTRANSITIONAL)
    if code == IDN2_DISALLOWED { (code, ascii) = Self.ascii(text, IDN2_TRANSITIONAL) }
    guard code == IDN2_OK, let ascii else { throw .malformed }
    try self.init(ascii)
  }

  private static func ascii(
    _ text: String, _ rules: idn2_flags
  ) -> (code: idn2_rc, text: String?) {
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(IDN2_NFC_INPUT.rawValue | rules.rawValue)
    let code = idn2_rc(rawValue: idn2_to_ascii_8z(text, &output, flags))
    defer { idn2_free(output) }
    return (code, output.map { String(cString: $0) })
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
