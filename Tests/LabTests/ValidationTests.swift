import Lab
import Testing

/// What `dig` must see of signed zones through a resolver that validates.
@Suite(.serialized) struct ValidationTests {
  private static let key = "qcloud._domainkey"

  /// A name, and whether the validator vouches for it (AD), only passes it on, or calls it bogus.
  private enum Verdict { case secure, insecure, bogus }

  private func judge(_ name: String, _ type: String, _ verdict: Verdict, in lab: Lab) async throws {
    let address = try #require(lab.validator).address
    let reply = try await lab.dig(name, type, at: address)
    let unchecked = try await lab.dig(name, type, at: address, options: ["+cd"])
    let plain = try await lab.dig(name, type)
    let comment: Comment = "\(name) \(type)"
    // Without validation nobody notices anything.
    #expect(plain.status == "NOERROR", comment)
    #expect(!plain.answers.isEmpty, comment)
    #expect(unchecked.status == "NOERROR", comment)
    #expect(unchecked.answers == plain.answers, comment)
    #expect(reply.status == (verdict == .bogus ? "SERVFAIL" : "NOERROR"), comment)
    #expect(reply.answers == (verdict == .bogus ? [] : plain.answers), comment)
    #expect(reply.flags.contains("ad") == (verdict == .secure), comment)
    #expect(reply.extendedErrors.isEmpty == (verdict != .bogus), comment)
    // DNSSEC Indeterminate to NSEC Missing (RFC 8914 §4.6 to §4.13).
    #expect(reply.extendedErrors.allSatisfy { (5...12).contains($0) }, comment)
  }

  @Test func theValidatorTellsSoundFromBogus() async throws {
    try await Lab.run(validating: true) { lab in
      for (name, type) in [("", "MX"), ("", "TXT"), ("_dmarc.", "TXT"), ("\(Self.key).", "TXT")] {
        try await judge("\(name)signed.com", type, .secure, in: lab)
        try await judge("\(name)healthy.com", type, .insecure, in: lab)
        try await judge("\(name)healthy.cn", type, .insecure, in: lab)
        try await judge("\(name)expired.com", type, .bogus, in: lab)
        try await judge("\(name)staleds.com", type, .bogus, in: lab)
        try await judge("\(name)newkey.com", type, .bogus, in: lab)
      }
      // One record of it was changed after signing.
      try await judge("bogus.com", "TXT", .bogus, in: lab)
      try await judge("bogus.com", "MX", .secure, in: lab)
    }
  }

  @Test func deadServersFailWithoutAWordAboutDNSSEC() async throws {
    try await Lab.run(validating: true) { lab in
      let address = try #require(lab.validator).address
      for options in [[], ["+cd"]] {
        let reply = try await lab.dig("lame.com", "MX", at: address, options: options)
        #expect(reply.status == "SERVFAIL")
        #expect(reply.extendedErrors.allSatisfy { !(5...12).contains($0) })
      }
    }
  }

  @Test func theServersShowDSAndKeys() async throws {
    try await Lab.run(validating: true) { lab in
      for (domain, hasDS, hasKey) in [
        ("signed.com", true, true), ("bogus.com", true, true), ("expired.com", true, true),
        ("staleds.com", true, false), ("newkey.com", true, true), ("healthy.com", false, false),
      ] {
        let ds = try await lab.dig(domain, "DS", at: lab.tld)
        let key = try await lab.dig(domain, "DNSKEY", at: lab.authoritative1)
        #expect(ds.answers.isEmpty == !hasDS, "\(domain)")
        #expect(ds.flags.contains("aa"), "\(domain)")
        #expect(key.answers.isEmpty == !hasKey, "\(domain)")
      }
      for domain in ["staleds.com", "newkey.com"] {
        let ds = try await lab.dig(domain, "DS", at: lab.tld).answers
        #expect(ds.first?.hasPrefix("4711 13 2 ") == true)
      }
      let signatures = try await lab.dig("expired.com", "RRSIG", at: lab.authoritative1).answers
      #expect(!signatures.isEmpty)
      #expect(signatures.allSatisfy { $0.contains(" 20200201000000 20200101000000 ") })
    }
  }

  @Test func aChangedZoneIsSignedAnew() async throws {
    try await Lab.run(validating: true) { lab in
      try await lab.setZone("bogus.com", records: LabZone.hostedNS + LabZone.sender())
      try await judge("bogus.com", "TXT", .bogus, in: lab)
      let changed = LabZone.hostedNS + "@ TXT \"v=spf1 ~all\"\n" + "@ MX 5 mxbiz1.qq.com.\n"
      try await lab.setZone("signed.com", records: changed)
      try await judge("signed.com", "MX", .secure, in: lab)
      #expect(try await lab.dig("signed.com", "MX").answers == ["5 mxbiz1.qq.com."])
      // The registry takes the stale DS away.
      let com = try lab.records("com", on: .tld).split(separator: "\n")
      let repaired = com.filter { !$0.hasPrefix("staleds DS ") }.joined(separator: "\n")
      try await lab.setZone("com", on: .tld, records: repaired)
      try await lab.flushResolver()
      try await judge("staleds.com", "MX", .insecure, in: lab)
      try await judge("newkey.com", "MX", .bogus, in: lab)
    }
  }

  @Test func withoutValidationNothingIsSigned() async throws {
    try await Lab.run { lab in
      #expect(lab.validator == nil)
      let keys = try await lab.dig("signed.com", "DNSKEY", at: lab.authoritative1)
      #expect(keys.answers.isEmpty)
      #expect(try await lab.dig("signed.com", "DS", at: lab.tld).answers.isEmpty)
      #expect(try await lab.dig("staleds.com", "DS", at: lab.tld).answers.count == 1)
      #expect(try await lab.dig("bogus.com", "TXT").answers == StandardZoneTests.spf)
    }
  }
}
