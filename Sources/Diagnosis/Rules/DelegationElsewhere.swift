import DNS
import Registration

extension Rule {
  /// The records stand in a zone at another DNS host than the one that the domain is delegated to.
  static let delegationElsewhere = Rule(
    "delegation-elsewhere", layer: .delegation, severity: .error, references: ["RFC 1034 4.2"],
    arguments: [
      "domain", "delegatedServers", "delegatedHost", "editedServers", "editedHost", "foundThere",
    ],
    explains: .findings(consequencesOfDamage.union(["service-partly-verified"])),
    broken: Example(without: "_dmarc", elsewhere: Example.healthyZone), fixed: Example()
  ) { evidence in
    // A registrar's stand-in servers, as after a suspension, are nobody's choice.
    guard evidence.delegation == .present,
      StandInServers.entry(for: evidence.nameServers.map(\.name)) == nil
    else { return [] }
    // Only what the delegated servers do not have proves that the other zone is the one edited.
    let absent = evidence.expected(.missing).map(\.record)
    let there = evidence.observations.filter { $0.role == .undelegated }
      .filter { $0.answer?.isAuthoritative == true }
    let found = absent.compactMap { record -> (ExpectedRecord, [Observation])? in
      let right = there.filter { $0.question == record.question }
        .filter { record.state(in: $0) == .match }
      return right.isEmpty ? nil : (record, right)
    }
    let hosts = Dictionary(grouping: found.flatMap(\.1)) { observation in
      Evidence.domains(of: observation.server.map { [$0] } ?? []).first ?? observation.address
    }
    return hosts.sorted { $0.key < $1.key }.map { host, observations in
      let servers = Set(observations.compactMap(\.server)).sorted()
      let questions = absent.map(\.question).filter { question in
        observations.contains { $0.question == question }
      }
      return Draft(
        arguments: [
          "domain": .name(evidence.zone),
          "delegatedServers": .names(evidence.nameServers.map(\.name).sorted()),
          "delegatedHost": .text(evidence.hostDomains.joined(separator: ", ")),
          "editedServers": .names(servers), "editedHost": .text(host),
          "foundThere": .records(questions),
        ], evidence: observations)
    }
  }
}
