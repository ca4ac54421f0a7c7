import DNS
import Foundation
import Registration

/// Which RDAP service answers for which top-level domain (RFC 9224).
public struct RDAPBootstrap: Hashable, Sendable {
  /// When IANA published the list, as printed in it (RFC 3339).
  public let publication: String
  /// Suffixes in small letters, without dots at the ends, and their services.
  let bases: [String: RDAPBase]

  /// A list from its parts.
  init(publication: String, bases: [String: RDAPBase]) {
    self.publication = publication
    self.bases = bases
  }

  /// Reads IANA's file `dns.json` (RFC 9224 §3); nil when it is not one.
  ///
  /// Services without https are left out, and of several the first with https counts.
  public init?(json: Data) {
    guard json.count <= Self.mostOctets, JSONDepth.isBounded(json),
      let file = try? JSONDecoder().decode(File.self, from: json), file.version.hasPrefix("1.")
    else { return nil }
    var bases: [String: RDAPBase] = [:]
    for service in file.services.compactMap(\.value) where service.count >= 2 {
      // RFC 9224 §3: the suffixes, then the addresses.
      guard let base = service[1].lazy.compactMap(RDAPBase.init).first(where: \.isEncrypted) else {
        continue
      }
      for suffix in service[0] { bases[suffix.lowercased()] = base }
    }
    guard !bases.isEmpty else { return nil }
    self.init(publication: String(file.publication.prefix(64)), bases: bases)
  }

  /// IANA's file has about 71 KB.
  static let mostOctets = 1 << 20

  private struct File: Decodable {
    let version: String
    let publication: String
    let services: [Lenient<[[String]]>]
  }

  /// The service for `domain`: the longest suffix that matches whole labels (RFC 9224 §4).
  public func base(for domain: DNSName) -> RDAPBase? {
    var candidate: DNSName? = domain
    while let name = candidate, name != .root {
      if let base = bases[name.withoutFinalDot.lowercased()] { return base }
      candidate = name.parent
    }
    return nil
  }
}

extension RDAPBootstrap {
  /// The common top-level domains, from IANA's file of 2026-07-23.
  public static let builtIn = RDAPBootstrap(
    publication: "2026-07-23",
    bases: Dictionary(
      uniqueKeysWithValues: table.flatMap { suffixes, address in
        suffixes.split(separator: " ").compactMap { suffix in
          RDAPBase(address).map { (String(suffix), $0) }
        }
      }))

  private static let table: [(suffixes: String, address: String)] = [
    ("com", "https://rdap.verisign.com/com/v1/"),
    ("net", "https://rdap.verisign.com/net/v1/"),
    ("org", "https://rdap.publicinterestregistry.org/rdap/"),
    ("id", "https://rdap.pandi.id/rdap/"),
    ("xyz", "https://rdap.centralnic.com/xyz/"),
    ("top", "https://rdap.zdnsgtld.com/top/"),
    ("vip", "https://rdap.nic.vip/"),
    ("club", "https://rdap.nic.club/"),
    ("work", "https://rdap.nic.work/"),
    ("shop tokyo", "https://rdap.gmoregistry.net/rdap/"),
    ("app dev", "https://pubapi.registry.google/rdap/"),
    ("site online store tech fun", "https://rdap.radix.host/rdap/"),
    ("info ai asia", "https://rdap.identitydigital.services/rdap/"),
    ("biz", "https://rdap.nic.biz/"),
    ("cc", "https://tld-rdap.verisign.com/cc/v1/"),
    ("tv", "https://rdap.nic.tv/"),
    ("sg", "https://rdap.sgnic.sg/rdap/"),
    ("tw", "https://ccrdap.twnic.tw/tw/"),
    ("in", "https://rdap.nixiregistry.in/rdap/"),
    ("uk", "https://rdap.nominet.uk/uk/"),
  ]

  /// Top-level domains that IANA's file of 2026-07-23 does not have: cn, 中国, kr, 한국 and others.
  static let knownAbsent: Set<String> = [
    "cn", "xn--fiqs8s", "kr", "xn--3e0b707e", "jp", "io", "me", "my", "hk", "co", "us",
  ]
}
