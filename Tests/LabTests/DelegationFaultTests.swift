import Lab
import Testing

/// What `dig` must see of the domains whose delegation is at fault.
@Suite(.serialized) struct DelegationFaultTests {
  static let hostNS = StandardZoneTests.hostNS
  static let mx = StandardZoneTests.mx
  static let dkim = "qcloud._domainkey"

  static let rows = [
    // Parent and child disagree about the servers.
    Row(.first, "parentchild.com", "NS", "NOERROR", ["f1g1ns1.dnspod.net."]),
    Row(.second, "parentchild.com", "MX", "NOERROR", mx),
    // Below each cut the record is missing, to the resolver too.
    Row(.resolver, "subzone.com", "MX", "NOERROR", mx),
    Row(.resolver, "\(dkim).subzone.com", "TXT", "NXDOMAIN", []),
    Row(.resolver, "_dmarc.subzone.com", "TXT", "NOERROR", []),
    Row(.resolver, "mail.subzone.com", "MX", "NOERROR", []),
    Row(.resolver, "\(dkim).mail.subzone.com", "TXT", "NXDOMAIN", []),
    Row(.second, "\(dkim).subzone.com", "TXT", "NXDOMAIN", []),
    Row(.second, "_dmarc.subzone.com", "TXT", "NOERROR", []),
    Row(.second, "subzone.com", "MX", "REFUSED", []),
    // The zone's own address of ns2 is another one than the registry's.
    Row(.first, "ns2.gluewrong.com", "A", "NOERROR", ["127.53.10.4"]),
    Row(.resolver, "gluewrong.com", "MX", "NOERROR", mx),
    // A server's name without an address hides behind the other server.
    Row(.resolver, "nowhere.dnspod.net", "A", "NXDOMAIN", []),
    Row(.resolver, "noaddress.com", "MX", "NOERROR", mx),
    Row(.resolver, "lostns.com", "MX", "SERVFAIL", []),
    Row(.first, "lostns.com", "MX", "NOERROR", mx),
    Row(.first, "alias.dnspod.net", "CNAME", "NOERROR", ["f1g1ns1.dnspod.net."]),
    Row(.resolver, "nsalias.com", "MX", "NOERROR", mx),
    Row(.resolver, "deserted.dnspod.net", "A", "NOERROR", ["127.53.10.200"]),
    Row(.resolver, "deserted.com", "MX", "NOERROR", mx),
    // Each server could answer if its address could be found.
    Row(.first, "loopa.com", "MX", "NOERROR", mx),
    Row(.first, "loopb.com", "MX", "NOERROR", mx),
    Row(.first, "upward.co.id", "MX", "NOERROR", mx),
    Row(.resolver, "upward.co.id", "MX", "NOERROR", mx),
  ]

  @Test func digSeesEachDelegationAsIntended() async throws {
    try await Lab.run { lab in
      for row in Self.rows { try await row.check(in: lab) }
    }
  }

  @Test func comNamesTheServers() async throws {
    try await Lab.run { lab in
      for (domain, targets) in [
        ("parentchild.com", Self.hostNS),
        ("subzone.com", ["f1g1ns1.dnspod.net."]),
        ("gluewrong.com", ["ns1.gluewrong.com.", "ns2.gluewrong.com."]),
        ("noaddress.com", ["f1g1ns1.dnspod.net.", "nowhere.dnspod.net."]),
        ("lostns.com", ["alias.dnspod.net.", "nowhere.dnspod.net."]),
        ("nsalias.com", ["alias.dnspod.net.", "f1g1ns1.dnspod.net."]),
        ("deserted.com", ["deserted.dnspod.net.", "f1g1ns1.dnspod.net."]),
        ("loopa.com", ["ns.loopb.com."]), ("loopb.com", ["ns.loopa.com."]),
        ("upward.co.id", Self.hostNS),
      ] {
        let referral = try await lab.dig(domain, "MX", at: lab.tld)
        #expect(referral.targets == targets, "\(domain)")
        #expect(!referral.flags.contains("aa"), "\(domain)")
      }
      let glue = try await Dig().run(
        ["@\(lab.tld)", "-p", "\(lab.port)", "gluewrong.com", "+noall", "+additional"])
      #expect(glue.contains("127.53.10.3"))
      #expect(glue.contains("127.53.10.200"))
      #expect(!glue.contains("127.53.10.4"))
    }
  }

  @Test func theFirstServerRefersToZonesBelow() async throws {
    try await Lab.run { lab in
      for (name, cut) in [
        ("\(Self.dkim).subzone.com", "_domainkey.subzone.com."),
        ("_dmarc.subzone.com", "_dmarc.subzone.com."),
        ("mail.subzone.com", "mail.subzone.com."),
        ("\(Self.dkim).mail.subzone.com", "mail.subzone.com."),
      ] {
        let referral = try await lab.dig(name, "TXT", at: lab.authoritative1)
        #expect(referral.status == "NOERROR", "\(name)")
        #expect(!referral.flags.contains("aa"), "\(name)")
        #expect(referral.answers.isEmpty, "\(name)")
        #expect(referral.owners == [cut], "\(name)")
        #expect(referral.targets == ["f1g1ns2.dnspod.net."], "\(name)")
      }
    }
  }

  @Test func theSecondServerRefersUpwards() async throws {
    try await Lab.run { lab in
      let upward = try await lab.dig("upward.co.id", "SOA", at: lab.authoritative2)
      #expect(upward.status == "NOERROR")
      #expect(!upward.flags.contains("aa"))
      #expect(upward.answers.isEmpty)
      #expect(upward.owners == ["co.id."])
    }
  }

  /// BIND takes twelve seconds to give up.
  @Test func theResolverIsLostBetweenTwoZones() async throws {
    try await Lab.run { lab in
      await #expect(throws: LabError.self) {
        _ = try await lab.dig("loopa.com", "MX", options: ["+tries=1", "+time=1"])
      }
    }
  }

  @Test func whereNobodyListensTheSystemRefuses() async throws {
    try await Lab.run { lab in
      let error = await #expect(throws: LabError.self) {
        _ = try await lab.dig("deserted.com", "MX", at: lab.addresses.deserted)
      }
      #expect(error?.description.contains("connection refused") == true)
    }
  }

  @Test func eachLabelOfAChainIsAZoneOfItsOwn() async throws {
    let depth: UInt8 = 25
    let zones: @Sendable (LabAddresses) -> [LabZone] = { LabZone.chained($0, depth: depth) }
    try await Lab.run(zones: zones) { lab in
      let name = String(repeating: "a.", count: Int(depth)) + "chain.com"
      for number in 0..<depth {
        let referral = try await lab.dig(name, "MX", at: lab.addresses.further(number))
        #expect(!referral.flags.contains("aa"))
        #expect(referral.owners == [name.dropFirst(2 * Int(depth - number - 1)) + "."])
      }
      let reply = try await lab.dig(name, "MX", at: lab.addresses.further(depth))
      #expect(reply.answers == Self.mx)
      #expect(reply.flags.contains("aa"))
      #expect(try await lab.dig(name, "MX", at: lab.tld).owners == ["chain.com."])
    }
  }
}
