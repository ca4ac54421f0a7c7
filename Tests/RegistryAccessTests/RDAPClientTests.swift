import DNS
import Foundation
import Registration
import RegistryLab
import Testing

@testable import RegistryAccess

@Suite("RDAP over real HTTP on loopback")
struct RDAPClientTests {
  let domain: DNSName
  init() throws { domain = try DNSName("example.com") }

  /// The answer of a server that does `steps` for every question.
  private func outcome(
    within patience: Duration = .seconds(20),
    _ steps: @escaping @Sendable (String) -> [Step]
  ) async throws -> RegistrationResult {
    try await LoopbackServer.serving(steps) { server in
      let base = try #require(RDAPBase("http://127.0.0.1:\(server.port)/rdap"))
      return await RDAPClient().answer(about: domain, at: base, until: .now + patience).result
    }
  }

  @Test func asksAsTheStandardWants() async throws {
    try await LoopbackServer.serving({ _ in HTTP.ok(RDAPFixtures.domain()) }) { server in
      let base = try #require(RDAPBase("http://127.0.0.1:\(server.port)/rdap"))
      let name = try DNSName("EXAMPLE.com.")
      let answer = await RDAPClient().answer(about: name, at: base, until: .now + .seconds(20))
      #expect(answer.server == "127.0.0.1" && answer.source == .rdap && answer.speaker == .registry)
      let data = try #require(answer.data)
      #expect(data.statuses == [EPPStatus("clientTransferProhibited")])
      #expect(data.nameServers.map(\.description) == ["F1G1NS1.DNSPOD.NET."])
      #expect(data.registrar?.ianaID == 1697 && data.registrar?.country == "CN")
      #expect(data.registrar?.name == "DNSPod, Inc." && data.isSigned == false)
      #expect(data[.expiration]?.day == "2031-08-13" && data[.lastChanged]?.day == "2026-08-14")
      let question = try #require(server.asked.first)
      #expect(HTTP.path(question) == "/rdap/domain/example.com")
      #expect(question.lowercased().contains("\r\naccept: application/rdap+json\r\n"))
    }
  }

  @Test(arguments: [
    ("server hold", EPPStatus.serverHold), ("redemption period", .redemptionPeriod),
    ("pending delete", .pendingDelete), ("client hold", .clientHold),
  ])
  func readsStatuses(_ word: String, _ status: EPPStatus) async throws {
    let result = try await outcome { _ in HTTP.ok(RDAPFixtures.domain(statuses: [word])) }
    guard case .found(let data) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(data.statuses == [status])
  }

  @Test func takes404AsAnAnswer() async throws {
    let result = try await outcome { _ in HTTP.answer("404 Not Found", RDAPFixtures.notFound) }
    #expect(result == .notFound)
    let empty = try await outcome { _ in HTTP.answer("404 Not Found", "") }
    #expect(empty == .notFound)
    // A web page says that the address of the service is wrong.
    let page = try await outcome { _ in
      HTTP.answer("404 Not Found", type: "text/html; charset=utf-8", "<html>")
    }
    #expect(page == .failed(.unreadable))
  }

  @Test(
    arguments: [
      ("429 Too Many Requests", ["Retry-After: 120"], .rateLimited(retryAfter: 120)),
      (
        "429 Too Many Requests", ["Retry-After: 99999999999999999999"],
        .rateLimited(retryAfter: 604_800)
      ),
      ("429 Too Many Requests", ["Retry-After: soon"], .rateLimited(retryAfter: nil)),
      ("429 Too Many Requests", [], .rateLimited(retryAfter: nil)),
      ("500 Internal Server Error", [], .serverError),
      ("503 Service Unavailable", [], .serverError),
      ("400 Bad Request", [], .refused), ("403 Forbidden", [], .refused),
      ("302 Found", [], .redirects), ("204 No Content", [], .unreadable),
    ] as [(String, [String], RegistrationFailure)])
  func tellsRefusalsApart(
    _ status: String, _ headers: [String], _ failure: RegistrationFailure
  ) async throws {
    let result = try await outcome { _ in HTTP.answer(status, headers: headers, "") }
    #expect(result == .failed(failure))
  }

