import DNS
import Foundation
import Testing

@testable import Practice

/// The registry of the world over real HTTP.
@Suite struct RegistryServiceTests {
  /// Sends octets to the registry and gives what comes until the connection ends.
  private func exchange(_ octets: [UInt8], with world: World) throws -> String {
    let socket = try LoopbackSocket(.stream)
    #expect(socket.connect(try address("127.53.0.43"), port: world.port) == nil)
    var rest = octets[...]
    var reply: [UInt8] = []
    let end = ContinuousClock.now + .seconds(10)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while ContinuousClock.now < end {
      if !rest.isEmpty, case .octets(let sent) = socket.send(rest) { rest = rest.dropFirst(sent) }
      switch socket.receive(into: &buffer) {
      case .octets(let count): reply += buffer.prefix(count)
      case .wouldBlock: continue
      case .ended: return String(decoding: reply, as: UTF8.self)
      }
    }
    Issue.record("the connection does not end")
    return ""
  }

  private func get(_ path: String, from world: World) throws -> (status: String, body: String) {
    let request = "GET \(path) HTTP/1.1\r\nHost: registry\r\nAccept: application/rdap+json\r\n\r\n"
    let reply = try exchange(Array(request.utf8), with: world)
    let parts = reply.components(separatedBy: "\r\n\r\n")
    #expect(parts.count == 2)
    #expect(parts[0].contains("Content-Length: \(parts[1].utf8.count)\r\n"))
    return (String(reply.prefix { $0 != "\r\n" }), parts[1])
  }

  private func object(_ path: String, from world: World) throws -> [String: Any] {
    let reply = try get(path, from: world)
    #expect(reply.status == "HTTP/1.1 200 OK")
    let object = try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
    return try #require(object as? [String: Any])
  }

  @Test(arguments: [
    ("healthy", ["client transfer prohibited"], 330),
    ("hold-lifted", ["client transfer prohibited"], 330),
    ("registry-hold", ["client transfer prohibited", "server hold"], 330),
    ("registrar-hold", ["client transfer prohibited", "client hold"], 330),
    ("expired", ["redemption period"], -45), ("suspended", ["client transfer prohibited"], 330),
  ])
  func everyScenarioHasItsEntry(_ id: String, _ statuses: [String], _ days: Int) throws {
    let world = try world(id)
    let domain = try object("/domain/EXAMPLE.com", from: world)
    #expect(domain["objectClassName"] as? String == "domain")
    #expect(domain["ldhName"] as? String == "EXAMPLE.com")
    #expect(domain["status"] as? [String] == statuses)
    let events = try #require(domain["events"] as? [[String: String]])
    let end = try #require(events.first { $0["eventAction"] == "expiration" }?["eventDate"])
    let date = try Date(end, strategy: .iso8601)
    #expect(abs(date.timeIntervalSinceNow / 86_400 - Double(days)) < 1)
    let servers = try #require(domain["nameservers"] as? [[String: String]])
    let names = servers.compactMap { $0["ldhName"] }
    let standIn = ["failed-whois-verification.namecheap.com"]
    #expect(names == (id == "suspended" ? standIn : ["f1g1ns1.dnspod.net", "f1g1ns2.dnspod.net"]))
    // In the last round nothing is the matter.
    world.nextRound()
    let later = try object("/domain/example.com", from: world)
    #expect(later["status"] as? [String] == ["client transfer prohibited"])
  }

  @Test func whatNobodyRegisteredIsNotFound() throws {
    let world = try world("not-registered")
    #expect(try get("/domain/example.com", from: world).status == "HTTP/1.1 404 Not Found")
    world.nextRound()
    #expect(try get("/domain/example.com", from: world).status == "HTTP/1.1 200 OK")
    for path in ["/domain/other.com", "/domain/mail.example.com", "/domain/", "/", "/help"] {
      #expect(try get(path, from: world).status == "HTTP/1.1 404 Not Found", "\(path)")
    }
  }

