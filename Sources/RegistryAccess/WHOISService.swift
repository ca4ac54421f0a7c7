import DNS

/// The WHOIS server of a top-level domain and the form in which it wants the question.
struct WHOISService: Hashable, Sendable {
  /// What stands around the name in a question.
  enum Form: Hashable, Sendable {
    /// The name alone.
    case plain
    /// Verisign: without the word, a name is also looked for among hosts and registrars.
    case domain
    /// JPRS: labels in English, as its banner explains.
    case english
  }

  let server: WHOISServer
  var form = Form.plain

  /// The line to send, without its end.
  func query(_ domain: DNSName) -> String {
    let name = domain.withoutFinalDot.lowercased()
    return switch form {
    case .plain: name
    case .domain: "domain " + name
    case .english: name + "/e"
    }
  }

  /// The service for `domain`: the longest suffix that matches whole labels; nil when unknown.
  init?(for domain: DNSName) {
    var candidate: DNSName? = domain
    while let name = candidate, name != .root {
      if let host = Self.hosts[name.withoutFinalDot.lowercased()] {
        server = WHOISServer(host: host)
        form = Self.forms[host] ?? .plain
        return
      }
      candidate = name.parent
    }
    return nil
  }

  /// A server that the user named; it gets the name alone.
  init(server: WHOISServer) { self.server = server }

  private static let forms: [String: Form] = [
    "whois.verisign-grs.com": .domain, "whois.jprs.jp": .english,
  ]

  /// The hosts that the common `whois` client asks; the first row are domains without RDAP.
  private static let hosts: [String: String] = [
    "cn": "whois.cnnic.cn", "xn--fiqs8s": "whois.cnnic.cn", "edu.cn": "whois.edu.cn",
    "kr": "whois.kr", "xn--3e0b707e": "whois.kr", "jp": "whois.jprs.jp", "io": "whois.nic.io",
    "me": "whois.nic.me", "my": "whois.mynic.my", "hk": "whois.hkirc.hk", "co": "whois.nic.co",
    "us": "whois.nic.us",

    "com": "whois.verisign-grs.com", "net": "whois.verisign-grs.com", "org": "whois.pir.org",
    "id": "whois.id", "xyz": "whois.nic.xyz", "top": "whois.nic.top", "vip": "whois.nic.vip",
    "club": "whois.nic.club", "work": "whois.nic.work", "ai": "whois.nic.ai",
    "biz": "whois.nic.biz", "sg": "whois.sgnic.sg", "tw": "whois.twnic.net.tw",
  ]
}
