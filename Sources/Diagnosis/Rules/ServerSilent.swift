import DNS

extension Rule {
  /// A server that the delegation names gives no answer at all, while the zone above does.
  static let serverSilent = Rule(
    "server-silent", layer: .servers, severity: .error, references: ["RFC 1034 4.1"],
    arguments: ["zone", "servers", "count", "tries", "working", "workingCount"],
    explains: .findingsOfError(["record-unknown", "answer-failure-cached"]),
    broken: Example(secondServer: .silent), fixed: Example()
  ) { evidence in
    evidence.zones.compactMap { zone in
      let silent = evidence.serverStates(of: zone).filter { $0.state == .silent }
        .map(\.observation)
      guard !silent.isEmpty else { return nil }
      let questions = evidence.observations.count {
        $0.role == .authoritative && $0.address == silent.first?.address
      }
      let working = evidence.workingServers(of: zone)
      return Draft(
        severity: working.isEmpty ? .error : .warning,
        arguments: [
          "zone": .name(zone.name), "servers": .servers(silent.map(\.serverAsked)),
          "count": .count(silent.count), "tries": .count(questions),
          "working": .servers(working), "workingCount": .count(working.count),
        ], evidence: silent)
    }
  }
}
