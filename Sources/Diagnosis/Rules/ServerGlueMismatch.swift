import DNS

extension Rule {
  /// The zone above gives another address for a server than the zone itself does.
  static let serverGlueMismatch = Rule(
    "server-glue-mismatch", layer: .servers, severity: .warning, references: ["RFC 1034 4.2.1"],
    arguments: ["zone", "server", "glue", "addresses"],
    broken: Example(adding: "ns2 A 192.0.2.99", secondServer: .elsewhere), fixed: Example()
  ) { evidence in
    evidence.zones.flatMap { zone in
      zone.nameServers.filter { $0.name.isSubdomain(of: zone.name) }.compactMap { server in
        let glue = Set(server.addresses.filter { !$0.isIPv6 })
        let said = evidence.observations(.authoritative, Question(server.name, .a))
          .filter { $0.answer?.isAuthoritative == true && $0.records?.isEmpty == false }
        let own = Set(said.flatMap { $0.records ?? [] }.compactMap(\.address))
        guard !glue.isEmpty, !own.isEmpty, glue != own else { return nil }
        return Draft(
          arguments: [
            "zone": .name(zone.name), "server": .name(server.name),
            "glue": .texts(glue.map(\.description).sorted()),
            "addresses": .texts(own.map(\.description).sorted()),
          ], evidence: said)
      }
    }
  }
}
