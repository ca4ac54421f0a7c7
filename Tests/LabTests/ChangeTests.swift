import Lab
import Testing

@Suite struct ChangeTests {
  private static let added = LabZone.dkimRecord(at: "qcloud._domainkey")

  @Test func aChangedZoneIsServedByBothServers() async throws {
    try await Lab.run { lab in
      let name = "qcloud._domainkey.nodkim.com"
      for address in [lab.authoritative1, lab.authoritative2] {
        #expect(try await lab.dig(name, "TXT", at: address).status == "NXDOMAIN")
      }
      try await lab.setZone("nodkim.com", records: try lab.records("nodkim.com") + Self.added)
      for address in [lab.authoritative1, lab.authoritative2] {
        #expect(try await lab.dig(name, "TXT", at: address).answers.count == 1)
        let soa = try await lab.dig("nodkim.com", "SOA", at: address).answers
        #expect(soa == ["f1g1ns1.dnspod.net. hostmaster.lab. 8 60 60 3600 60"])
      }
    }
  }

  @Test func manyChangesInARowAreAllServed() async throws {
    try await Lab.run { lab in
      for round in 1...10 {
        let text = "@ TXT \"round \(round)\"\n"
        try await lab.setZone("nospf.com", on: .first, records: LabZone.hostedNS + text)
        let reply = try await lab.dig("nospf.com", "TXT", at: lab.authoritative1)
        #expect(reply.answers == ["\"round \(round)\""])
      }
    }
  }

  @Test func aChangeOnOneServerLeavesTheOther() async throws {
    try await Lab.run { lab in
      let records = LabZone.hostedNS + LabZone.sender(without: [.mx])
      try await lab.setZone("healthy.com", on: .second, records: records)
      let first = try await lab.dig("healthy.com", "MX", at: lab.authoritative1)
      let second = try await lab.dig("healthy.com", "MX", at: lab.authoritative2)
      #expect(first.answers.count == 2)
      #expect(second.answers.isEmpty)
    }
  }

  @Test func aRegistryCanDelegateAndTakeBack() async throws {
    try await Lab.run { lab in
      let before = try lab.records("com", on: .tld)
      #expect(try await lab.dig("hold.com", "MX").status == "NXDOMAIN")
      try await lab.setZone("com", on: .tld, records: before + "hold NS f1g1ns1.dnspod.net.\n")
      // The resolver still knows what it was told before.
      #expect(try await lab.dig("hold.com", "MX").status == "NXDOMAIN")
      try await lab.flushResolver()
      #expect(try await lab.dig("hold.com", "MX").answers.count == 2)
      try await lab.setZone("com", on: .tld, records: before)
      try await lab.flushResolver()
      #expect(try await lab.dig("hold.com", "MX").status == "NXDOMAIN")
    }
  }

  @Test func aZoneCanBeAddedToAServer() async throws {
    try await Lab.run { lab in
      #expect(
        try await lab.dig("lame.com", "MX", at: lab.authoritative2).status == "REFUSED")
      let records = LabZone.hostedNS + LabZone.sender()
      try await lab.setZone("lame.com", records: records)
      for address in [lab.authoritative1, lab.authoritative2] {
        #expect(try await lab.dig("lame.com", "MX", at: address).answers.count == 2)
      }
      #expect(try await lab.dig("lame.com", "MX").answers.count == 2)
      #expect(try lab.records("lame.com") == records)
    }
  }

  @Test func aZoneThatNobodyHoldsHasNoRecords() async throws {
    try await Lab.run { lab in
      #expect(throws: LabError.self) { try lab.records("lame.com") }
    }
  }

  @Test func labsRunSideBySide() async throws {
    try await Lab.run { one in
      try await Lab.run { other in
        #expect(one.port != other.port)
        try await one.setZone("nomx.com", records: LabZone.hostedNS + LabZone.sender())
        #expect(try await one.dig("nomx.com", "MX").answers.count == 2)
        #expect(try await other.dig("nomx.com", "MX").answers.isEmpty)
      }
      #expect(try await one.dig("healthy.com", "MX").answers.count == 2)
    }
  }

  @Test func anotherBlockHasOtherAddresses() async throws {
    try await Lab.run(block: 77) { lab in
      #expect(lab.authoritative1 == "127.53.77.3")
      let reply = try await lab.dig("f1g1ns1.dnspod.net", "A")
      #expect(reply.answers == ["127.53.77.3"])
      #expect(try await lab.dig("healthy.com", "MX").answers.count == 2)
    }
  }
}
