/// Mnemonics in CERT records; a number without one stays a number.
enum CertificateText {
  /// RFC 4398 §2.1.
  static func kind(_ number: UInt32) -> String {
    let kinds: [UInt32: String] = [
      1: "PKIX", 2: "SPKI", 3: "PGP", 4: "IPKIX", 5: "ISPKI", 6: "IPGP", 7: "ACPKIX",
      8: "IACPKIX", 253: "URI", 254: "OID",
    ]
    return kinds[number] ?? String(number)
  }

  /// RFC 4034 §A.1 and the registry of DNSSEC algorithm numbers, as BIND names them.
  static func algorithm(_ number: UInt32) -> String {
    let algorithms: [UInt32: String] = [
      1: "RSAMD5", 2: "DH", 3: "DSA", 5: "RSASHA1", 6: "NSEC3DSA", 7: "NSEC3RSASHA1",
      8: "RSASHA256", 10: "RSASHA512", 12: "ECCGOST", 13: "ECDSAP256SHA256",
      14: "ECDSAP384SHA384", 15: "ED25519", 16: "ED448", 252: "INDIRECT", 253: "PRIVATEDNS",
      254: "PRIVATEOID",
    ]
    return algorithms[number] ?? String(number)
  }
}
