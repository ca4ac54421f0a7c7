import DNS
import Testing

@testable import Resolution

/// What a message means on the way down from the root.
@Suite struct ServerReplyTests {
  private let asked: Question
  private let server: ServerAddress

  init() throws {
    asked = Question(try name("mail.example.com"), .ns)
    server = ServerAddress(try address("192.0.2.1"))
  }

  private func reply(_ change: (inout Message) throws -> Void) throws -> ServerReply {
    var message = Message(
      response: Message(query: asked, id: 1, recursionDesired: false))
    try change(&message)
    return ServerReply(
      question: asked, serverName: nil, server: server,
      result: .success(
        Client.Reply(
          message: message, overTCP: false, wasCutOff: false, edns: .taken, duration: .zero, size: 0
        )),
      at: 0)
  }

  private func records(_ text: String) throws -> [ResourceRecord] {
    try ZoneText.records(text, origin: .root)
  }

  @Test func aReferralNamesServersWithTheirGlue() throws {
    let reply = try reply {
      $0.authority = try records("Example.com. NS a.example.\nexample.com. NS b.example.")
      $0.additional = try records(
        "A.example. A 192.0.2.2\nA.example. AAAA 2001:db8::2\nc.example. A 192.0.2.9")
    }
    let referral = try #require(reply.referral)
    #expect(referral.zone == (try name("example.com")))
    #expect(referral.servers.map(\.name.withoutFinalDot) == ["a.example", "b.example"])
    #expect(
      referral.servers.map { $0.addresses.map(\.description) }
        == [["192.0.2.2", "2001:db8::2"], []])
    #expect(reply.denyingZone == nil)
  }

  @Test func aReferralIsNeverAboutAnotherBranch() throws {
    let reply = try reply { $0.authority = try records("example.org. NS a.example.") }
    #expect(reply.referral == nil)
  }

  @Test func aReferralIsAboutOneZone() throws {
    let reply = try reply {
      $0.authority = try records("example.com. NS a.example.\ncom. NS b.example.")
    }
    #expect(reply.referral?.servers.map(\.name.withoutFinalDot) == ["a.example"])
  }

  @Test func anAnswerAnErrorAndAnAuthorityAreNoReferral() throws {
    let authority = try records("example.com. NS a.example.")
    let answered = try reply {
      $0.authority = authority
      $0.answer = try records("mail.example.com. NS a.example.")
    }
    #expect(answered.referral == nil)
    let denied = try reply {
      $0.authority = authority
      $0.responseCode = .nxDomain
    }
    #expect(denied.referral == nil)
    let own = try reply {
      $0.authority = authority
      $0.isAuthoritative = true
    }
    #expect(own.referral == nil)
  }

  @Test(arguments: [ResponseCode.noError, .nxDomain]) func theSOASaysWhoDenies(
    code: ResponseCode
  ) throws {
    let reply = try reply {
      $0.responseCode = code
      $0.authority = try records("com. 900 SOA a.example. b.example. 1 2 3 4 5")
    }
    #expect(reply.denyingZone == (try name("com")))
    #expect(reply.referral == nil)
  }

  @Test func withoutProofNothingIsDenied() throws {
    #expect(try reply { $0.responseCode = .nxDomain }.denyingZone == nil)
    let soa = try records("com. 900 SOA a.example. b.example. 1 2 3 4 5")
    for code in [ResponseCode.servFail, .refused, .formErr] {
      let reply = try reply {
        $0.responseCode = code
        $0.authority = soa
      }
      #expect(reply.denyingZone == nil)
    }
    let answered = try reply {
      $0.authority = soa
      $0.answer = try records("mail.example.com. NS a.example.")
    }
    #expect(answered.denyingZone == nil)
  }

  @Test func noAnswerIsNeither() {
    let reply = ServerReply(
      question: asked, serverName: nil, server: server, result: .failure(.timedOut), at: 0)
    #expect(reply.referral == nil)
    #expect(reply.denyingZone == nil)
    #expect(reply.message == nil)
  }
}
