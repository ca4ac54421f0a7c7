import DNS
import RegistryLab
import Testing

@testable import Registration

@Suite("Formats of WHOIS answers")
struct WHOISFormatTests {
  private func read(_ text: String, _ name: String) throws -> RegistrationResult {
    WHOISFormat.read(text, about: try DNSName(name))
  }

  private func data(_ text: String, _ name: String) throws -> RegistrationData {
    guard case .found(let data) = try read(text, name) else { throw Unread() }
    return data
  }

  private struct Unread: Error {}

  @Test func verisign() throws {
    let data = try data(WHOISFixtures.verisignHold, "example.com")
    #expect(data.statuses == [.serverHold, EPPStatus("clientTransferProhibited")])
    #expect(
      data.nameServers.map(\.withoutFinalDot) == ["F1G1NS1.DNSPOD.NET", "F1G1NS2.DNSPOD.NET"])
    #expect(
      data.registrar == Registrar(name: "DNSPod, Inc.", ianaID: 1697, url: "http://www.dnspod.cn"))
    #expect(data.registrar?.country == "CN" && data.isSigned == false)
    #expect(data.referral == .whois("whois.dnspod.cn"))
    #expect(data[.registration]?.day == "1995-08-14" && data[.expiration]?.day == "2031-08-13")
    #expect(data[.lastChanged]?.day == "2026-08-14")
  }

  @Test func io() throws {
    let data = try data(WHOISFixtures.ioActive, "example.io")
    #expect(data.isSigned == true && data.registrar?.country == nil)
    #expect(data.statuses.filter(\.stopsResolution).isEmpty)
  }

  @Test func cnnic() throws {
    let text = WHOISFixtures.cnnic(statuses: ["pendingVerification", "serverHold"])
    let data = try data(text, "example.cn")
    #expect(data.statuses == [.pendingVerification, .serverHold])
    #expect(data.registrar?.name == "阿里云计算有限公司（万网）" && data.nameServers.count == 2)
    // 10:52:31 in China is 02:52:31 UTC.
    #expect(data[.registration] == RegistrationDate("2014-09-08T02:52:31Z"))
    #expect(data[.expiration]?.day == "2027-09-08")
    let own = try self.data(
      WHOISFixtures.cnnic("例子.中国", statuses: ["ok"]), "xn--fsqu00a.xn--fiqs8s")
    #expect(own.statuses == [.ok])
  }

  @Test func pandi() throws {
    let data = try data(WHOISFixtures.pandi, "contoh.co.id")
    #expect(data.statuses == [EPPStatus("clientTransferProhibited"), .serverHold])
    #expect(data.registrar?.name == "PT Contoh Registrar" && data.registrar?.country == "ID")
    #expect(
      data.nameServers.map(\.withoutFinalDot) == ["ns1.contoh.example", "ns2.contoh.example"])
    #expect(data[.registration]?.day == "2020-09-12" && data[.expiration]?.day == "2027-09-12")
    #expect(data[.lastChanged]?.day == "2026-09-13" && data.isSigned == false)
  }

  @Test func krnic() throws {
    let data = try data(WHOISFixtures.krnic, "example.kr")
    #expect(data.statuses == [EPPStatus("clientTransferProhibited"), .serverHold])
    #expect(
      data.registrar?.name == "Gabia, Inc." && data.registrar?.url == "http://www.gabia.co.kr")
    #expect(data.nameServers.map(\.withoutFinalDot) == ["ns.gabia.co.kr", "ns1.gabia.co.kr"])
    #expect(data[.registration]?.day == "2007-03-02" && data[.lastChanged]?.day == "2026-04-15")
    // The day ends in Korea.
    #expect(data[.expiration]?.latest == RegistrationDate("2027-03-02T14:59:59Z")?.latest)
  }

  @Test(arguments: [
    ("Active", EPPStatus.ok), ("Suspended", .suspendedByJPRS),
    ("To be suspended", .toBeSuspendedByJPRS),
  ])
  func jprs(_ state: String, _ status: EPPStatus) throws {
    let data = try data(WHOISFixtures.jprs(state: state), "example.jp")
    #expect(data.statuses == [status] && data.registrar == nil)
    #expect(data.nameServers.map(\.withoutFinalDot) == ["ns1.example.net", "ns2.example.net"])
    #expect(data[.registration]?.day == "2005-05-30" && data[.expiration]?.day == "2027-05-31")
    #expect(data[.lastChanged] == RegistrationDate("2026-05-31T16:05:02Z").map { changed($0) })
    #expect(data.isSigned == false)
  }

  /// The same moment on the day that Japan had.
  private func changed(_ date: RegistrationDate) -> RegistrationDate {
    RegistrationDate("2026-06-01 01:05:02", offset: 9 * 3600) ?? date
  }

  @Test func jprsOrganisations() throws {
    let data = try data(WHOISFixtures.jprsOrganisation, "example.co.jp")
    #expect(data.statuses == [EPPStatus("Connected")] && data.isSigned == true)
    #expect(data[.expiration]?.day == "2027-03-31" && data[.registration]?.day == "2001-03-22")
    #expect(data.nameServers.count == 1 && data[.lastChanged]?.day == "2026-04-01")
  }

  @Test(arguments: [
    ("No match for domain \"EXAMPLE.COM\".\r\n>>> Last update of whois database", "example.com"),
    ("   No match for \"EXAMPLE.COM\".", "example.com"), ("Domain not found.\n", "example.io"),
    ("DOMAIN NOT FOUND\n", "contoh.id"), (WHOISFixtures.krnicNotFound, "free.kr"),
    ("[ JPRS database ]\n\nNo match!!\n", "frei.jp"), ("No matching record.\n", "frei.cn"),
    ("The queried object does not exist: previous registration", "free.xyz"),
  ])
  func knowsWhatIsNotThere(_ text: String, _ name: String) throws {
    #expect(try read(text, name) == .notFound)
  }

  @Test(arguments: [
    "", "NOT AVAILABLE\n", "Status: NOT AVAILABLE", "Please use RDAP.", "no match",
    "Error: try later",
    "Domain Name: example.com", "Domain Name: example.net\nRegistrar: X\nDomain Status: ok",
    "Domain Name:\nRegistrar:\n", "[Domain Name]", "\u{0}\u{1}\u{2}",
    "Registrant: No match for anything",
  ])
  func saysNothingAboutOtherText(_ text: String) throws {
    #expect(try read(text, "example.com") == .failed(.unreadable))
  }

  @Test(arguments: [
    "WHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG", "Query rate limit exceeded. Reduced information.",
    "Your request quota exceeded",
  ])
  func knowsThatItAskedTooOften(_ text: String) throws {
    #expect(try read(text, "example.com") == .failed(.rateLimited(retryAfter: nil)))
  }

  @Test func boundsWhatItKeeps() throws {
    let statuses = (0..<500).map { "Domain Status: s\($0)" }.joined(separator: "\n")
    let servers = (0..<500).map { "Name Server: ns\($0).example" }.joined(separator: "\n")
    let name = String(repeating: "r", count: 10_000)
    let data = try data(
      "Domain Name: example.com\nRegistrar: \(name)\n\(statuses)\n\(servers)", "example.com")
    #expect(data.statuses.count == 32 && data.nameServers.count == 32)
    #expect(data.registrar?.name.count == 256)
  }
}

