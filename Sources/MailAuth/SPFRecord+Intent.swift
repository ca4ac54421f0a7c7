extension SPFRecord {
  /// Whether somebody meant a text to be an SPF record that no receiver takes for one.
  ///
  /// It names the version at its beginning, but in another way than RFC 7208 §4.5 wants.
  public static func isMeant(by octets: [UInt8]) -> Bool {
    guard versionFault(in: octets) != nil else { return false }
    // What was pasted along: quotes, spaces, marks that are not seen.
    let text = octets.prefix(256).filter { $0.isVisible && $0 != UInt8(ascii: "\"") }.foldedText
    return ["v=spf", "v:spf1", "vspf1", "spf1", "=spf1"].contains { text.hasPrefix($0) }
  }
}
