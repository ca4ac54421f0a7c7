extension DMARCRecord: CustomStringConvertible {
  /// The record with its tags in one order, defaults, unknown and obsolete tags left out.
  ///
  /// `p` stands second, where readers by RFC 7489 §6.4 want it.
  public var description: String {
    var tags = ["v=DMARC1"]
    if let policy { tags.append("p=" + policy.rawValue) }
    if let subdomainPolicy { tags.append("sp=" + subdomainPolicy.rawValue) }
    if let nonexistentPolicy { tags.append("np=" + nonexistentPolicy.rawValue) }
    if dkimAlignment != .relaxed { tags.append("adkim=" + dkimAlignment.rawValue) }
    if spfAlignment != .relaxed { tags.append("aspf=" + spfAlignment.rawValue) }
    if failureOptions != [.allFailed] {
      tags.append("fo=" + failureOptions.map(\.rawValue).joined(separator: ":"))
    }
    if !aggregateReports.isEmpty { tags.append("rua=" + Self.list(aggregateReports)) }
    if !failureReports.isEmpty { tags.append("ruf=" + Self.list(failureReports)) }
    if isTest { tags.append("t=y") }
    if publicSuffix != .undetermined { tags.append("psd=" + publicSuffix.rawValue) }
    return tags.joined(separator: "; ")
  }

  private static func list(_ addresses: [DMARCReportURI]) -> String {
    addresses.map(\.description).joined(separator: ",")
  }
}

extension DMARCReportURI: CustomStringConvertible {
  /// The URI without an obsolete size limit; an exclamation point is encoded (RFC 9989 §4.8).
  public var description: String {
    text.split(separator: "!", omittingEmptySubsequences: false).joined(separator: "%21")
  }
}
