import DNS

extension FuzzTarget {
  /// Names, addresses and sender domains as people type them.
  static let dnsName = FuzzTarget("dns-name") { octets in
    let text = String(decoding: octets, as: UTF8.self)
    var isTaken = false
    for name in [
      try? DNSName(text), try? DNSName(internationalized: text),
      try? DNSName(uncompressed: octets),
    ] {
      guard let name else { continue }
      isTaken = true
      try holdsTogether(name)
    }
    if let domain = try? SenderDomain(text) {
      isTaken = true
      try hold(
        try? SenderDomain(domain.name.withoutFinalDot), is: domain, "sender domain \(text)")
      try hold(
        domain.name.isSubdomain(of: domain.registrableDomain), "registrable domain of \(text)")
    }
    if let address = IPAddress(text) {
      isTaken = true
      try hold(IPAddress(address.description), is: address, "address \(text)")
      try holdsTogether(address.reverseName)
    }
    if let type = RecordType(name: text) { try hold(RecordType(name: type.name), is: type, text) }
    return isTaken
  }

  /// Every form of a name leads back to it.
  private static func holdsTogether(_ name: DNSName) throws {
    try holdsPrintable(name.description, "name")
    try hold(try? DNSName(name.description), is: name, "name with a dot \(name)")
    if name != .root {
      try hold(try? DNSName(name.withoutFinalDot), is: name, "name without a dot \(name)")
    }
    try hold(try? DNSName(uncompressed: name.wire), is: name, "wire form of \(name)")
    try hold(try? DNSName(labels: name.labels), is: name, "labels of \(name)")
    try hold(name.withRandomCase() == name, "letter case of \(name)")
    try hold(name.inSmallLetters == name, "small letters of \(name)")
    try hold(name.isSubdomain(of: name) && !(name < name), "order of \(name)")
    try hold(name.hostLabel(in: name) == "@", "host label of \(name)")
    if let parent = name.parent {
      try hold(
        name.isSubdomain(of: parent) && !parent.isSubdomain(of: name), "parent of \(name)")
      try hold(parent < name, "parent of \(name) in the order")
    }
    if let registrable = PublicSuffixList.registrableDomain(of: name) {
      try hold(name.isSubdomain(of: registrable), "registrable domain of \(name)")
    }
  }
}
