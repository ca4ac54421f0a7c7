import DNS

extension Rule {
  /// The name of a server is an alias, which the DNS does not allow: some resolvers do not follow.
  static let serverNameIsAlias = Rule(
    "server-name-is-alias", layer: .servers, severity: .warning, references: ["RFC 2181 10.3"],
    arguments: ["zone", "server", "target"],
    broken: Example(secondServer: .alias), fixed: Example()
  ) { evidence in
    evidence.zones.flatMap { zone in
      zone.nameServers.compactMap { server -> Draft? in
        let seen = evidence.observations.filter { observation in
          (observation.role == .host || observation.role == .authoritative)
            && observation.question.name == server.name
            && observation.ownRecords.contains { $0.type == .cname }
        }
        guard let target = seen.first?.ownRecords.first(where: { $0.type == .cname })?.target
        else { return nil }
        return Draft(
          arguments: [
            "zone": .name(zone.name), "server": .name(server.name), "target": .name(target),
          ], evidence: seen)
      }
    }
  }
}
