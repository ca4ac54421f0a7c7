import DNS

extension Rule {
  /// A server that the delegation names answers, but not for the zone.
  static let serverLame = Rule(
    "server-lame", layer: .servers, severity: .error,
    references: ["RFC 9499 7", "RFC 1912 2.8"],
    arguments: ["zone", "servers", "count", "kind", "working", "workingCount"],
    explains: .findingsOfError(["record-unknown", "answer-failure-cached"]),
    broken: Example(secondServer: .refusing), fixed: Example()
  ) { evidence in
    evidence.zones.compactMap { zone in
      let lame = evidence.serverStates(of: zone).filter { $0.state.isLame }
      guard !lame.isEmpty else { return nil }
      let words = Set(lame.map(\.state.word))
      let working = evidence.workingServers(of: zone)
      return Draft(
        severity: working.isEmpty ? .error : .warning,
        arguments: [
          "zone": .name(zone.name), "servers": .servers(lame.map(\.observation.serverAsked)),
          "count": .count(lame.count),
          "kind": .text(words.count == 1 ? words.first ?? "mixed" : "mixed"),
          "working": .servers(working), "workingCount": .count(working.count),
        ], evidence: lame.map(\.observation))
    }
  }
}
