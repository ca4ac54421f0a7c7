import DNS
import Testing

@testable import Practice

/// The recursive resolvers and their caches on the world's clock.
@Suite struct ResolverTests {
  @Test(arguments: ["127.53.0.53", "127.53.0.54"])
  func walksFromTheRoot(server: String) throws {
    let world = try PracticeTests.world("healthy")
    let dig = try world.dig(server, "mail.example.com", "MX")
    #expect(dig.status == "NOERROR")
    #expect(dig.flags == ["qr", "rd", "ra"])
    #expect(dig.answer == ["mail.example.com. 600 IN MX 10 mxbiz1.qq.com."])
    #expect(try world.dig(server, "mxbiz1.qq.com", "A").answer.count == 1)
    #expect(try world.dig(server, "qcloudmail.com", "TXT").answer.count == 1)
    #expect(try world.dig(server, "a.root-servers.net", "A").answer.count == 1)
    #expect(try world.dig(server, "ns1.oldhost.example", "A").answer.count == 1)
    #expect(try world.dig(server, "com", "NS").answer.count == 1)
  }

  @Test func presenceAges() throws {
    let world = try PracticeTests.world("healthy")
    _ = try world.dig("127.53.0.53", "mail.example.com", "MX")
    world.passTime(seconds: 250)
    let aged = try world.dig("127.53.0.53", "mail.example.com", "MX")
    #expect(aged.answer == ["mail.example.com. 350 IN MX 10 mxbiz1.qq.com."])
    // The second resolver has not been asked, and the source never ages.
    let other = try world.dig("127.53.0.54", "mail.example.com", "MX")
    #expect(other.answer == ["mail.example.com. 600 IN MX 10 mxbiz1.qq.com."])
    let source = try world.dig("127.53.0.3", "mail.example.com", "MX", "+norecurse")
    #expect(source.answer == ["mail.example.com. 600 IN MX 10 mxbiz1.qq.com."])
    world.passTime(seconds: 350)
    let fresh = try world.dig("127.53.0.53", "mail.example.com", "MX")
    #expect(fresh.answer == ["mail.example.com. 600 IN MX 10 mxbiz1.qq.com."])
    #expect(world.now == 600)
  }

  @Test func absenceAgesAndHidesWhatComesLater() throws {
    let world = try PracticeTests.world("healthy", adding: false)
    let before = try world.dig("127.53.0.53", dkimName, "TXT")
    #expect(before.status == "NXDOMAIN")
    #expect(before.authority.first?.hasPrefix("example.com. 600 IN SOA") == true)
    #expect(!before.flags.contains("aa"))
    world.addRecords(world.scenario.records)
    world.passTime(seconds: 599)
    let still = try world.dig("127.53.0.53", dkimName, "TXT")
    #expect(still.status == "NXDOMAIN")
    #expect(still.authority.first?.hasPrefix("example.com. 1 IN SOA") == true)
    // RFC 2308 §5: the whole name is remembered as absent, whatever the type.
    #expect(try world.dig("127.53.0.53", dkimName, "A").status == "NXDOMAIN")
    world.passTime(seconds: 1)
    #expect(try world.dig("127.53.0.53", dkimName, "TXT").answer.count == 1)
  }

  @Test func noDataIsRememberedForItsTypeOnly() throws {
    let world = try PracticeTests.world("healthy")
    let absent = try world.dig("127.53.0.53", "mail.example.com", "AAAA")
    #expect(absent.status == "NOERROR")
    #expect(absent.authority.first?.hasPrefix("example.com. 600 IN SOA") == true)
    let records = try ZoneText.records("mail AAAA 2001:db8::1", origin: try name("example.com"))
    world.addRecords(records)
    #expect(try world.dig("127.53.0.53", "mail.example.com", "AAAA").answer.isEmpty)
    #expect(try world.dig("127.53.0.53", "mail.example.com", "MX").answer.count == 1)
    world.passTime(seconds: 600)
    #expect(try world.dig("127.53.0.53", "mail.example.com", "AAAA").answer.count == 1)
  }

