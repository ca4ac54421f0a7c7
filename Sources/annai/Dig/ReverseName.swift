import DNS

extension DNSName {
  /// The name under which an address is looked up backwards, or the part of one that `-x 192.0.2`
  /// gives: the zone of a network (RFC 1035 §3.5).
  init?(reverseOf text: String) {
    if let address = IPAddress(text) {
      self = address.reverseName
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { DigOption.number(String($0)).flatMap(UInt8.init(exactly:)) }
    guard (1...3).contains(parts.count), numbers.count == parts.count,
      let name = try? DNSName(
        labels: (numbers.reversed().map(String.init) + ["in-addr", "arpa"]).map { Array($0.utf8) })
    else { return nil }
    self = name
  }
}
