import DNS

extension Rule {
  /// A server answers only when it is asked without EDNS.
  static let ednsBroken = Rule(
    "edns-broken", layer: .servers, severity: .warning, references: ["RFC 6891 7"],
    arguments: ["zone", "servers", "count"],
    broken: Example(secondServer: .withoutEDNS), fixed: Example()
  ) { evidence in
    evidence.zones.compactMap { zone in
      let broken = evidence.serverStates(of: zone).map(\.observation).filter { observation in
        // One lost packet proves nothing: every answer of the server must have come this way.
        let answers = evidence.observations.filter {
          $0.role == .authoritative && $0.address == observation.address
        }.compactMap(\.answer)
        return answers.count > 1
          && answers.allSatisfy { $0.edns == .refused || $0.edns == .unanswered }
      }
      guard !broken.isEmpty else { return nil }
      return Draft(
        arguments: [
          "zone": .name(zone.name), "servers": .servers(broken.map(\.serverAsked)),
          "count": .count(broken.count),
        ], evidence: broken)
    }
  }
}