  @Test func aliasesLeadAcrossZones() throws {
    let world = try PracticeTests.world("healthy")
    let records = try ZoneText.records(
      """
      @     CNAME mxbiz1.qq.com.
      loop1 CNAME loop2
      loop2 CNAME loop1
      gone  CNAME nothere
      """, origin: try name("alias.example.com"))
    world.addRecords(records)
    let dig = try world.dig("127.53.0.53", "alias.example.com", "A")
    #expect(dig.status == "NOERROR")
    #expect(dig.answer.count == 2)
    let again = try world.dig("127.53.0.53", "alias.example.com", "A")
    #expect(again.answer == dig.answer)
    #expect(
      try world.dig("127.53.0.53", "loop1.alias.example.com", "A").status == "SERVFAIL")
    let gone = try world.dig("127.53.0.53", "gone.alias.example.com", "A")
    #expect(gone.status == "NXDOMAIN")
    #expect(gone.answer.count == 1)
    #expect(gone.authority.count == 1)
  }

  @Test func refusingServersAreAFailure() throws {
    let world = try PracticeTests.world("healthy")
    let records = try ZoneText.records(
      """
      lame NS ns1.oldhost.example.
      dead NS ns.nothere.example.com.
      self NS ns.self.example.com.
      """, origin: try name("example.com"))
    world.addRecords(records)
    for label in ["lame", "dead", "self"] {
      let dig = try world.dig("127.53.0.53", "x.\(label).example.com", "A")
      #expect(dig.status == "SERVFAIL")
      #expect(dig.answer.isEmpty)
    }
  }

  // 60 servers in each of 8 zones lead into the other zones: 60 to the 4th ways to go wrong.
  @Test func tangledDelegationsEnd() throws {
    let world = try PracticeTests.world("healthy")
    let zone = try name("example.com")
    let text = (0..<8).flatMap { cut in
      (0..<60).map { "c\(cut) NS ns\($0).c\((cut + 1 + $0 % 7) % 8)" }
    }
    let records = try ZoneText.records(text.joined(separator: "\n"), origin: zone)
    #expect(world.addRecords(records).isEmpty)
    #expect(try world.dig("127.53.0.53", "x.c0.example.com", "A").status == "SERVFAIL")
  }

  @Test func questionsWithoutRecursionAreRefused() throws {
    let world = try PracticeTests.world("healthy")
    let dig = try world.dig("127.53.0.53", "mail.example.com", "MX", "+norecurse")
    #expect(dig.status == "REFUSED")
    #expect(dig.flags == ["qr", "ra"])
  }

  @Test func questionsForEverythingAreNotAnswered() throws {
    let world = try PracticeTests.world("healthy")
    #expect(try world.dig("127.53.0.53", "mail.example.com", "ANY", "+notcp").status == "NOTIMP")
  }

  @Test func cacheStaysBounded() throws {
    var cache = Cache()
    let data = RecordData.txt([[1]])
    for number in 0..<(3 * Cache.mostEntries) {
      let question = Question(try name("n\(number).example"), .txt)
      let record = ResourceRecord(
        name: question.name, type: .txt, ttl: UInt32(60 + number), data: data)
      _ = cache.keep(.records([record]), for: question, now: 0)
      #expect(cache.content(question, now: 0) != nil)
    }
    let kept = try (0..<(3 * Cache.mostEntries)).count { number in
      cache.content(Question(try name("n\(number).example"), .txt), now: 0) != nil
    }
    #expect(kept <= Cache.mostEntries)
    #expect(kept >= Cache.mostEntries / 2)
  }

  @Test func cacheKeepsNothingWithoutTime() throws {
    var cache = Cache()
    let question = Question(try name("zero.example"), .txt)
    let record = ResourceRecord(name: question.name, type: .txt, ttl: 0, data: .txt([[1]]))
    _ = cache.keep(.records([record]), for: question, now: 5)
    #expect(cache.content(question, now: 5) == nil)
    let long = record.with(ttl: .max)
    _ = cache.keep(.records([long]), for: question, now: 5)
    #expect(cache.content(question, now: 5 + UInt64(Cache.longestPresence) - 1) != nil)
    #expect(cache.content(question, now: 5 + UInt64(Cache.longestPresence)) == nil)
  }
}
