import DNS

/// The servers of the root zone, where every trace begins.
public struct RootHints: Sendable {
  /// The servers.
  public let servers: [NameServer]

  /// Hints from known servers.
  public init(servers: [NameServer]) { self.servers = servers }

  /// Reads a hints file: NS records of the root and the addresses of their targets.
  public init(zoneText: String) throws(RootHintsError) {
    let records: [ResourceRecord]
    do {
      records = try ZoneText.records(zoneText, origin: .root)
    } catch {
      throw .unreadable(error)
    }
    var servers: [NameServer] = []
    for record in records where record.type == .ns {
      guard case .name(let name) = record.data else { continue }
      let addresses = records.compactMap { other -> IPAddress? in
        if other.name == name, case .address(let address) = other.data { address } else { nil }
      }
      servers.append(NameServer(name, addresses: addresses))
    }
    guard servers.contains(where: { !$0.addresses.isEmpty }) else {
      throw .noServer
    }
    self.servers = servers
  }

  /// The thirteen root servers as IANA publishes them (named.root, IPv4).
  public static let iana = RootHints(
    servers: [
      ("a", "198.41.0.4"), ("b", "170.247.170.2"), ("c", "192.33.4.12"), ("d", "199.7.91.13"),
      ("e", "192.203.230.10"), ("f", "192.5.5.241"), ("g", "192.112.36.4"), ("h", "198.97.190.53"),
      ("i", "192.36.148.17"), ("j", "192.58.128.30"), ("k", "193.0.14.129"), ("l", "199.7.83.42"),
      ("m", "202.12.27.33"),
    ].compactMap { letter, address in
      guard let name = try? DNSName("\(letter).root-servers.net."),
        let address = IPAddress(address)
      else { return nil }
      return NameServer(name, addresses: [address])
    })
}

/// Why a hints file is of no use.
public enum RootHintsError: Error, Equatable, Sendable {
  /// A line is no record.
  case unreadable(ZoneTextError)
  /// No server of the root with an address in it.
  case noServer
}
