import DNS
import Diagnosis
import Lab
import Testing

/// Real servers with one fault each: what annai finds.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LabFaultTests {
  /// Looks at a sender domain of a lab; gives the ids of the causes, those about the zone's faults.
  private func causes(
    _ domain: String, in lab: Lab, resolver: String? = nil
  ) async throws -> (ids: Set<String>, verdict: Verdict) {
    let look = try await LabLook(domain, in: lab, resolver: resolver)
    return (look.causes, look.verdict)
  }

  @Test func everyFaultOfADelegationIsFound() async throws {
    try await Lab.run { lab in
      let faults = [
        ("healthy.com", nil), ("lame.com", "server-lame"), ("halflame.com", "server-lame"),
        ("mismatch.com", "servers-disagree"), ("parentchild.com", "delegation-mismatch"),
        ("noaddress.com", "server-unresolvable"), ("lostns.com", "server-unresolvable"),
        ("gluewrong.com", "server-glue-mismatch"), ("subzone.com", "subzone-hides-record"),
        ("cnameloop.com", "cname-loop"), ("dangling.com", "cname-dangling"),
      ]
      for (domain, id) in faults {
        let found = try await causes(domain, in: lab).ids
        if let id {
          #expect(found.contains(id), "\(domain): \(found)")
        } else {
          #expect(found.isEmpty, "\(domain): \(found)")
        }
      }
    }
  }

  @Test func faultsOfSignaturesAreToldApartFromDeadServers() async throws {
    let lab = try await Lab(validating: true)
    defer { lab.stop() }
    let validator = try #require(lab.validator).address
    let stale = try await causes("staleds.com", in: lab, resolver: validator).ids
    #expect(stale.contains("dnssec-stale-ds") && !stale.contains("dnssec-bogus"), "\(stale)")
    let bogus = try await causes("bogus.com", in: lab, resolver: validator).ids
    #expect(bogus.contains("dnssec-bogus"), "\(bogus)")
    let dead = try await causes("lame.com", in: lab, resolver: validator).ids
    #expect(dead.isDisjoint(with: ["dnssec-bogus", "dnssec-stale-ds"]), "\(dead)")
    let sound = try await causes("signed.com", in: lab, resolver: validator)
    #expect(sound.ids.isDisjoint(with: ["dnssec-bogus", "dnssec-stale-ds"]), "\(sound.ids)")
  }

  @Test func aServerThatIsSilentLeavesTheVerdictToTheOthers() async throws {
    let lab = try await Lab(faults: [LabFault(.silent, at: .second)])
    defer { lab.stop() }
    let (ids, verdict) = try await causes("healthy.com", in: lab)
    #expect(ids == ["server-silent"])
    #expect(verdict.status == .verified)
  }

  @Test func aServerThatRefusesEDNSIsNamed() async throws {
    let lab = try await Lab(faults: [LabFault(.ednsRefused(.formErr), at: .second)])
    defer { lab.stop() }
    #expect(try await causes("healthy.com", in: lab).ids == ["edns-broken"])
  }

  @Test func withoutTCPACutOffAnswerIsNamed() async throws {
    let lab = try await Lab(faults: [
      LabFault(.truncated, at: .second), LabFault(.tcpClosed, at: .second),
    ])
    defer { lab.stop() }
    #expect(try await causes("healthy.com", in: lab).ids.contains("tcp-broken"))
  }
}
