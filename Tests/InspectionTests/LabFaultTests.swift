import DNS
import Diagnosis
import Inspection
import Lab
import Resolution
import Testing

/// Real servers with one fault each: what annai finds.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LabFaultTests {
  /// Looks at a sender domain of a lab; gives the ids of the causes, those about the zone's faults.
  private func causes(
    _ domain: String, in lab: Lab, resolver: String? = nil
  ) async throws -> (ids: Set<String>, verdict: Verdict) {
    let name = try DNSName(domain)
    let hints = try #require(IPAddress(lab.root))
    let resolver = try #require(IPAddress(resolver ?? lab.resolver.address))
    let settings = Inspector.Settings(
      resolvers: [ServerAddress(resolver, port: lab.port)],
      rootHints: RootHints(
        servers: [NameServer(try DNSName("a.root-servers.net"), addresses: [hints])]),
      port: lab.port, timeout: .seconds(20))
    let evidence = try await Inspector(settings: settings).evidence(
      of: name, registrable: try #require(PublicSuffixList.registrableDomain(of: name)),
      expected: try Self.expected(name))
    let verdict = Verdict(evidence)
    return (Set(verdict.findings.filter { !$0.isConsequence }.map(\.id.rawValue)), verdict)
  }

  private static func expected(_ domain: DNSName) throws -> [ExpectedRecord] {
    [
      ExpectedRecord(
        id: "mx", purpose: .mx, name: domain, type: .mx, value: "mxbiz1.qq.com.", priority: 10),
      ExpectedRecord(
        id: "spf", purpose: .spf, name: domain, type: .txt,
        value: "v=spf1 include:qcloudmail.com ~all"),
      ExpectedRecord(
        id: "dkim", purpose: .dkim, name: try DNSName("qcloud._domainkey").appending(domain),
        type: .txt, value: LabZone.dkim.joined()),
      ExpectedRecord(
        id: "dmarc", purpose: .dmarc, name: try DNSName("_dmarc").appending(domain), type: .txt,
        value: "v=DMARC1; p=none"),
    ]
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
