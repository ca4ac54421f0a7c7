import DNS
import Diagnosis
import Foundation
import Lab
import RegistryLab
import Testing

/// Every finding on real servers: its broken example is served, and what is found must be what the
/// example claims, no more and no less; put right, there is nothing to find.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ExampleScenarioTests {
  private static let worlds = ExampleWorld.all()

  /// Consequences on real servers where they are not those of the example.
  private static let consequences: [FindingID: Set<String>] = [
    // The validating resolver of the lab refuses expired signatures; that of the example does not.
    "dnssec-signature-expired": ["dnssec-bogus"],
    // The servers of the lower zone say that it is empty; in the example nobody asks them.
    "subzone-hides-record": ["dkim-missing"],
  ]

  @Test func everyRuleHasAScenario() {
    #expect(Self.worlds.filter(\.isBroken).map(\.id) == Rule.all.map(\.id))
    for stage in ExampleWorld.Stage.allCases {
      #expect(Self.worlds.contains { $0.stage == stage }, "\(stage)")
    }
  }

  @Test func whatIsNoDomainName() throws {
    for world in Self.worlds where world.stage == .nowhere {
      let verdict = Verdict(Evidence(refusing: try #require(world.typed), at: 1_795_248_000))
      #expect(verdict.findings.map(\.id) == [world.id])
      #expect(verdict.status == .problems)
    }
  }

  @Test func serversThatDoHarm() async throws { try await compare(.faulty) }

  @Test func signedZones() async throws { try await compare(.validating, validating: true) }

  @Test func aNetworkThatLetsNoDNSOut() async throws {
    // The resolver of this network says something, if nothing useful.
    try await compare(
      .blocked,
      faults: [LabFault(.silent, at: .root), LabFault(.responseCode(.refused), at: .resolver)])
  }

  @Test func noNetwork() async throws {
    try await compare(.silent, faults: LabFault.everywhere(.silent))
  }

  /// Looks at every example of a stage.
  private func compare(
    _ stage: ExampleWorld.Stage, faults: [LabFault] = [], validating: Bool = false
  ) async throws {
    let worlds = Self.worlds.filter { $0.stage == stage }
    let lab = try await Lab(
      zones: { ExampleWorld.zones(worlds, $0) }, faults: faults + worlds.flatMap(\.faults),
      validating: validating, within: .seconds(60))
    defer { lab.stop() }
    try await LoopbackServer.serving({ question in
      let name = HTTP.path(question).split(separator: "/").last.map(String.init) ?? ""
      // Made now: an answer tells the time.
      return worlds.first { $0.domain == name }?.registryAnswer
        ?? HTTP.answer("404 Not Found", RDAPFixtures.notFound)
    }) { registry in
      for world in worlds {
        let look = try await world.look(in: lab, registry: registry)
        try judge(world, look)
      }
    }
  }

  private func judge(_ world: ExampleWorld, _ look: LabLook) throws {
    let claim = try world.claim()
    let causes = Set(claim.findings.filter { !$0.isConsequence }.map(\.id.rawValue))
    let consequences = Set(claim.findings.filter(\.isConsequence).map(\.id.rawValue))
    let seen = Set(look.verdict.findings.filter(\.isConsequence).map(\.id.rawValue))
    let expected = world.isBroken ? Self.consequences[world.id] : nil
    #expect(look.causes == causes, "\(world.domain)")
    #expect(seen == expected ?? consequences, "\(world.domain)")
    #expect(look.verdict.status == claim.status, "\(world.domain)")
    if !world.isBroken {
      #expect(look.verdict.findings.allSatisfy { $0.severity == .info }, "\(world.domain)")
    }
  }
}