  @Test(arguments: [
    "\"quoted\"", "a\\b.com", "a%2Fb.com", "a b", "\u{1B}[2J.com", "..", "ex\u{E4}.com",
  ])
  func strangeNamesAreNotEchoed(_ name: String) throws {
    let reply = try exchange(
      Array("GET /domain/\(name) HTTP/1.1\r\n\r\n".utf8), with: try world("healthy"))
    #expect(reply.hasPrefix("HTTP/1.1 40") && !reply.contains(name))
  }

  @Test func rubbishGetsAnAnswerAndTheEnd() throws {
    let world = try world("healthy")
    for text in ["POST /domain/example.com HTTP/1.1\r\n\r\n", "\r\n\r\n", "GET\r\n\r\n"] {
      let reply = try exchange(Array(text.utf8), with: world)
      #expect(reply.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(text)")
    }
    // A request without end is cut off, and the servers go on.
    let long = try exchange([UInt8](repeating: 65, count: 20_000), with: world)
    #expect(long.isEmpty || long.hasPrefix("HTTP/1.1 400"))
    #expect(
      try world.send([UInt8](repeating: 0, count: 40), to: "127.53.0.43", within: .milliseconds(50))
        == nil)
    #expect(try world.dig("127.53.0.3", dkimName, "TXT", "+norecurse").answer.count == 1)
  }

  /// What is spoken at the registry's address is not spoken at a name server's.
  @Test func nameServersSpeakNoHTTP() throws {
    let world = try world("healthy")
    let socket = try LoopbackSocket(.stream)
    #expect(socket.connect(try address("127.53.0.3"), port: world.port) == nil)
    #expect(socket.send(Array("GET / HTTP/1.1\r\n\r\n".utf8)[...]) == .octets(18))
    var buffer = [UInt8](repeating: 0, count: 16)
    // Two octets are a length, and so many never come.
    #expect(socket.receive(into: &buffer) == .wouldBlock)
  }
}

/// What the DNS of the world shows when the registration is at fault.
@Suite struct RegistrationConditionTests {
  @Test(arguments: ["registrar-hold", "expired", "not-registered"])
  func theZoneAboveDenies(_ id: String) throws {
    let world = try world(id)
    let parent = try world.dig("127.53.0.2", "example.com", "NS", "+norecurse")
    #expect(parent.status == "NXDOMAIN")
    #expect(try world.dig("127.53.0.3", dkimName, "TXT", "+norecurse").answer.count == 1)
    #expect(world.submit(expected: world.scenario.records) != .verified)
    world.nextRound()
    world.passTime(seconds: 900)
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }

  @Test func anotherServerStandsIn() throws {
    let world = try world("suspended")
    let parent = try world.dig("127.53.0.2", "example.com", "NS", "+norecurse")
    #expect(parent.authority.count == 1)
    #expect(parent.authority.first?.hasSuffix("failed-whois-verification.namecheap.com.") == true)
    #expect(try world.dig("127.53.0.53", "example.com", "A").answer.count == 1)
    #expect(try world.dig("127.53.0.53", "mail.example.com", "MX").status == "NXDOMAIN")
    #expect(try world.dig("127.53.0.6", "example.com", "NS", "+norecurse").flags == ["qr", "aa"])
    world.nextRound()
    world.passTime(seconds: 86_400)
    #expect(world.submit(expected: world.scenario.records) == .verified)
    #expect(try world.dig("127.53.0.6", "example.com", "NS", "+norecurse").status == "REFUSED")
  }

  @Test func aLiftedHoldIsRememberedForTheRestOfItsTime() throws {
    let world = try world("hold-lifted")
    #expect(world.now == 160)
    #expect(try world.dig("127.53.0.2", "example.com", "NS", "+norecurse").authority.count == 2)
    for server in ["127.53.0.53", "127.53.0.54"] {
      for (name, type) in [("mail.example.com", "MX"), (dkimName, "TXT")] {
        let dig = try world.dig(server, name, type)
        #expect(dig.status == "NXDOMAIN")
        #expect(dig.authority.first?.hasPrefix("com. 740 IN SOA") == true)
      }
    }
    #expect(world.submit(expected: world.scenario.records) != .verified)
    world.passTime(seconds: 740)
    #expect(world.submit(expected: world.scenario.records) == .verified)
  }
}
