import DNS
import Testing

@testable import Resolution

/// Servers that lead a trace in circles, or to more servers than anybody can ask.
///
/// One fake server plays all of them: it is told apart by the question only.
@Suite(.timeLimit(.minutes(1))) struct HostileDelegationTests {
  private let registrable: DNSName

  init() throws { registrable = try name("example.com") }

  /// An answer with a zone text in the authority section, and glue to the fake server itself.
  private static func referral(
    _ query: FakeServer.Query, _ zone: DNSName, servers: [String] = ["ns.fake"],
    glue: Bool = true
  ) -> Message {
    var message = query.answer()
    let names = servers.compactMap { try? DNSName($0) }
    message.authority = names.map {
      ResourceRecord(name: zone, type: .ns, ttl: 60, data: .name($0))
    }
    if glue, let local = IPAddress("127.0.0.1") {
      message.additional = names.map {
        ResourceRecord(name: $0, type: .a, ttl: 60, data: .address(local))
      }
    }
    return message
  }

  private static func soa(_ query: FakeServer.Query, _ zone: DNSName) -> Message {
    var message = query.answer(code: .nxDomain)
    message.isAuthoritative = true
    let start = StartOfAuthority(
      primary: zone, mailbox: zone, serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1)
    message.authority = [ResourceRecord(name: zone, type: .soa, ttl: 1, data: .soa(start))]
    return message
  }

  private func trace(
    _ server: FakeServer, _ domain: DNSName? = nil,
    until deadline: ContinuousClock.Instant = .patient
  ) async throws -> (delegation: Delegation, queries: Int) {
    let client = try Client.fresh()
    let root = NameServer(try name("root.fake"), addresses: [try address("127.0.0.1")])
    let tracer = Tracer(
      panel: Panel(client: client, port: server.port, usesIPv6: false),
      hints: RootHints(servers: [root]))
    let delegation = await tracer.trace(domain ?? registrable, until: deadline)
    return (delegation, client.counter.count)
  }

  // MARK: Circles

  @Test func aReferralToTheSameZoneEnds() async throws {
    let com = try name("com")
    let server = try FakeServer { [Self.referral($0, com)] }
    let (delegation, queries) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(queries == 2)
  }

  @Test func aReferralUpwardsEnds() async throws {
    let com = try name("com")
    let server = try FakeServer { query in
      [Self.referral(query, query.number % 2 == 0 ? com : .root)]
    }
    let (delegation, queries) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(queries == 2)
  }

  @Test func referralsToTheRootEnd() async throws {
    let server = try FakeServer { [Self.referral($0, .root)] }
    let (delegation, queries) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(queries == 1)
  }

  @Test func aReferralSidewaysIsNoReferral() async throws {
    let other = try name("example.org")
    let server = try FakeServer { [Self.referral($0, other)] }
    #expect(try await trace(server).delegation.outcome == .unknown)
  }

  @Test func everDeeperReferralsEnd() async throws {
    let deep = try name(String(repeating: "a.", count: 60) + "example")
    let server = try FakeServer { query in
      // One label more each time.
      let labels = deep.labels.suffix(query.number + 1)
      return (try? DNSName(labels: Array(labels))).map { [Self.referral(query, $0)] } ?? []
    }
    let (delegation, queries) = try await trace(server, deep)
    #expect(delegation.outcome == .unknown)
    #expect(queries == Tracer.mostReferrals)
  }

  @Test func serversInEachOthersZonesEnd() async throws {
    let com = try name("com")
    let net = try name("net")
    let server = try FakeServer { query in
      // com is served from net, and net from com; neither with an address.
      let isCom = query.message.question?.name.isSubdomain(of: com) == true
      return [
        isCom
          ? Self.referral(query, com, servers: ["ns.example.net"], glue: false)
          : Self.referral(query, net, servers: ["ns.example.com"], glue: false)
      ]
    }
    let (delegation, queries) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(queries <= 8)
  }

  // MARK: Too many

  /// Each name leads to a hundred others of its own zone: 100 to the power of the depth.
  @Test func aHundredServersInsideTheirOwnZoneEnd() async throws {
    let com = try name("com")
    let servers = (0..<100).map { "ns\($0).com" }
    let server = try FakeServer(
      overUDP: { query in
        [.send(Self.referral(query, com, servers: servers, glue: false).encoded())]
      })
    let start = ContinuousClock.now
    let (delegation, _) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(start.duration(to: .now) < .seconds(20))
  }

  /// Each name leads to names in zones never heard of before, which lead to others (NXNSAttack).
  @Test func serversThatMultiplyEnd() async throws {
    let server = try FakeServer { query in
      guard let name = query.message.question?.name,
        let top = try? DNSName(labels: name.labels.suffix(1))
      else { return [] }
      let servers = (0..<20).map { "ns.n\(query.number)x\($0)" }
      return [Self.referral(query, top, servers: servers, glue: false)]
    }
    let (delegation, queries) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(queries <= 2 * Tracer.mostLookups)
  }

  // MARK: Lame and unusual servers

  @Test(arguments: [ResponseCode.refused, .servFail, .nxDomain, .noError, .notImp])
  func anErrorOrAnEmptyAnswerProvesNothing(code: ResponseCode) async throws {
    let server = try FakeServer { [$0.answer(code: code)] }
    let (delegation, _) = try await trace(server)
    #expect(delegation.outcome == .unknown)
    #expect(delegation.parentReplies.first?.message?.responseCode == code)
  }

  @Test func silenceEndsWithTheDeadline() async throws {
    let server = try FakeServer()
    let start = ContinuousClock.now
    let (delegation, _) = try await trace(server, until: .now + .seconds(2))
    #expect(delegation.outcome == .unknown)
    #expect(delegation.parentReplies.map(\.result.fault) == [.outOfTime])
    #expect(start.duration(to: .now) < .seconds(15))
  }

  @Test func aDenialIsOfTheZoneInItsSOA() async throws {
    let com = try name("com")
    let server = try FakeServer { query in
      [query.number == 0 ? Self.referral(query, com) : Self.soa(query, com)]
    }
    let (delegation, _) = try await trace(server)
    #expect(delegation.outcome == .absent)
    #expect(delegation.parent == com)
  }

  @Test func aChildOnTheParentsServersIsDelegated() async throws {
    let registrable = registrable
    let server = try FakeServer { query in
      guard let question = query.message.question else { return [] }
      var message = query.answer()
      message.isAuthoritative = true
      if question == Question(registrable, .ns), let target = try? DNSName("ns.example.com") {
        message.answer = [
          ResourceRecord(name: registrable, type: .ns, ttl: 60, data: .name(target))
        ]
      } else if question.type == .a, let local = IPAddress("127.0.0.1") {
        message.answer = [
          ResourceRecord(name: question.name, type: .a, ttl: 60, data: .address(local))
        ]
      } else {
        return [Self.soa(query, registrable)]
      }
      return [message]
    }
    let (delegation, _) = try await trace(server)
    #expect(delegation.outcome == .delegated)
    #expect(delegation.zone == registrable)
    #expect(delegation.nameServers.map(\.addresses.count) == [1])
  }

  @Test func aReferralThatIsCutOffIsFetchedOverTCP() async throws {
    let registrable = registrable
    let server = try FakeServer(
      overUDP: { query in
        var message = query.answer()
        message.isTruncated = true
        return [.send(message.encoded())]
      },
      overTCP: { query in
        query.message.question?.name == registrable
          ? [.send(Self.referral(query, registrable).framed)]
          : [.send(Self.soa(query, registrable).framed)]
      })
    let (delegation, _) = try await trace(server)
    #expect(delegation.outcome == .delegated)
    #expect(delegation.zone == registrable)
  }
}
