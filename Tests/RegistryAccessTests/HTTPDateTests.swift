import DNS
import Foundation
import Registration
import RegistryLab
import Testing

@testable import RegistryAccess

/// What the time in an answer says about the clock of this machine.
@Suite struct HTTPDateTests {
  private static let noon = "Sun, 06 Nov 1994 12:00:00 GMT"
  private static let moment = 784_123_200.0

  private func offset(_ lines: String, asked: Double, answered: Double) -> Int? {
    HTTPDate.clockOffset(
      HTTPHeaders(lines), asked: Date(timeIntervalSince1970: Self.moment + asked),
      answered: Date(timeIntervalSince1970: Self.moment + answered))
  }

  @Test func theFormThatIsSentIsRead() {
    #expect(HTTPDate.read(Self.noon) == Date(timeIntervalSince1970: Self.moment))
    for text in [
      "", "noon", "Sunday, 06-Nov-94 12:00:00 GMT", "Sun Nov  6 12:00:00 1994", "0",
      "Sun, 06 Nov 1994 12:00:00 +0100", "Sun, 99 Nov 1994 12:00:00 GMT",
    ] { #expect(HTTPDate.read(text) == nil, "\(text)") }
  }

  /// The service writes whole seconds, at some moment between question and answer.
  @Test(arguments: [
    (0.0, 0.2, 0), (-3.0, 4.0, 0), (0.9, 1.2, 0), (301.0, 301.5, 300), (302.0, 309.0, 301),
    (-310.0, -301.0, -301), (-5.0, 0.0, 0), (86_401.0, 86_402.0, 86_400),
  ]) func onlyTheCertainPartCounts(asked: Double, answered: Double, expected: Int) {
    #expect(offset("Date: \(Self.noon)", asked: asked, answered: answered) == expected)
  }

  @Test func anOldAnswerSaysHowOldItIs() {
    let cached = "date: \(Self.noon)\r\nage: 600"
    #expect(offset(cached, asked: 600, answered: 600.2) == 0)
    #expect(offset(cached, asked: 0, answered: 0.2) == -599)
  }

  @Test(arguments: [
    "", "Date: tomorrow", "Date: Sun, 06 Nov 1994 12:00:00 GMT\r\nAge: -1",
    "Date: Sun, 06 Nov 1994 12:00:00 GMT\r\nAge: 99999999999",
    "Date: Mon, 01 Jan 9999 00:00:00 GMT", "Date: Mon, 01 Jan 1000 00:00:00 GMT",
  ]) func whatCannotBeTrueTellsNothing(lines: String) {
    #expect(offset(lines, asked: 0, answered: 0.2) == nil)
  }

  @Test(arguments: [200, 404, 429, 500]) func everyAnswerTellsTheTime(status: Int) async throws {
    let steps = HTTP.answer(
      "\(status) Something", headers: [HTTP.date(secondsAgo: 3600)], RDAPFixtures.domain())
    try await LoopbackServer.serving({ _ in steps }) { server in
      let base = try #require(RDAPBase("http://127.0.0.1:\(server.port)/rdap"))
      let answer = await RDAPClient().answer(
        about: try DNSName("example.com"), at: base, until: .now + .seconds(20))
      // A slow machine takes part of the difference for the way.
      #expect((3590...3600).contains(try #require(answer.clockOffset)))
    }
  }

  @Test func withoutATimeNothingIsSaid() async throws {
    try await LoopbackServer.serving({ _ in HTTP.ok(RDAPFixtures.domain()) }) { server in
      let base = try #require(RDAPBase("http://127.0.0.1:\(server.port)/rdap"))
      let answer = await RDAPClient().answer(
        about: try DNSName("example.com"), at: base, until: .now + .seconds(20))
      #expect(answer.data != nil && answer.clockOffset == nil)
    }
  }
}