@Suite("Character sets of WHOIS answers")
struct WHOISCharsetTests {
  @Test func tellsThemApart() {
    #expect(WHOISCharset.detect(Array("Domain: 例 예 例".utf8)) == .utf8)
    #expect(WHOISCharset.detect([]) == .utf8)
    #expect(WHOISCharset.detect(WHOISFixtures.koreanEUC) == .eucKR)
    #expect(WHOISCharset.detect(WHOISFixtures.japaneseISO2022) == .iso2022JP)
    #expect(WHOISCharset.detect(WHOISFixtures.japaneseShiftJIS) == .shiftJIS)
    #expect(WHOISCharset.detect([0xFF, 0xFE, 0x80]) == nil)
  }

  /// Every cut of a text, and every pair of octets: nothing traps, and ASCII stays readable.
  @Test func survivesEverything() {
    for fixture in [
      WHOISFixtures.koreanEUC, WHOISFixtures.japaneseISO2022, WHOISFixtures.japaneseShiftJIS,
    ] {
      for count in stride(from: 0, to: fixture.count, by: 7) {
        let text = WHOISCharset.decode(Array(fixture.prefix(count)))
        // Every text begins with a name.
        #expect(count < 60 || text.contains("JPRS") || text.contains("example.kr"))
      }
    }
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8.min, to: UInt8.max, by: 3) {
        let text = WHOISCharset.decode([0x41, first, second, 0x42])
        if text.unicodeScalars.first != "A" { Issue.record("\(first) \(second)") }
      }
    }
  }

  @Test func hasEverySet() {
    for set in WHOISCharset.allCases { #expect(set.text(Array("abc".utf8)) == "abc", "\(set)") }
  }
}
