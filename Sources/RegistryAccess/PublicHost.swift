import DNS

/// Which hosts an answer from the Internet may lead to.
///
/// An address or a name without a dot could be the user's own machine or network. Names with a dot
/// are not looked up first: the connection to them is checked by its certificate (RDAP), or it
/// carries nothing but a domain name (WHOIS).
enum PublicHost {
  /// Whether `host` is a name with a dot that is not under `localhost` or `local`.
  static func isPublic(_ host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host
    guard IPAddress(bare) == nil, let name = try? DNSName(bare), name.labels.count > 1 else {
      return false
    }
    // A name that ends in a number is read as an IPv4 address by some systems.
    guard let last = name.labels.last, !last.allSatisfy({ (48...57).contains($0) }) else {
      return false
    }
    // RFC 6761 §6.3, RFC 6762 §3.
    let top = String(decoding: last, as: UTF8.self).lowercased()
    return !["localhost", "local", "internal"].contains(top)
  }
}
