/// What `dig` says about a public key behind its data.
enum KeyComment {
  /// ` ; KSK; alg = RSASHA256 ; key id = 20326`, without a role for KEY and RKEY records.
  static func text(of key: [UInt8], hasRole: Bool) -> String? {
    guard key.count > 4, let tag = KeyTag.tag(of: key) else { return nil }
    let role = hasRole ? " ; " + self.role(UInt16(key[0]) << 8 | UInt16(key[1])) : ""
    return "\(role); alg = \(algorithm(key)) ; key id = \(tag)"
  }

  /// RFC 4034 §2.1.1 and RFC 5011 §7.
  private static func role(_ flags: UInt16) -> String {
    guard flags & 0x0001 != 0 else { return "ZSK" }
    return flags & 0x0080 != 0 ? "revoked KSK" : "KSK"
  }

  /// The mnemonic, or the name that a private algorithm has in its key (RFC 4034 §A.1.1).
  private static func algorithm(_ key: [UInt8]) -> String {
    if key[3] == 253 {
      var reader = PresentationReader(Array(key[4...]))
      if let name = reader.name() { return name.withoutFinalDot }
    }
    return CertificateText.algorithm(UInt32(key[3]))
  }
}

/// The short number that signatures call a key by.
enum KeyTag {
  /// RFC 4034 appendix B; algorithm 1, which had another way, is not in use (RFC 8624 §3.1).
  static func tag(of key: [UInt8]) -> UInt16? {
    guard key.count > 4 else { return nil }
    var sum: UInt32 = 0
    for (index, octet) in key.enumerated() {
      sum += index.isMultiple(of: 2) ? UInt32(octet) << 8 : UInt32(octet)
    }
    return UInt16(truncatingIfNeeded: sum + sum >> 16)
  }
}
