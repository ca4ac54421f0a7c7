import DNS
import Foundation
import Registration
import Testing

@Suite("Registration facts")
struct RegistrationFactsTests {
  /// The words of annai's JSON; changing one breaks the users' scripts.
  @Test func keepsTheWordsOfTheJSON() {
    #expect(
      RegistrationStatus.allCases.map(\.rawValue) == [
        "active", "registry-hold", "registrar-hold", "suspended", "expired", "pending",
        "not-registered", "not-delegated", "unknown",
      ])
    #expect(RegistrationSource.allCases.map(\.rawValue) == ["rdap", "whois", "dns"])
  }

  @Test func survivesJSON() throws {
    let facts = RegistrationFacts(
      domain: try DNSName("example.com"), status: .registryHold, source: .whois,
      codes: [.serverHold, EPPStatus("Connected")])
    let json = try JSONEncoder().encode(facts)
    #expect(try JSONDecoder().decode(RegistrationFacts.self, from: json) == facts)
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains("\"registry-hold\"") && text.contains("[\"serverHold\",\"Connected\"]"))
  }

  @Test(arguments: [
    #"{"domain":"a..b","status":"active","source":"dns","codes":[]}"#,
    #"{"domain":"a.b","status":"held","source":"dns","codes":[]}"#,
    #"{"domain":"a.b","status":"active","source":"dns","codes":[1]}"#,
  ])
  func refusesBrokenJSON(_ json: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(RegistrationFacts.self, from: Data(json.utf8))
    }
  }
}
