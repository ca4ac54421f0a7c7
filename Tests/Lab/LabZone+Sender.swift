extension LabZone {
  /// The NS records of a zone at the DNS host.
  public static let hostedNS = "@ NS f1g1ns1.dnspod.net.\n@ NS f1g1ns2.dnspod.net.\n"

  /// The SPF record that the mail service wants.
  public static let spf = "v=spf1 include:qcloudmail.com ~all"

  /// The public half of a 2048-bit RSA key, in the two strings that its length needs.
  public static let dkim = [
    "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAymM5M8W768YDNj1z9nI4fO6AXMcc"
      + "/2wFwDhgvxMSm70RlmKiALS5HHOtwSwjPmJytsetVluiTthNpS5Pax/NNSYpzUaUUeYqX6bAbdYYjiTF6Qz6Rn6d"
      + "9HGCOTxuQox++E6uP1k+8hz4jcPujQYt2YZ3",
    "wJ3yYHRJlbLEVLS/ZRysxCxpYviPrsYKRJXrBBGgu1o2DWbdPwdJYAtfVQgehikvjD4Jr2kIYOKGwyF0JMkG9q32FzL"
      + "/JXJEAdHCL9tIs7G8XXTFyWg/5zavyjxJskzxQgs07wimXU22MJFUH3ZqH7Y3lBGW5a8lLM0p8YSO7F1u6C7uXAXK"
      + "7bRW94TPpQIDAQAB",
  ]

  /// A record that a sender domain needs.
  public enum SenderRecord: CaseIterable, Sendable {
    /// The two mail exchanges of the service.
    case mx
    /// The SPF record.
    case spf
    /// The DMARC record.
    case dmarc
    /// The DKIM record.
    case dkim
  }

  /// The records of a sender domain but those in `missing`.
  ///
  /// `host` is the sender's place in the zone as a relative name, `@` for the zone itself.
  public static func sender(
    at host: String = "@", without missing: Set<SenderRecord> = [], spf: String = LabZone.spf
  ) -> String {
    let suffix = host == "@" ? "" : ".\(host)"
    let records = SenderRecord.allCases.filter { !missing.contains($0) }.map { record in
      switch record {
      case .mx: "\(host) MX 10 mxbiz1.qq.com.\n\(host) MX 20 mxbiz2.qq.com.\n"
      case .spf: "\(host) TXT \"\(spf)\"\n"
      case .dmarc: "_dmarc\(suffix) TXT \"v=DMARC1; p=none\"\n"
      case .dkim: dkimRecord(at: "qcloud._domainkey\(suffix)")
      }
    }
    return records.joined()
  }

  /// The DKIM record under an owner of the caller's choice.
  public static func dkimRecord(at owner: String) -> String {
    "\(owner) TXT \(dkim.map { "\"\($0)\"" }.joined(separator: " "))\n"
  }
}
