import DNS

extension Rule {
  /// A server's name leads to an address that exists in private networks only.
  static let serverAddressPrivate = Rule(
    "server-address-private", layer: .servers, severity: .error,
    references: ["RFC 1918 3", "RFC 6890 2.2.2"],
    arguments: ["zone", "server", "addresses", "working", "workingCount"],
    explains: .findings(["record-unknown", "server-silent"]),
    broken: Example(secondServer: .privateAddress), fixed: Example()
  ) { evidence in
    let usual = evidence.usualNetworks
    return evidence.zones.flatMap { zone in
      zone.nameServers.compactMap { server -> Draft? in
        let addresses = server.addresses.filter { address in
          PrivateNetwork.of(address).map { !usual.contains($0) } ?? false
        }
        guard !addresses.isEmpty else { return nil }
        let working = evidence.workingServers(of: zone).filter { $0.name != server.name }
        let asked = evidence.observations.filter { $0.server == server.name }
        return Draft(
          severity: working.isEmpty ? .error : .warning,
          arguments: [
            "zone": .name(zone.name), "server": .name(server.name),
            "addresses": .texts(addresses.map(\.description).sorted()),
            "working": .servers(working), "workingCount": .count(working.count),
          ], evidence: asked.isEmpty ? evidence.observations.filter { $0.role == .parent } : asked)
      }
    }
  }
}

extension Evidence {
  /// Networks in which the servers of the zone above are: a DNS of its own, as in a test, has all
  /// of its servers there, and nothing is wrong with that.
  fileprivate var usualNetworks: Set<PrivateNetwork> {
    Set(
      observations.filter { $0.role == .parent }.compactMap { observation in
        IPAddress(String(observation.address.prefix { $0 != "#" })).flatMap(PrivateNetwork.of)
      })
  }
}
