import DNS
import Foundation
import Registration
import RegistryLab
import Testing

@testable import RegistryAccess

@Suite("RDAP redirects and TLS on loopback")
struct RDAPRedirectTests {
  let domain: DNSName
  init() throws { domain = try DNSName("example.com") }

  private func answer(_ port: Int, path: String = "/") async throws -> RegistrationAnswer {
    let base = try #require(RDAPBase("http://127.0.0.1:\(port)\(path)"))
    return await RDAPClient().answer(about: domain, at: base, until: .now + .seconds(20))
  }

  @Test(arguments: [
    "301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect",
    "308 Permanent Redirect",
  ])
  func follows(_ status: String) async throws {
    try await LoopbackServer.serving({ question in
      HTTP.path(question).hasPrefix("/new/")
        ? HTTP.ok(RDAPFixtures.domain())
        : HTTP.redirect("/new" + HTTP.path(question), status)
    }) { server in
      let answer = try await answer(server.port)
      #expect(answer.data?.domain == domain)
      #expect(server.asked.map(HTTP.path) == ["/domain/example.com", "/new/domain/example.com"])
    }
  }

  @Test func namesTheServerThatAnswered() async throws {
    try await LoopbackServer.serving({ _ in HTTP.ok(RDAPFixtures.domain()) }) { second in
      try await LoopbackServer.serving({ question in
        HTTP.redirect("http://localhost:\(second.port)" + HTTP.path(question))
      }) { first in
        let answer = try await answer(first.port)
        #expect(answer.server == "localhost" && answer.data != nil)
        #expect(second.asked.count == 1)
      }
    }
  }

  @Test func followsFiveAndNoMore() async throws {
    func steps(_ count: Int) -> @Sendable (String) -> [Step] {
      { question in
        let step = HTTP.path(question).dropFirst().prefix { $0 != "/" }
        let number = Int(step) ?? 0
        return number == count
          ? HTTP.ok(RDAPFixtures.domain()) : HTTP.redirect("/\(number + 1)/domain/example.com")
      }
    }
    try await LoopbackServer.serving(steps(5)) { server in
      let answer = try await answer(server.port, path: "/0/")
      #expect(answer.data != nil)
    }
    try await LoopbackServer.serving(steps(6)) { server in
      let answer = try await answer(server.port, path: "/0/")
      #expect(answer.result == .failed(.redirects))
      #expect(server.asked.count == 6)
    }
  }

  @Test func leavesLoops() async throws {
    try await LoopbackServer.serving({ HTTP.redirect(HTTP.path($0)) }) { server in
      let answer = try await answer(server.port)
      #expect(answer.result == .failed(.redirects))
      #expect(server.asked.count == 6)
    }
  }

  @Test(arguments: [
    ("https://rdap.a.example/", "https://rdap.b.example/x", true),
    ("https://rdap.a.example/", "http://rdap.b.example/", false),
    ("https://rdap.a.example/", "https://127.0.0.1/", false),
    ("https://rdap.a.example/", "https://192.0.2.1/", false),
    ("https://rdap.a.example/", "https://[::1]/", false),
    ("https://rdap.a.example/", "https://localhost/", false),
    ("https://rdap.a.example/", "https://x.localhost/", false),
    ("https://rdap.a.example/", "https://printer.local/", false),
    ("https://rdap.a.example/", "https://2130706433/", false),
    ("https://rdap.a.example/", "https://0x7f.1/", false),
    ("https://rdap.a.example/", "https://user@rdap.b.example/", false),
    ("https://rdap.a.example/", "file:///etc/passwd", false),
    ("https://rdap.a.example/", "ftp://rdap.b.example/", false),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8081/", true),
    ("http://127.0.0.1:8080/", "https://rdap.b.example/", true),
    ("https://127.0.0.1:8080/", "http://127.0.0.1:8081/", false),
  ])
  func knowsWhereToGo(_ old: String, _ new: String, _ may: Bool) throws {
    let target = try #require(URL(string: new))
    #expect(RDAPClient.mayFollow(from: URL(string: old), to: target) == may)
  }

  @Test func trustsNobodyUnknown() async throws {
    try await LoopbackServer.serving(
      tls: true, { _ in HTTP.ok(RDAPFixtures.domain()) }
    ) { server in
      let base = try #require(RDAPBase("https://localhost:\(server.port)/"))
      let answer = await RDAPClient().answer(about: domain, at: base, until: .now + .seconds(20))
      #expect(answer.result == .failed(.tls))
      #expect(server.asked.isEmpty)
    }
  }

  @Test func readsEncryptedAnswers() async throws {
    try await LoopbackServer.serving(
      tls: true, { _ in HTTP.ok(RDAPFixtures.domain()) }
    ) { server in
      let base = try #require(RDAPBase("https://localhost:\(server.port)/"))
      let client = RDAPClient(trusted: SelfSigned.certificate)
      #expect(
        await client.answer(about: domain, at: base, until: .now + .seconds(20)).data != nil)
    }
  }

  @Test func noticesThatThereIsNoTLS() async throws {
    try await LoopbackServer.serving({ _ in [] }) { server in
      // The greeting of TLS has no line end at its end, so the server would wait for more.
      let base = try #require(RDAPBase("https://localhost:\(server.port)/"))
      let answer = await RDAPClient().answer(
        about: domain, at: base, until: .now + .milliseconds(300))
      #expect(answer.result == .failed(.timeout))
    }
    try await SpeakingServer.serving("220 mail.example ESMTP\r\n") { port in
      let base = try #require(RDAPBase("https://localhost:\(port)/"))
      let answer = await RDAPClient().answer(about: domain, at: base, until: .now + .seconds(20))
      #expect(answer.result == .failed(.tls))
    }
  }
}
