import DNS
import Lab
import Testing

/// What `dig` must see of servers behind dnsdist.
@Suite struct FaultTests {
  private static let mx = StandardZoneTests.mx

  /// One try of one second; nil when nothing usable came.
  private func ask(
    _ name: String, _ type: String = "MX", at address: String, in lab: Lab, _ options: String...
  ) async throws -> DigReply? {
    do {
      let patience = ["+tries=1", "+time=1"]
      return try await lab.dig(name, type, at: address, options: patience + options)
    } catch LabError.digFailed(let status, _) where status == 9 {
      return nil
    }
  }

  /// How long a question takes at least and at most, the start of `dig` included.
  private func time(_ body: () async throws -> Void) async throws -> Duration {
    try await ContinuousClock().measure { try await body() }
  }

  @Test func aFrontWithoutAFaultForTheNameIsUnseen() async throws {
    try await Lab.run(faults: [LabFault(.silent, at: .first, below: "nomx.com")]) { lab in
      for row in StandardZoneTests.infrastructure + StandardZoneTests.sound {
        try await row.check(in: lab)
      }
      for row in StandardZoneTests.faulty where !row.name.hasSuffix("nomx.com") {
        try await row.check(in: lab)
      }
      // Nor for a name that only ends alike.
      let name = "big.qcloudmail.com"
      let cut = try await lab.dig(
        name, "TXT", at: lab.authoritative1, options: ["+bufsize=1232", "+ignore"])
      #expect(cut.flags.contains("tc"))
      let whole = try await lab.dig(name, "TXT", at: lab.authoritative1, options: ["+tcp"])
      #expect(whole.answers.count == 60)
    }
  }

  @Test func silenceAndLossesByNameAndProtocol() async throws {
    let faults = [
      LabFault(.silent, at: .first, below: "healthy.com"),
      LabFault(.udpSilent, at: .first, below: "spf2.com"),
      LabFault(.tcpClosed, at: .first, below: "nodkim.com"),
      LabFault(.truncated, at: .first, below: "nospf.com"),
      LabFault(.largeLost(overOctets: 1000), at: .first, below: "qcloudmail.com"),
    ]
    try await Lab.run(faults: faults) { lab in
      let first = lab.authoritative1
      #expect(try await ask("healthy.com", at: first, in: lab) == nil)
      #expect(try await ask("_dmarc.healthy.com", "TXT", at: first, in: lab) == nil)
      #expect(try await ask("healthy.com", at: first, in: lab, "+tcp") == nil)
      #expect(try await ask("healthy.com", at: lab.authoritative2, in: lab)?.answers == Self.mx)
      #expect(try await ask("healthy.cn", at: first, in: lab)?.answers == Self.mx)
      // The resolver finds the other server.
      #expect(try await lab.dig("healthy.com", "MX").answers == Self.mx)

      #expect(try await ask("spf2.com", at: first, in: lab) == nil)
      #expect(try await ask("spf2.com", at: first, in: lab, "+tcp")?.answers == Self.mx)

      #expect(try await ask("nodkim.com", at: first, in: lab)?.answers == Self.mx)
      #expect(try await ask("nodkim.com", at: first, in: lab, "+tcp") == nil)

      let cut = try #require(try await ask("nospf.com", at: first, in: lab, "+ignore"))
      #expect(cut.flags.contains("tc"))
      #expect(cut.answers.isEmpty)
      #expect(try await ask("nospf.com", at: first, in: lab, "+tcp")?.answers == Self.mx)

      let big = "big.qcloudmail.com"
      #expect(try await ask(big, "TXT", at: first, in: lab, "+bufsize=4096") == nil)
      let small = try await ask(big, "TXT", at: first, in: lab, "+bufsize=512", "+ignore")
      #expect(small?.flags.contains("tc") == true)
      let whole = try await ask(big, "TXT", at: first, in: lab, "+tcp")
      #expect(whole?.answers.count == 60)
      #expect(try await ask("qcloudmail.com", "TXT", at: first, in: lab)?.answers.count == 1)
    }
  }

