import DNS

extension Rule {
  /// A server is named for the zone whose name has no address anywhere.
  static let serverUnresolvable = Rule(
    "server-unresolvable", layer: .servers, severity: .error, references: ["RFC 1034 4.2.1"],
    arguments: ["zone", "servers", "count", "working", "workingCount"],
    explains: .findingsOfError(["record-unknown", "answer-failure-cached"]),
    broken: Example(secondServer: .withoutAddress), fixed: Example()
  ) { evidence in
    evidence.zones.compactMap { zone in
      let denials = evidence.observations.filter { observation in
        observation.role == .host && observation.records == []
          && zone.nameServers.contains {
            $0.name == observation.question.name && $0.addresses.isEmpty
          }
      }
      let names = zone.nameServers.map(\.name).filter { name in
        denials.contains { $0.question.name == name }
      }
      guard !names.isEmpty else { return nil }
      let working = evidence.workingServers(of: zone)
      return Draft(
        severity: working.isEmpty ? .error : .warning,
        arguments: [
          "zone": .name(zone.name), "servers": .names(names), "count": .count(names.count),
          "working": .servers(working), "workingCount": .count(working.count),
        ], evidence: denials)
    }
  }
}
