import DNS
import Diagnosis
import Inspection
import Lab
import RegistryLab
import Resolution
import Testing

/// Real servers and resolvers that answer in the wrong way, or in other ways to others.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LabDeliveryTests {
  @Test func anotherHostAnotherAccountAndAnOldDelegation() async throws {
    try await Lab.run(zones: LabZone.withMistakes) { lab in
      let elsewhere = try await LabLook("delegation-elsewhere.com", in: lab) { settings in
        let host = try DNSName("f1g1ns2.dnspod.net")
        settings.hostServers = { [host] }
      }
      #expect(elsewhere.causes == ["delegation-elsewhere"])
      #expect(elsewhere.ids.contains("dkim-missing"))
      let unknownHost = try await LabLook("delegation-elsewhere.com", in: lab)
      #expect(unknownHost.causes == ["dkim-missing"])

      let account = try await LabLook("healthy.com", in: lab) { settings in
        settings.editedZone = EditedZone(nameServers: [try DNSName("f1g1ns7.dnspod.net")])
      }
      #expect(account.causes == ["delegation-other-account"])

      #expect(try await LabLook("delegation-changing.com", in: lab).ids.isEmpty)
      let moved = try lab.records("com", on: .tld).replacing(
        "delegation-changing.com. NS f1g1ns1.dnspod.net.",
        with: "delegation-changing.com. NS f1g1ns3.dnspod.net.")
      try await lab.setZone("com", on: .tld, records: moved)
      try await lab.setZone(
        "delegation-changing.com",
        records: "@ NS f1g1ns3.dnspod.net.\n@ NS f1g1ns2.dnspod.net.\n" + LabZone.sender())
      let changing = try await LabLook("delegation-changing.com", in: lab)
      let told = changing.evidence.observations.filter { $0.question.type == .ns }
      #expect(changing.causes == ["delegation-changing"], "\(told)")
      let wait = try #require(changing.verdict.waitSeconds)
      #expect((1...60).contains(wait))

      #expect(
        try await LabLook("nsalias.com", in: lab).causes.contains("server-name-is-alias"))
      let hidden = try await LabLook("server-address-private.com", in: lab)
      #expect(hidden.causes == ["server-address-private"])
    }
  }

  @Test func anAnswerForAnotherPlaceIsCompared() async throws {
    let lab = try await Lab(
      faults: [LabFault(.distantText("v=spf1 -all"), at: .first, below: "healthy.com")])
    defer { lab.stop() }
    let look = try await LabLook("healthy.com", in: lab)
    #expect(look.causes == ["answers-vary-by-location"])
    #expect(Set(look.verdict.findings.map(\.record)) == ["spf", "dkim", "dmarc"])
    #expect(look.verdict.status == .verified)
  }

  @Test func largeAnswersThatAreLostAreTold() async throws {
    let lab = try await Lab(
      zones: LabZone.withMistakes, faults: [LabFault(.largeLost(overOctets: 1300), at: .second)])
    defer { lab.stop() }
    let look = try await LabLook("large-answers-lost.com", in: lab)
    #expect(look.causes == ["large-answers-lost"])
    #expect(look.verdict.status == .verified)
  }

  @Test func largeAnswersThatArriveAreFine() async throws {
    try await Lab.run(zones: LabZone.withMistakes) { lab in
      let look = try await LabLook("large-answers-lost.com", in: lab)
      #expect(look.ids.isEmpty, "\(look.ids)")
      #expect(look.evidence.observations.contains { $0.role == .large && $0.answer != nil })
    }
  }

  @Test func anExpiredSignatureIsTold() async throws {
    let lab = try await Lab(validating: true)
    defer { lab.stop() }
    let validator = try #require(lab.validator).address
    let look = try await LabLook("expired.com", in: lab, resolver: validator)
    #expect(look.causes == ["dnssec-signature-expired"])
    #expect(look.ids.contains("dnssec-bogus"))
    let sound = try await LabLook("signed.com", in: lab, resolver: validator)
    #expect(sound.ids.isEmpty, "\(sound.ids)")
    #expect(sound.evidence.observations.contains { $0.role == .signed && $0.answer != nil })
  }

  @Test func aNameInBetweenThatIsDeniedIsTold() async throws {
    let lab = try await Lab(
      faults: [LabFault(.denied("_domainkey.healthy.com"), at: .second)])
    defer { lab.stop() }
    let look = try await LabLook("healthy.com", in: lab)
    #expect(look.causes == ["server-denies-empty-name"])
  }

  @Test(arguments: [("198.51.100.9", "rewriting"), ("10.1.1.1", "captivePortal")])
  func aResolverThatInventsAnswersIsNotBelieved(address: String, kind: String) async throws {
    let lab = try await Lab(faults: [LabFault(.inventing(address), at: .resolver)])
    defer { lab.stop() }
    let own = try #require(IPAddress(lab.resolver.address))
    let other = try #require(IPAddress(lab.addresses.resolver))
    let look = try await LabLook("healthy.com", in: lab) { settings in
      settings.ownResolvers = [ServerAddress(own, port: lab.port)]
      settings.resolvers.append(ServerAddress(other, port: lab.port))
    }
    #expect(look.causes == ["resolver-untrustworthy"])
    #expect(look.verdict.findings.first?.arguments["kind"] == .text(kind))
    #expect(look.verdict.status == .verified)
  }

  @Test func aSilentTopOfTheDNSIsNoFaultOfTheDomain() async throws {
    let lab = try await Lab(faults: [
      LabFault(.silent, at: .root), LabFault(.responseCode(.refused), at: .resolver),
    ])
    defer { lab.stop() }
    let own = try #require(IPAddress(lab.resolver.address))
    let look = try await LabLook("healthy.com", in: lab) { settings in
      settings.ownResolvers = [ServerAddress(own, port: lab.port)]
    }
    #expect(look.causes == ["port53-blocked"])
    #expect(look.verdict.status == .unknown)
  }

  @Test func withoutAnyAnswerThereIsNoNetwork() async throws {
    let lab = try await Lab(faults: LabFault.everywhere(.silent))
    defer { lab.stop() }
    let look = try await LabLook("healthy.com", in: lab)
    #expect(look.causes == ["network-unreachable"])
    #expect(look.verdict.status == .unknown)
  }

  @Test(arguments: [(-86_400, "clock-wrong"), (290, "dnssec-signature-expired")])
  func theRegistryTellsTheTimeWhenSignaturesSeemExpired(
    offset: Int, cause: String
  ) async throws {
    let lab = try await Lab(validating: true)
    defer { lab.stop() }
    let validator = try #require(lab.validator).address
    try await LoopbackServer.serving({ _ in
      HTTP.ok(RDAPFixtures.domain("EXPIRED.COM"), [HTTP.date(secondsAgo: offset)])
    }) { registry in
      let inquiry = RegistrationInquiry(.auto, settings: RegistrationTests.services(registry))
      let look = try await LabLook("expired.com", in: lab, resolver: validator) {
        $0.registration = inquiry
      }
      #expect(look.causes == [cause])
      // In time, nobody asks.
      let sound = try await LabLook("signed.com", in: lab, resolver: validator) {
        $0.registration = inquiry
      }
      #expect(sound.ids.isEmpty, "\(sound.ids)")
      #expect(sound.evidence.registration == nil)
    }
  }

  @Test func aResolverThatAcceptsSignaturesTellsTheTimeToo() async throws {
    let lab = try await Lab(validating: true)
    defer { lab.stop() }
    let validator = try #require(lab.validator).address
    let look = try await LabLook("signed.com", in: lab, resolver: validator)
    for (days, direction) in [(400, "ahead"), (-400, "behind")] {
      // The same answers, heard by a machine that lives at another time.
      var evidence = look.evidence
      evidence.checkedAt += days * 86_400
      let causes = Verdict(evidence).findings.filter { !$0.isConsequence }
      #expect(causes.map(\.id) == ["clock-wrong"])
      #expect(causes.first?.arguments["proof"] == .text("signature"))
      #expect(causes.first?.arguments["direction"] == .text(direction))
    }
  }
}