  @Test func codesAndEDNS() async throws {
    let faults = [
      LabFault(.responseCode(.refused), at: .first, below: "healthy.com"),
      LabFault(.responseCode(.servFail), at: .second, below: "healthy.com"),
      LabFault(.ednsRefused(.formErr), at: .first, below: "spf2.com"),
      LabFault(.ednsRefused(.notImp), at: .second, below: "spf2.com"),
      LabFault(.ednsSilent, at: .first, below: "nodkim.com"),
    ]
    try await Lab.run(faults: faults) { lab in
      let first = lab.authoritative1
      let second = lab.authoritative2
      for options in [[], ["+tcp"]] {
        let refused = try await lab.dig("healthy.com", "MX", at: first, options: options)
        #expect(refused.status == "REFUSED")
        #expect(!refused.flags.contains("aa"))
        let failed = try await lab.dig("healthy.com", "MX", at: second, options: options)
        #expect(failed.status == "SERVFAIL")
        for (address, status) in [(first, "FORMERR"), (second, "NOTIMP")] {
          let fixed = ["+noedns"] + options
          let plain = try await lab.dig("spf2.com", "MX", at: address, options: fixed)
          #expect(plain.answers == Self.mx)
          let extended = try await lab.dig(
            "spf2.com", "MX", at: address, options: ["+edns=0", "+nobadcookie"] + options)
          #expect(extended.status == status)
          #expect(extended.answers.isEmpty)
        }
      }
      #expect(try await lab.dig("healthy.com", "MX").status == "SERVFAIL")
      #expect(try await ask("nodkim.com", at: first, in: lab) == nil)
      #expect(try await ask("nodkim.com", at: first, in: lab, "+tcp") == nil)
      #expect(try await ask("nodkim.com", at: first, in: lab, "+noedns")?.answers == Self.mx)
      let plain = try await ask("nodkim.com", at: first, in: lab, "+noedns", "+tcp")
      #expect(plain?.answers == Self.mx)
    }
  }

  @Test func delaysInFrontOfEveryServer() async throws {
    let delay = Duration.milliseconds(200)
    let faults = LabFault.everywhere(.delay(milliseconds: 200))
    try await Lab.run(faults: faults) { lab in
      let addresses = [
        lab.root, lab.tld, lab.authoritative1, lab.authoritative2,
        lab.addresses.authoritative3, lab.addresses.authoritative4, lab.resolver.address,
      ]
      for address in addresses {
        for options in [[], ["+tcp"]] {
          let taken = try await time {
            _ = try await lab.dig("healthy.com", "MX", at: address, options: options)
          }
          #expect(taken >= delay, "\(address) \(options)")
        }
      }
      // A name that nobody has asked for yet costs the resolver more than its own delay.
      let taken = try await time {
        let reply = try await lab.dig("healthy.cn", "MX")
        #expect(reply.answers == Self.mx)
      }
      #expect(taken >= delay * 3)
    }
  }

  @Test func oneOfFourAddressesIsSilent() async throws {
    try await Lab.run(faults: [LabFault(.silent, at: .fourth, below: "four.com")]) { lab in
      let addresses = lab.addresses
      for address in [addresses.authoritative1, addresses.authoritative2, addresses.authoritative3]
      {
        #expect(try await ask("four.com", at: address, in: lab)?.answers == Self.mx)
      }
      #expect(try await ask("four.com", at: addresses.authoritative4, in: lab) == nil)
      #expect(
        try await ask("healthy.com", at: addresses.authoritative4, in: lab)?.answers == Self.mx)
      let found = try await lab.dig("four.com", "MX")
      #expect(found.answers == Self.mx)
    }
  }

  @Test func aDelayAlsoHoldsForFaultyAnswers() async throws {
    let faults = [
      LabFault(.responseCode(.refused), at: .first),
      LabFault(.delay(milliseconds: 200), at: .first),
    ]
    try await Lab.run(faults: faults) { lab in
      let taken = try await time {
        let reply = try await lab.dig("healthy.com", "MX", at: lab.authoritative1)
        #expect(reply.status == "REFUSED")
      }
      #expect(taken >= .milliseconds(200))
    }
  }

  @Test func aLabStartsAlthoughAllItsServersAreSilent() async throws {
    try await Lab.run(faults: LabFault.everywhere(.silent)) { lab in
      let root = try await ask(".", "SOA", at: lab.root, in: lab)
      #expect(root == nil)
      let resolver = try await ask("healthy.com", at: lab.resolver.address, in: lab)
      #expect(resolver == nil)
    }
  }

  @Test func bogusZonesAndFaultsTogether() async throws {
    let faults = [LabFault(.silent, at: .second)]
    try await Lab.run(faults: faults, validating: true) { lab in
      let address = try #require(lab.validator).address
      let sound = try await lab.dig("signed.com", "MX", at: address, options: ["+time=8"])
      #expect(sound.flags.contains("ad"))
      #expect(sound.answers == Self.mx)
      let bogus = try await lab.dig("bogus.com", "TXT", at: address, options: ["+time=8"])
      #expect(bogus.status == "SERVFAIL")
      #expect(!bogus.extendedErrors.isEmpty)
    }
  }
}
