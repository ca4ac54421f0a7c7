import DNS

/// A WHOIS server: a host and a port (RFC 3912 §2).
public struct WHOISServer: Hashable, Sendable, CustomStringConvertible {
  /// A name or an address.
  public let host: String
  /// The port; 43 unless it was given.
  public let port: Int

  /// A server from its parts.
  init(host: String, port: Int = 43) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST` or `HOST#PORT`; nil when the host is neither a name nor an address.
  public init?(_ text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= 255 else { return nil }
    let host = String(parts[0])
    // Host names have letters, digits and hyphens; RFC 1123 §2.1.
    let isName =
      (try? DNSName(host)) != nil
      && host.utf8.allSatisfy { octet in
        (0x30...0x39).contains(octet) || (0x61...0x7A).contains(octet | 0x20) || octet == 0x2D
          || octet == 0x2E
      }
    guard isName || IPAddress(host) != nil else { return nil }
    if parts.count == 2 {
      guard let port = UInt16(parts[1]), port > 0 else { return nil }
      self.init(host: host, port: Int(port))
    } else {
      self.init(host: host)
    }
  }

  /// The host, with the port when it is not 43.
  public var description: String { port == 43 ? host : "\(host)#\(port)" }
}
