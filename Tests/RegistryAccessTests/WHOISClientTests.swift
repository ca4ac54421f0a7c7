import DNS
import Foundation
import Registration
import RegistryLab
import Testing

@testable import RegistryAccess

@Suite("WHOIS over real TCP on loopback")
struct WHOISClientTests {
  /// The answer about `name` of a server that does `steps` for every question.
  private func answer(
    _ name: String, within patience: Duration = .seconds(20),
    _ steps: @escaping @Sendable (String) -> [Step]
  ) async throws -> RegistrationAnswer {
    try await LoopbackServer.serving(steps) { server in
      let service = WHOISService(server: WHOISServer(host: "127.0.0.1", port: server.port))
      return await WHOISClient().answer(
        about: try DNSName(name), at: service, until: .now + patience)
    }
  }

  @Test(arguments: [
    ("Example.com.", "domain example.com"), ("example.jp", "example.jp/e"),
    ("example.co.jp", "example.co.jp/e"), ("example.cn", "example.cn"),
    ("example.edu.cn", "example.edu.cn"), ("example.kr", "example.kr"),
    ("example.xn--3e0b707e", "example.xn--3e0b707e"), ("example.io", "example.io"),
    ("contoh.co.id", "contoh.co.id"),
  ])
  func asksInTheFormOfTheServer(_ name: String, _ line: String) async throws {
    let domain = try DNSName(name)
    let service = try #require(WHOISService(for: domain))
    #expect(service.query(domain) == line)
    try await LoopbackServer.serving({ _ in [.send("x")] }) { server in
      let result = await WHOISClient().ask(
        service.query(domain), WHOISServer(host: "127.0.0.1", port: server.port),
        until: .now + .seconds(20))
      #expect(result == .success(Array("x".utf8)))
      #expect(server.asked == [line + "\r\n"])
    }
  }

  @Test func readsAnAnswerAndKeepsItsText() async throws {
    let answer = try await answer("example.com") { _ in [.send(WHOISFixtures.verisignHold)] }
    #expect(answer.data?.statuses.first == .serverHold)
    #expect(answer.text == WHOISFixtures.verisignHold)
    #expect(answer.source == .whois && answer.server == "127.0.0.1")
  }

  @Test(arguments: [WHOISFixtures.japaneseISO2022, WHOISFixtures.japaneseShiftJIS])
  func readsJapanese(_ octets: [UInt8]) async throws {
    let answer = try await answer("example.jp") { _ in [.octets(octets)] }
    let data = try #require(answer.data)
    #expect(data.statuses == [.ok] && data.nameServers.count == 2 && data.isSigned == false)
    #expect(data[.registration]?.day == "2005-05-30" && data[.expiration]?.day == "2027-05-31")
    #expect(answer.text?.contains("見本株式会社") == true)
  }

  @Test func readsKorean() async throws {
    let answer = try await answer("example.kr") { _ in [.octets(WHOISFixtures.koreanEUC)] }
    let data = try #require(answer.data)
    #expect(data.statuses == [.serverHold] && data.nameServers.count == 2)
    #expect(data.registrar?.name == "(주)가비아")
    #expect(data.registrar?.url == "http://www.gabia.co.kr")
  }

  @Test func keepsTextThatItCannotRead() async throws {
    let text = "You are not allowed here.\u{1B}[2J\u{0}\r\n"
    let answer = try await answer("example.com") { _ in [.send(text)] }
    #expect(answer.result == .failed(.unreadable) && answer.text == text)
    let bytes = try await self.answer("example.com") { _ in [.octets([0xFF, 0x80, 0x0A])] }
    #expect(bytes.result == .failed(.unreadable) && bytes.text?.isEmpty == false)
    let nothing = try await self.answer("example.com") { _ in [] }
    #expect(nothing.result == .failed(.unreadable))
  }

  @Test func stopsAtTenMegabytes() async throws {
    let answer = try await answer("example.com") { _ in [.flood(10 << 20)] }
    #expect(answer.result == .failed(.tooLarge) && answer.text == nil)
  }

  @Test func keepsItsDeadline() async throws {
    for script: [Step] in [[.drip], [.silence], [.send(WHOISFixtures.ioActive), .silence]] {
      let answer = try await answer("example.io", within: .milliseconds(300)) { _ in script }
      #expect(answer.result == .failed(.timeout), "\(script)")
    }
  }

  @Test func survivesBrokenConnections() async throws {
    let half = String(WHOISFixtures.verisignHold.prefix(200))
    for script: [Step] in [[.reset], [.send(half), .reset]] {
      let answer = try await answer("example.com") { _ in script }
      #expect(answer.result == .failed(.unreachable), "\(script)")
    }
    let port = try ClosedPort().number
    let service = WHOISService(server: WHOISServer(host: "127.0.0.1", port: port))
    let answer = await WHOISClient().answer(
      about: try DNSName("example.com"), at: service, until: .now + .seconds(20))
    #expect(answer.result == .failed(.unreachable))
  }

  @Test func endsWhenCancelled() async throws {
    let answer = try await LoopbackServer.serving({ _ in [.silence] }) { server in
      let service = WHOISService(server: WHOISServer(host: "127.0.0.1", port: server.port))
      let domain = try DNSName("example.com")
      let task = Task {
        await WHOISClient().answer(about: domain, at: service, until: .now + .seconds(600))
      }
      while server.asked.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      return await task.value
    }
    #expect(answer.result == .failed(.cancelled))
  }

  @Test func sendsOneLineOnly() async throws {
    let name = try DNSName(labels: [Array("a\r\nb".utf8), Array("com".utf8)])
    try await LoopbackServer.serving({ _ in [] }) { server in
      let service = WHOISService(server: WHOISServer(host: "127.0.0.1", port: server.port))
      let answer = await WHOISClient().answer(
        about: name, at: service, until: .now + .seconds(20))
      #expect(answer.result == .failed(.refused) && server.asked.isEmpty)
    }
  }
}

@Suite("WHOIS servers as text")
struct WHOISServerTests {
  @Test func readsHostAndPort() {
    #expect(WHOISServer("whois.kr").map { [$0.host, "\($0.port)"] } == ["whois.kr", "43"])
    #expect(WHOISServer("127.0.0.1#4343")?.port == 4343)
    #expect(WHOISServer("::1#4343")?.host == "::1")
    #expect(WHOISServer("whois.kr#43")?.description == "whois.kr")
    #expect(WHOISServer("whois.kr#44")?.description == "whois.kr#44")
  }

  @Test(arguments: [
    "", "#43", "a b", "whois.kr#", "whois.kr#0", "whois.kr#65536", "whois.kr#4#3", "whois.kr:43",
    "http://whois.kr", "a..b", "whois.kr\r\n", String(repeating: "a", count: 300),
  ])
  func refuses(_ text: String) { #expect(WHOISServer(text) == nil) }
}