  @Test(arguments: [
    "", "{", "null", "[]", "\"domain\"", "{\"objectClassName\":\"domain\"}", "<html></html>",
    #"{"objectClassName":"entity","ldhName":"example.com"}"#,
    #"{"objectClassName":"domain","ldhName":"example.net"}"#,
    #"{"objectClassName":"domain","ldhName":7}"#,
    String(repeating: "[", count: 200_000),
    String(repeating: #"{"a":"#, count: 100_000),
  ])
  func refusesWhatIsNotAnAnswer(_ body: String) async throws {
    let result = try await outcome { _ in HTTP.ok(body) }
    #expect(result == .failed(.unreadable))
  }

  @Test func refusesBrokenHTTP() async throws {
    let result = try await outcome { _ in [.send("SSH-2.0-OpenSSH_9.2\r\n\r\n")] }
    #expect(result == .failed(.unreadable))
  }

  @Test func stopsAtTenMegabytes() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rdap+json\r\n"
    let announced = try await outcome { _ in
      [.send(head + "Content-Length: 10485760\r\n\r\n"), .flood(10 << 20)]
    }
    #expect(announced == .failed(.tooLarge))
    let streamed = try await outcome { _ in
      [.send(head + "Connection: close\r\n\r\n"), .flood(10 << 20)]
    }
    #expect(streamed == .failed(.tooLarge))
  }

  @Test func keepsItsDeadline() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
    let scripts: [[Step]] = [[.silence], [.send(head), .drip], [.send(head), .silence]]
    for script in scripts {
      let result = try await outcome(within: .milliseconds(300)) { _ in script }
      #expect(
        result == .failed(.timeout),
        "\(script)")
    }
  }

  @Test func survivesBrokenConnections() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{"
    for script: [Step] in [[.reset], [], [.send(head), .reset], [.send(head)]] {
      let result = try await outcome { _ in script }
      #expect(result == .failed(.unreachable), "\(script)")
    }
    let base = try #require(RDAPBase("http://127.0.0.1:\(try ClosedPort().number)"))
    let answer = await RDAPClient().answer(about: domain, at: base, until: .now + .seconds(20))
    #expect(answer.result == .failed(.unreachable))
  }

  @Test func endsWhenCancelled() async throws {
    let answer = try await LoopbackServer.serving({ _ in [.silence] }) { server in
      let base = try #require(RDAPBase("http://127.0.0.1:\(server.port)"))
      let task = Task {
        await RDAPClient().answer(about: domain, at: base, until: .now + .seconds(600))
      }
      while server.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      return await task.value
    }
    #expect(answer.result == .failed(.cancelled))
  }

  @Test func sendsNoStrangeNames() async throws {
    let base = try #require(RDAPBase("http://127.0.0.1:\(try ClosedPort().number)"))
    let name = try DNSName(labels: [Array("a/../b?".utf8), Array("com".utf8)])
    let answer = await RDAPClient().answer(about: name, at: base, until: .now + .seconds(20))
    #expect(answer.result == .failed(.refused))
  }

  @Test func readsRetryAfter() {
    let now = Date(timeIntervalSince1970: 784_111_777)
    let wait = { (text: String) in RDAPStatus.retryAfter(text, now: now) }
    // RFC 9110 §5.6.7 gives this date for this second.
    #expect(wait("Sun, 06 Nov 1994 08:49:37 GMT") == 0)
    #expect(wait("Sun, 06 Nov 1994 08:50:37 GMT") == 60)
    #expect(wait("Sun, 06 Nov 1994 07:49:37 GMT") == 0)
    #expect(wait("Fri, 31 Dec 9999 23:59:59 GMT") == 604_800)
    #expect(wait(" 30 ") == 30 && wait("0") == 0)
    #expect(wait("-1") == nil && wait("") == nil && wait("1.5") == nil && wait("GMT") == nil)
  }
}
