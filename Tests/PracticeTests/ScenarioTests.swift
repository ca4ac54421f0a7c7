import DNS
import Testing

@testable import Practice

/// Each scenario, round by round, as the DNS and the console show it.
@Suite struct ScenarioTests {
  @Test func everyScenarioIsThere() {
    #expect(
      Scenario.all.map(\.id)
        == [
          "healthy", "registry-hold", "registrar-hold", "hold-lifted", "expired", "not-registered",
          "suspended", "wrong-dns-host", "spf-multiple", "name-doubled", "mx-missing-dot",
          "dkim-cut", "negative-cache", "apex-mailbox", "third-level", "two-services",
          "dms-first-domain",
        ])
    #expect(Scenario(id: "nothing-of-the-kind") == nil)
  }

  @Test func answersFitThePlaybook() throws {
    let scenario = try scenario("healthy")
    #expect(
      Set(scenario.answers.keys) == ["domain", "dkimHost", "dkimValue", "mailServer"])
    let value = try #require(scenario.answers["dkimValue"])
    #expect(value.utf8.count == 410)
    #expect(scenario.records.count == 4)
    let dkim = try #require(scenario.records.first { $0.isDKIM })
    #expect(dkim.name == (try name(dkimName)))
    #expect(dkim.text == Array(value.utf8))
  }

  @Test func healthyIsVerifiedAtOnce() throws {
    let world = try world("healthy")
    #expect(world.submit(expected: world.scenario.records) == .verified)
    world.nextRound()
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func nothingAddedIsPending() throws {
    let world = try world("healthy", adding: false)
    guard
      case .pendingVerification(let differences) = world.submit(
        expected: world.scenario.records)
    else {
      Issue.record("must not be verified")
      return
    }
    #expect(differences.map(\.expected) == world.scenario.records)
    #expect(differences.allSatisfy { $0.current.isEmpty && $0.responseCode == .nxDomain })
    #expect(world.submit(expected: []) == .pendingVerification([]))
  }

  @Test func registryHoldHidesARightZone() throws {
    let world = try world("registry-hold")
    let parent = try world.dig("127.53.0.2", "example.com", "NS", "+norecurse")
    #expect(parent.status == "NXDOMAIN")
    #expect(parent.flags.contains("aa"))
    #expect(parent.authority.first?.hasPrefix("com. 900 IN SOA") == true)
    for (host, addresses) in world.knownHosts {
      #expect(host.withoutFinalDot.hasSuffix(".dnspod.net"))
      for address in addresses {
        let dig = try Dig(
          address, port: world.port, arguments: [dkimName, "TXT", "+norecurse"])
        #expect(dig.flags == ["qr", "aa"])
        #expect(dig.answer.count == 1)
      }
    }
    let public1 = try world.dig("127.53.0.53", "mail.example.com", "MX")
    #expect(public1.status == "NXDOMAIN")
    #expect(public1.authority.first?.hasPrefix("com. ") == true)
    #expect(world.submit(expected: world.scenario.records) != .verified)

    world.nextRound()
    let lifted = try world.dig("127.53.0.2", "example.com", "NS", "+norecurse")
    #expect(lifted.authority.count == 2)
    // The first resolver remembers the registry's answer; the second was not asked.
    let remembered = try world.dig("127.53.0.53", "mail.example.com", "MX")
    #expect(remembered.status == "NXDOMAIN")
    #expect(try world.dig("127.53.0.54", "mail.example.com", "MX").answer.count == 1)
    #expect(world.submit(expected: world.scenario.records) != .verified)
    world.passTime(seconds: 900)
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func secondSPFRecordIsMerged() throws {
    let world = try world("spf-multiple", adding: false)
    #expect(try world.seen("mail.example.com", .txt) == ["v=spf1 include:amazonses.com ~all"])
    #expect(try world.seen("amazonses.com", .txt).count == 1)
    world.passTime(seconds: 600)
    world.addRecords(world.scenario.records)
    #expect(
      Set(try world.seen("mail.example.com", .txt)) == [
        "v=spf1 include:amazonses.com ~all", "v=spf1 include:qcloudmail.com ~all",
      ])
    guard
      case .pendingVerification(let differences) = world.submit(
        expected: world.scenario.records)
    else {
      Issue.record("two SPF records must not be verified")
      return
    }
    #expect(differences.count == 1)
    #expect(differences.first?.expected.isSPF == true)
    #expect(differences.first?.current.count == 2)

    world.nextRound()
    world.passTime(seconds: 600)
    let merged = "v=spf1 include:amazonses.com include:qcloudmail.com ~all"
    #expect(try world.seen("mail.example.com", .txt) == [merged])
    #expect(world.submit(expected: world.scenario.records) == .verified)
    // Who adds the merged text himself gets it as it is.
    let own = try ZoneText.records("@ TXT \"\(merged)\"", origin: world.scenario.domain)
    world.addRecords(own)
    world.passTime(seconds: 600)
    #expect(try world.seen("mail.example.com", .txt) == [merged])
  }

  @Test func doubledNameIsCorrected() throws {
    let world = try world("name-doubled")
    let wrong = "qcloud._domainkey.mail.example.com.example.com"
    for server in ["127.53.0.3", "127.53.0.4"] {
      #expect(
        try world.dig(server, dkimName, "TXT", "+norecurse").status == "NXDOMAIN")
      #expect(try world.dig(server, wrong, "TXT", "+norecurse").answer.count == 1)
    }
    guard
      case .pendingVerification(let differences) = world.submit(
        expected: world.scenario.records)
    else {
      Issue.record("must not be verified")
      return
    }
    #expect(differences.map { $0.expected.isDKIM } == [true])

    world.nextRound()
    #expect(try world.dig("127.53.0.3", wrong, "TXT", "+norecurse").status == "NXDOMAIN")
    #expect(try world.dig("127.53.0.3", dkimName, "TXT", "+norecurse").answer.count == 1)
    world.passTime(seconds: 600)
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func negativeCacheCountsDown() throws {
    let world = try world("negative-cache")
    #expect(world.now == 160)
    let source = try world.dig("127.53.0.3", dkimName, "TXT", "+norecurse")
    #expect(source.answer.count == 1)
    for server in ["127.53.0.53", "127.53.0.54"] {
      let early = try world.dig(server, dkimName, "TXT")
      #expect(early.status == "NXDOMAIN")
      #expect(early.authority.first?.hasPrefix("example.com. 440 IN SOA") == true)
    }
    guard
      case .pendingVerification(let differences) = world.submit(
        expected: world.scenario.records)
    else {
      Issue.record("must not be verified")
      return
    }
    #expect(differences.map { $0.expected.isDKIM } == [true])
    // Adding the same records again does not make it worse.
    world.addRecords(world.scenario.records)
    world.passTime(seconds: 40)
    let later = try world.dig("127.53.0.53", dkimName, "TXT")
    #expect(later.authority.first?.hasPrefix("example.com. 400 IN SOA") == true)
    world.nextRound()
    #expect(try world.dig("127.53.0.53", dkimName, "TXT").status == "NXDOMAIN")
    world.passTime(seconds: 400)
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func anEarlierQuestionDoesNotShiftTheWait() throws {
    let world = try world("negative-cache", adding: false)
    #expect(try world.dig("127.53.0.53", dkimName, "TXT").status == "NXDOMAIN")
    world.passTime(seconds: 300)
    world.addRecords(world.scenario.records)
    let dig = try world.dig("127.53.0.53", dkimName, "TXT")
    #expect(dig.authority.first?.hasPrefix("example.com. 440 IN SOA") == true)
  }

  @Test func addingAgainReplaces() throws {
    let world = try world("healthy")
    let changed = try ZoneText.records("_dmarc TXT \"v=DMARC1; p=reject\"", origin: world.domain)
    world.addRecords(changed)
    let dig = try world.dig("127.53.0.3", "_dmarc.mail.example.com", "TXT", "+norecurse")
    #expect(dig.answer == ["_dmarc.mail.example.com. 600 IN TXT \"v=DMARC1; p=reject\""])
  }

  @Test func aNameTooLongToDoubleIsLeftOut() throws {
    let label = String(repeating: "a", count: 60)
    let sender = try name("\(label).\(label).\(label).example.com")
    let record = ResourceRecord(
      name: try name("qcloud._domainkey").appending(sender), type: .txt, ttl: 600,
      data: .txt([Array("v=DKIM1".utf8)]))
    // Once more is 236 octets and fits; with a long registered name it does not.
    let zone = try name("\(label).com")
    #expect(
      Condition.doubledName.published([record], zone: zone, senders: [sender]).isEmpty)
    let short = Condition.doubledName.published(
      [record], zone: try name("example.com"), senders: [sender])
    #expect(short.count == 1)
  }
}

extension World {
  fileprivate var domain: DNSName { scenario.domain }
}
