import DNS
import Testing

@testable import Practice

/// The authoritative servers, looked at with `dig +norecurse`.
@Suite struct AuthorityTests {
  let world: World

  init() throws { world = try PracticeTests.world("healthy") }

  private func dig(_ server: String, _ question: String, _ type: String) throws -> Dig {
    try world.dig(server, question, type, "+norecurse")
  }

  @Test func rootRefersToTheRegistryWithGlue() throws {
    let dig = try dig("127.53.0.1", "mail.example.com", "MX")
    #expect(dig.status == "NOERROR")
    #expect(dig.flags == ["qr"])
    #expect(dig.answer.isEmpty)
    #expect(dig.authority == ["com. 172800 IN NS a.gtld-servers.net."])
    #expect(dig.additional == ["a.gtld-servers.net. 172800 IN A 127.53.0.2"])
  }

  @Test func rootSpeaksForItself() throws {
    let dig = try dig("127.53.0.1", ".", "NS")
    #expect(dig.flags == ["qr", "aa"])
    #expect(dig.answer == [". 86400 IN NS a.root-servers.net."])
    let missing = try self.dig("127.53.0.1", "example.nosuchtld", "A")
    #expect(missing.status == "NXDOMAIN")
    #expect(missing.authority.first?.hasPrefix(". 86400 IN SOA a.root-servers.net.") == true)
  }

  @Test func registryRefersToTheDNSHost() throws {
    let dig = try dig("127.53.0.2", "qcloud._domainkey.mail.example.com", "TXT")
    #expect(dig.status == "NOERROR")
    #expect(dig.flags == ["qr"])
    #expect(
      Set(dig.authority) == [
        "example.com. 172800 IN NS f1g1ns1.dnspod.net.",
        "example.com. 172800 IN NS f1g1ns2.dnspod.net.",
      ])
    #expect(
      Set(dig.additional) == [
        "f1g1ns1.dnspod.net. 172800 IN A 127.53.0.3",
        "f1g1ns2.dnspod.net. 172800 IN A 127.53.0.4",
      ])
  }

  @Test func registryDeniesWhatNobodyRegistered() throws {
    let dig = try dig("127.53.0.2", "mail.nobody.com", "MX")
    #expect(dig.status == "NXDOMAIN")
    #expect(dig.flags == ["qr", "aa"])
    #expect(dig.authority.first?.hasPrefix("com. 900 IN SOA a.gtld-servers.net.") == true)
  }

  @Test func delegationSignerBelongsToTheParent() throws {
    let parent = try dig("127.53.0.2", "example.com", "DS")
    #expect(parent.status == "NOERROR")
    #expect(parent.flags == ["qr", "aa"])
    #expect(parent.authority.first?.hasPrefix("com. 900 IN SOA") == true)
    // Also where one server has both sides of the cut.
    try world.serve(try name("example.co.id"))
    let both = try dig("127.53.0.2", "co.id", "DS")
    #expect(both.authority.first?.hasPrefix("id. 900 IN SOA") == true)
  }

  @Test(arguments: ["127.53.0.3", "127.53.0.4"])
  func dnsHostAnswersForTheZone(server: String) throws {
    let mx = try dig(server, "mail.example.com", "MX")
    #expect(mx.flags == ["qr", "aa"])
    #expect(mx.answer == ["mail.example.com. 600 IN MX 10 mxbiz1.qq.com."])
    let spf = try dig(server, "mail.example.com", "TXT")
    #expect(
      spf.answer == ["mail.example.com. 600 IN TXT \"v=spf1 include:qcloudmail.com ~all\""])
    let start = try dig(server, "example.com", "SOA")
    #expect(start.answer.count == 1)
    #expect(start.answer.first?.contains("f1g1ns1.dnspod.net. freednsadmin.dnspod.com.") == true)
    #expect(start.answer.first?.hasSuffix(" 600") == true)
    let servers = try dig(server, "example.com", "NS")
    #expect(servers.answer.count == 2)
  }

  @Test func noNameAndNoDataCarryTheStartOfTheZone() throws {
    let noName = try dig("127.53.0.3", "nothere.example.com", "TXT")
    #expect(noName.status == "NXDOMAIN")
    #expect(noName.flags == ["qr", "aa"])
    #expect(noName.authority.first?.hasPrefix("example.com. 600 IN SOA") == true)
    let noData = try dig("127.53.0.3", "mail.example.com", "AAAA")
    #expect(noData.status == "NOERROR")
    #expect(noData.flags == ["qr", "aa"])
    #expect(noData.answer.isEmpty)
    #expect(noData.authority.first?.hasPrefix("example.com. 600 IN SOA") == true)
  }

  @Test func emptyNonTerminalExists() throws {
    let dig = try dig("127.53.0.3", "_domainkey.mail.example.com", "TXT")
    #expect(dig.status == "NOERROR")
    #expect(dig.answer.isEmpty)
    #expect(dig.authority.count == 1)
  }

  @Test func foreignZonesAreRefused() throws {
    for server in ["127.53.0.3", "127.53.0.4", "127.53.0.5"] {
      let dig = try dig(server, "example.org", "A")
      #expect(dig.status == "REFUSED")
      #expect(dig.flags == ["qr"])
      #expect(dig.authority.isEmpty)
    }
    let old = try dig("127.53.0.5", "mail.example.com", "MX")
    #expect(old.status == "REFUSED")
  }

  @Test func knownZonesExist() throws {
    #expect(try dig("127.53.0.3", "mxbiz1.qq.com", "A").answer.count == 1)
    #expect(try dig("127.53.0.4", "qcloudmail.com", "TXT").answer.count == 1)
    #expect(
      try dig("127.53.0.3", "f1g1ns2.dnspod.net", "A").answer
        == ["f1g1ns2.dnspod.net. 86400 IN A 127.53.0.4"])
    #expect(try dig("127.53.0.5", "ns1.oldhost.example", "A").flags == ["qr", "aa"])
  }

  @Test func aliasesAreFollowedInsideTheServer() throws {
    let records = try ZoneText.records(
      """
      www   CNAME web
      web   A     203.0.113.80
      loop1 CNAME loop2
      loop2 CNAME loop1
      gone  CNAME nothere
      """, origin: try name("example.com"))
    #expect(world.addRecords(records).isEmpty)
    let followed = try dig("127.53.0.3", "www.example.com", "A")
    #expect(followed.answer.count == 2)
    #expect(followed.flags == ["qr", "aa"])
    let itself = try dig("127.53.0.3", "www.example.com", "CNAME")
    #expect(itself.answer == ["www.example.com. 600 IN CNAME web.example.com."])
    #expect(try dig("127.53.0.3", "loop1.example.com", "A").status == "NOERROR")
    let gone = try dig("127.53.0.3", "gone.example.com", "A")
    #expect(gone.status == "NXDOMAIN")
    #expect(gone.answer.count == 1)
  }

  @Test func letterCaseDoesNotMatterAndComesBack() throws {
    let dig = try dig("127.53.0.3", "MAIL.eXample.COM", "MX")
    #expect(dig.answer == ["MAIL.eXample.COM. 600 IN MX 10 mxbiz1.qq.com."])
  }

  @Test func transfersAreRefused() throws {
    #expect(try dig("127.53.0.3", "example.com", "AXFR").text.contains("Transfer failed"))
  }

  @Test func anyGivesEverySet() throws {
    let dig = try dig("127.53.0.3", "mail.example.com", "ANY")
    #expect(dig.answer.count == 2)
  }
}
