extension DMARCRecord {
  /// Whether somebody meant a text to be a DMARC record, sound or not.
  ///
  /// It names the version in any case and at any place, or a policy in the way of a tag.
  public static func isMeant(by octets: [UInt8]) -> Bool {
    // A text of an SPF or key record that speaks of DMARC further on is none.
    let text = octets.prefix(2048).filter { !$0.isFoldingSpace && $0 != UInt8(ascii: "\"") }
      .foldedText
    if ["v=spf1", "v=dkim1"].contains(where: text.hasPrefix) { return false }
    if text.contains("v=dmarc") || text.hasPrefix("dmarc") { return true }
    return DMARCPolicy.allCases.contains { policy in
      text.hasPrefix("p=" + policy.rawValue) || text.contains(";p=" + policy.rawValue)
    }
  }
}
