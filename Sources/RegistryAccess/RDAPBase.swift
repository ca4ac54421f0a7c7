import DNS
import Foundation

/// The address of an RDAP service, to which `domain/NAME` is added (RFC 9224 §4, RFC 9082 §3.1.3).
public struct RDAPBase: Hashable, Sendable, CustomStringConvertible {
  /// The address, with its final slash.
  public let description: String
  /// The host in the address.
  public let host: String
  /// Whether the connection is encrypted.
  public let isEncrypted: Bool

  /// Reads an http or https URL; nil when it has no host, or a user, query or fragment.
  ///
  /// Plain http is for private registries and tests only; `RDAPBootstrap` never gives it.
  public init?(_ text: String) {
    guard text.utf8.count <= 1024, let parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http",
      let host = parts.host, !host.isEmpty, (0...65_535).contains(parts.port ?? 0),
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
    else { return nil }
    description = text.hasSuffix("/") ? text : text + "/"
    self.host = host
    isEncrypted = scheme == "https"
  }

  /// The address of the answer about `domain`; nil for a name that no registry takes.
  func url(of domain: DNSName) -> URL? {
    // Letters, digits, hyphens, underscores: the name needs no escapes and can add no path.
    let allowed = { (octet: UInt8) in
      (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet)
        || (0x41...0x5A).contains(octet) || octet == 0x2D || octet == 0x5F
    }
    guard domain.labels.allSatisfy({ $0.allSatisfy(allowed) }) else { return nil }
    return URL(string: description + "domain/" + domain.withoutFinalDot.lowercased())
  }
}
