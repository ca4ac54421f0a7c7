extension LabZone {
  /// Sender domains for a validating lab; in another one they are unsigned.
  static var signedSenders: [LabZone] {
    [
      LabZone("signed.com", records: hostedNS + sender(), signing: .sound),
      // The SPF record was changed after signing.
      LabZone(
        "bogus.com", records: hostedNS + sender(),
        signing: .altered(original: "~all", replacement: "?all")),
      LabZone("expired.com", records: hostedNS + sender(), signing: .expired),
      // Moved to this host, which does not sign.
      LabZone("staleds.com", records: hostedNS + sender()),
      // Signed with another key than the registry knows.
      LabZone("newkey.com", records: hostedNS + sender(), signing: .unlisted),
    ]
  }

  /// The DS records that com keeps of keys that are gone (RFC 4034 §5.1).
  static let staleDelegationSigners = ["staleds", "newkey"].map {
    "\($0) DS 4711 13 2 \(String(repeating: "5A", count: 32))\n"
  }.joined()
}
