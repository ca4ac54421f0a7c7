import DNS

/// The two parts of a name at which a DKIM key stands (RFC 6376 §3.6.2.1).
extension DNSName {
  /// What stands before `_domainkey` (RFC 6376 §3.1).
  var selector: String {
    labels.prefix { !Self.isMark($0) }.map { RecordText.plain($0) }.joined(separator: ".")
  }

  /// The domain that signs: what stands behind `_domainkey`, or the name itself without it.
  var signingDomain: DNSName {
    var name: DNSName? = self
    while let current = name, let first = current.labels.first {
      name = current.parent
      if Self.isMark(first) { return name ?? .root }
    }
    return self
  }

  private static func isMark(_ label: [UInt8]) -> Bool { label.elementsEqual("_domainkey".utf8) }
}
