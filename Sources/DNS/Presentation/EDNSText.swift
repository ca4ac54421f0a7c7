extension Message {
  /// The pseudo-section of EDNS as `dig` writes it; empty without EDNS.
  var ednsLines: [String] {
    guard let udpPayloadSize else { return [] }
    return [
      ";; OPT PSEUDOSECTION:",
      "; EDNS: version: 0, flags:\(isDNSSECOK ? " do" : ""); udp: \(udpPayloadSize)",
    ] + ednsOptions.map(\.line)
  }
}

extension ExtendedError {
  /// `; EDE: 22 (No Reachable Authority): (at delegation)`
  var line: String {
    let name = purpose.map { " (\($0))" } ?? ""
    return "; EDE: \(code)\(name)" + (text.isEmpty ? "" : ": (\(Self.printable(text)))")
  }

  /// Letters and digits of every script and the rest of ASCII; a dot for what a terminal may obey.
  private static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSafe =
        scalar.isASCII
        ? (0x20...0x7E).contains(scalar.value)
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      shown.append(isSafe ? scalar : ".")
    }
    return String(shown)
  }

  /// What the code stands for in the IANA registry, up to 24 as BIND 9.18 (RFC 8914 §5.2).
  public var purpose: String? {
    let purposes = [
      "Other", "Unsupported DNSKEY Algorithm", "Unsupported DS Digest Type", "Stale Answer",
      "Forged Answer", "DNSSEC Indeterminate", "DNSSEC Bogus", "Signature Expired",
      "Signature Not Yet Valid", "DNSKEY Missing", "RRSIGs Missing", "No Zone Key Bit Set",
      "NSEC Missing", "Cached Error", "Not Ready", "Blocked", "Censored", "Filtered",
      "Prohibited", "Stale NXDOMAIN Answer", "Not Authoritative", "Not Supported",
      "No Reachable Authority", "Network Error", "Invalid Data",
    ]
    return Int(code) < purposes.count ? purposes[Int(code)] : nil
  }
}
