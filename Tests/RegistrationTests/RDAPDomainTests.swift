import DNS
import Foundation
import RegistryLab
import Testing

@testable import Registration

@Suite("RDAP objects, RFC 9083")
struct RDAPDomainTests {
  private func data(_ json: String, _ name: String = "example.com") throws -> RegistrationData {
    try RDAPDomain.data(Data(json.utf8), about: try DNSName(name))
  }

  @Test func readsNamesInEveryForm() throws {
    let name = "xn--fsqu00a.xn--fiqs8s"
    for member in [
      #""ldhName":"XN--FSQU00A.xn--fiqs8s""#, #""ldhName":"例子.中国""#,
      #""unicodeName":"例子.中国""#, #""ldhName":"\#(name).""#,
    ] {
      let json = #"{"objectClassName":"domain",\#(member)}"#
      #expect(try data(json, name).domain.withoutFinalDot == name, "\(member)")
    }
  }

  /// Members of the wrong kind are left out, and the rest still counts.
  @Test func toleratesOddMembers() throws {
    let json = """
      { "objectClassName": "domain", "ldhName": "example.com", "lang": null, "port43": 7,
        "status": ["server hold", 7, null, {}, "server hold", " "],
        "events": [7, {"eventAction": "expiration"}, {"eventAction": "expiration", "eventDate": "x"},
          {"eventAction": "expiration", "eventDate": "2031-08-13T04:00:00Z"},
          {"eventAction": "expiration", "eventDate": "2041-08-13T04:00:00Z"}],
        "nameservers": {"ldhName": "ns1.example.net"}, "secureDNS": [],
        "entities": [{"roles": "registrar"}, {"roles": ["registrar"]},
          {"roles": ["registrar"], "handle": "R1", "vcardArray": ["vcard", "x"],
           "publicIds": [{"type": "IANA Registrar ID", "identifier": "many"}]}],
        "links": "none" }
      """
    let data = try data(json)
    #expect(data.statuses == [.serverHold] && data.nameServers.isEmpty && data.isSigned == nil)
    #expect(data.events.count == 1 && data[.expiration]?.day == "2031-08-13")
    #expect(data.registrar == Registrar(name: "R1") && data.referral == nil)
  }

  @Test(arguments: [
    (#"["adr",{"cc":"kr"},"text",["","","","","","","Korea"]]"#, "KR"),
    (#"["adr",{},"text",["","","Street","City","","1","JP"]]"#, "JP"),
    (#"["adr",{},"text",["","","","","","","China"]]"#, nil), (#"["adr",{},"text","x"]"#, nil),
    (#"["adr",{}]"#, nil), (#"["adr",{"cc":7},"text",[[],7,null]]"#, nil),
  ])
  func readsTheCountry(_ property: String, _ country: String?) throws {
    let registrar = """
      {"roles":["registrar"],"vcardArray":["vcard",[["fn",{},"text","R"],["url",{},"uri",
       "https://r.example/"],\(property)]]}
      """
    let data = try data(RDAPFixtures.domain(registrar: registrar))
    #expect(data.registrar?.country == country && data.registrar?.url == "https://r.example/")
  }

  /// Whatever octet is wrong: an answer or an error, never a trap.
  @Test func survivesDamage() throws {
    let whole = Array(RDAPFixtures.domain(links: RDAPFixtures.related("https://r.example/")).utf8)
    let domain = try DNSName("example.com")
    var readable = 0
    for position in whole.indices {
      for octet in [0x00, 0x22, 0x5B, 0x7B, 0x7D, 0x80, 0xFF] as [UInt8] {
        var damaged = whole
        damaged[position] = octet
        if (try? RDAPDomain.data(Data(damaged), about: domain)) != nil { readable += 1 }
      }
      _ = try? RDAPDomain.data(Data(whole.prefix(position)), about: domain)
    }
    #expect(readable > 0 && readable < 7 * whole.count)
  }

  @Test func boundsDepth() {
    let nested = { (count: Int) in
      Data((String(repeating: "[", count: count) + String(repeating: "]", count: count)).utf8)
    }
    #expect(JSONDepth.isBounded(nested(32)) && !JSONDepth.isBounded(nested(33)))
    #expect(JSONDepth.isBounded(Data((#""\""# + String(repeating: "[", count: 99)).utf8)))
  }
}
