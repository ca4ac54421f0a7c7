import DNS
import Testing

@testable import Resolution

@Suite(.timeLimit(.minutes(1))) struct PanelTests {
  private func questions(_ count: Int) throws -> [Question] {
    try (0..<count).map { Question(try name("n\($0).example"), .txt) }
  }

  private func echo() throws -> FakeServer {
    try FakeServer { [$0.answer($0.message.question?.name.inSmallLetters.description ?? "")] }
  }

  @Test func repliesComeInTheOrderOfTheQuestions() async throws {
    let server = try echo()
    let panel = Panel(client: try .fresh(), usesIPv6: false)
    let questions = try questions(20)
    let replies = try await panel.ask(
      questions, at: server.address, QueryOptions(recursion: true), until: .patient)
    #expect(replies.map(\.question) == questions)
    #expect(replies.map { $0.message?.texts } == questions.map { [$0.name.description] })
    #expect(server.received.allSatisfy { $0.message.recursionDesired })
  }

  @Test func everyServerGetsEveryQuestionWithoutRecursion() async throws {
    let server = try echo()
    let panel = Panel(client: try .fresh(), port: server.port, usesIPv6: false)
    let local = try address("127.0.0.1")
    let servers = [
      NameServer(try name("a.example"), addresses: [local]),
      NameServer(try name("without.example")),
      NameServer(try name("b.example"), addresses: [local]),
    ]
    let replies = await panel.askEach(try questions(3), of: servers, until: .patient)
    #expect(
      replies.map { "\($0.question.name) \($0.serverName?.description ?? "")" } == [
        "n0.example. a.example.", "n1.example. a.example.", "n2.example. a.example.",
        "n0.example. b.example.", "n1.example. b.example.", "n2.example. b.example.",
      ])
    #expect(server.received.allSatisfy { !$0.message.recursionDesired })
  }

  @Test func addressesOfIPv6AreLeftOutWithoutARoute() async throws {
    let server = try echo()
    let panel = Panel(client: try .fresh(), port: server.port, usesIPv6: false)
    let both = NameServer(
      try name("a.example"), addresses: [try address("2001:db8::1"), try address("127.0.0.1")])
    let replies = await panel.askEach(try questions(1), of: [both], until: .patient)
    #expect(replies.map(\.server.address.description) == ["127.0.0.1"])
  }

  @Test func aSilentServerDoesNotHideTheOthers() async throws {
    let server = try FakeServer { query in
      query.message.question?.name.inSmallLetters.description == "n0.example."
        ? [] : [query.answer("right")]
    }
    let panel = Panel(client: try .fresh(patience: [.seconds(3)]), usesIPv6: false)
    let replies = try await panel.ask(
      try questions(2), at: server.address, QueryOptions(recursion: true), until: .patient)
    #expect(replies.map(\.result.fault) == [.timedOut, nil])
  }

  @Test func theFirstAnswerEndsTheSearch() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    let client = try Client.fresh()
    let panel = Panel(client: client, port: server.port, usesIPv6: false)
    let local = try address("127.0.0.1")
    let servers = try (0..<8).map {
      NameServer(try name("s\($0).example"), addresses: [local])
    }
    let replies = await panel.askFirst(question, of: servers, width: 2, until: .patient)
    #expect((1...2).contains(replies.count))
    #expect(client.counter.count <= 2)
    #expect(replies.contains { $0.message?.texts == ["right"] })
  }

  @Test func aRefusalLeadsToTheNextGroup() async throws {
    let server = try FakeServer { query in
      query.number < 2 ? [query.answer(code: .refused)] : [query.answer("right")]
    }
    let panel = Panel(client: try .fresh(), port: server.port, usesIPv6: false)
    let local = try address("127.0.0.1")
    let servers = try (0..<4).map {
      NameServer(try name("s\($0).example"), addresses: [local])
    }
    let replies = await panel.askUntilReferral(question, of: servers, width: 2, until: .patient)
    #expect(replies.contains { $0.message?.texts == ["right"] })
    #expect(replies.filter { $0.message?.responseCode == .refused }.count == 2)
  }

  @Test func aHostileNumberOfAddressesIsNotAsked() async throws {
    let server = try echo()
    let client = try Client.fresh()
    let panel = Panel(client: client, port: server.port, usesIPv6: false)
    let local = try address("127.0.0.1")
    let servers = try (0..<40).map {
      NameServer(
        try name("s\($0).example"), addresses: Array(repeating: local, count: 10))
    }
    _ = await panel.askEach(try questions(1), of: servers, until: .patient)
    #expect(client.counter.count <= Panel.mostAddresses)
  }
}
