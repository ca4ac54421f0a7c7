/// Random SPF records, written as carelessly as the grammar of RFC 7208 §12 allows.
enum SPFText {
  static let domains = [
    "example.com", "_spf.example.net", "a.b-c.example", "example.xn--zckzah", "%{d}", "%{ir}.x.org",
    "%{l1r+-}._spf.%{d2}", "%{D}.example.com", "%%.example.org", "%_%-.example.org",
    "foo:bar/b.example",
    "x.%{h/}", "example.org.",
  ]
  static let networks = [
    "ip4:192.0.2.1", "ip4:0.0.0.0/0", "ip4:198.51.100.0/24", "ip4:255.255.255.255/32",
    "ip6:2001:DB8::1", "ip6:::/0", "ip6:::ffff:192.0.2.1/128", "ip6:2001:db8::cd30/60",
  ]
  static let lengths = ["", "/0", "/24", "/32", "//0", "//64", "//128", "/24//64", "/32//128"]
  static let qualifiers = ["", "+", "-", "~", "?"]
  static let unknown = ["default=pass", "x-y_z.1=", "moo=%{c}%%", "ip4=1.2.3.4"]

  static func directive(using random: inout SeededGenerator) -> String {
    let domain = random.pick(domains)
    let mechanism =
      switch Int.random(in: 0..<8, using: &random) {
      case 0: "include:\(domain)"
      case 1: "exists:\(domain)"
      case 2: "ptr" + random.pick(["", ":\(domain)"])
      case 3, 4: random.pick(["a", "mx"]) + random.pick(["", ":\(domain)"]) + random.pick(lengths)
      default: random.pick(networks)
      }
    return random.pick(qualifiers) + mechanism
  }

  static func record(using random: inout SeededGenerator) -> String {
    var terms = (0..<Int.random(in: 0..<8, using: &random)).map { _ in directive(using: &random) }
    if random.oneIn(3) { terms.append("redirect=" + random.pick(domains)) }
    if random.oneIn(4) { terms.append("exp=" + random.pick(domains)) }
    if random.oneIn(4) { terms.append(random.pick(unknown)) }
    if random.oneIn(4) { terms.shuffle(using: &random) }
    if !random.oneIn(3) {
      terms.insert(
        random.pick(qualifiers) + "all",
        at: random.oneIn(4) ? Int.random(in: 0...terms.count, using: &random) : terms.count)
    }
    let text = terms.map { term in
      let name = term.prefix { $0 != ":" && $0 != "=" && $0 != "/" }
      return (random.oneIn(3) ? name.uppercased() : String(name)) + term.dropFirst(name.count)
    }
    let separator = random.oneIn(4) ? "   " : " "
    return ([random.pick(["v=spf1", "V=SPF1", "v=Spf1"])] + text).joined(separator: separator)
      + (random.oneIn(4) ? "  " : "")
  }
}
