import DNS
import Testing

@testable import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One question over UDP: only the answer to it, from the server asked, counts.
@Suite(.timeLimit(.minutes(1))) struct ClientDatagramTests {
  private func ask(
    _ server: FakeServer, until deadline: ContinuousClock.Instant = .patient,
    patience: [Duration] = [.seconds(30)]
  ) async throws -> Result<Client.Reply, NoAnswer> {
    try await Client.fresh(patience: patience).ask(
      question, at: server.address, QueryOptions(recursion: true), until: deadline)
  }

  @Test(arguments: [true, false]) func givesTheRightAnswer(recursion: Bool) async throws {
    let server = try FakeServer { [$0.answer("right")] }
    let client = try Client.fresh()
    let reply = try await client.ask(
      question, at: server.address, QueryOptions(recursion: recursion), until: .patient
    ).get()
    #expect(reply.message.texts == ["right"])
    #expect(!reply.overTCP)
    #expect(reply.duration > .zero)
    #expect(client.counter.count == 1)
    let query = try #require(server.received.first?.message)
    #expect(query.question == question)
    #expect(query.recursionDesired == recursion)
    #expect(query.udpPayloadSize == 1232)
  }

  @Test func anEmptyAnswerIsAnAnswer() async throws {
    let server = try FakeServer { [$0.answer(code: .nxDomain)] }
    let message = try await ask(server).get().message
    #expect(message.responseCode == .nxDomain)
    #expect(message.answer.isEmpty)
  }

  @Test func theNameMayComeBackInAnotherCase() async throws {
    let asked = Question(try name("mail.example.com"), .txt)
    let shouted = Question(try name("MAIL.example.COM"), .txt)
    let server = try FakeServer { query in
      var answer = query.answer("right")
      answer.question = shouted
      return [answer]
    }
    let result = try await Client.fresh().ask(
      asked, at: server.address, QueryOptions(recursion: true), until: .patient)
    #expect(result.texts == ["right"])
  }

  /// What must not be taken for the answer.
  enum Wrong: CaseIterable, Sendable {
    case id, name, type, query, noQuestion, noQuestionDenial

    func made(from query: FakeServer.Query) -> Message {
      var answer = query.answer("wrong")
      switch self {
      case .id: answer.id ^= 1
      case .name:
        answer.question = (try? DNSName("other.example")).map { Question($0, .txt) }
      case .type: answer.question = Question(.root, .mx)
      case .query: answer.isResponse = false
      case .noQuestion: answer.question = nil
      case .noQuestionDenial:
        answer.question = nil
        answer.responseCode = .nxDomain
      }
      return answer
    }
  }

  @Test(arguments: Wrong.allCases) func aWrongAnswerIsPassedOver(wrong: Wrong) async throws {
    let server = try FakeServer { query in
      [wrong.made(from: query), wrong.made(from: query), query.answer("right")]
    }
    #expect(try await ask(server).texts == ["right"])
  }

  @Test(arguments: Wrong.allCases) func aWrongAnswerAloneIsSilence(wrong: Wrong) async throws {
    let server = try FakeServer { [wrong.made(from: $0)] }
    #expect(try await ask(server, until: .soon).fault == .outOfTime)
  }

  @Test func anErrorMayLeaveTheQuestionOut() async throws {
    let server = try FakeServer { query in
      var answer = query.answer(code: .servFail)
      answer.question = nil
      return [answer]
    }
    #expect(try await ask(server).get().message.responseCode == .servFail)
  }

  @Test func anAnswerFromAnotherPortIsNeverTaken() async throws {
    let forger = try FakeServer(overUDP: { query in
      [.sendFromAnotherPort(query.answer("forged").encoded())]
    })
    #expect(try await ask(forger, until: .soon).fault == .outOfTime)
    #expect(try await eventually { !forger.received.isEmpty })
    let both = try FakeServer(overUDP: { query in
      [
        .sendFromAnotherPort(query.answer("forged").encoded()),
        .send(query.answer("right").encoded()),
      ]
    })
    #expect(try await ask(both).texts == ["right"])
  }

  #if os(Linux)  // Other systems have 127.0.0.1 only.
    @Test func anAnswerFromAnotherAddressIsNeverTaken() async throws {
      // The other socket must be able to take the port, or the test would prove nothing.
      let probe = try FakeServer()
      let other = try Loopback.bound(.datagram, at: "127.0.0.2", port: probe.port)
      close(other.descriptor)
      let forger = try FakeServer(overUDP: { query in
        [.sendFromAnotherAddress(query.answer("forged").encoded())]
      })
      #expect(try await ask(forger, until: .soon).fault == .outOfTime)
      let both = try FakeServer(overUDP: { query in
        [
          .sendFromAnotherAddress(query.answer("forged").encoded()),
          .send(query.answer("right").encoded()),
        ]
      })
      #expect(try await ask(both).texts == ["right"])
    }
  #endif

  static let junk: [[UInt8]] = [
    [], [0], Array(repeating: 0xFF, count: 11), Array(repeating: 0xFF, count: 512),
    Array(repeating: 0xC0, count: 65_000),
  ]

  @Test func junkIsPassedOver() async throws {
    let server = try FakeServer(overUDP: { query in
      Self.junk.map { .send($0) } + [.send(query.answer("right").encoded())]
    })
    #expect(try await ask(server).texts == ["right"])
  }

  @Test(arguments: junk) func junkAloneIsMalformed(junk: [UInt8]) async throws {
    let server = try FakeServer(overUDP: { _ in [.send(junk)] })
    #expect(try await ask(server, patience: [.seconds(2)]).fault == .malformed)
  }

  @Test func silenceEndsWithTheDeadline() async throws {
    let server = try FakeServer()
    let client = try Client.fresh()
    let start = ContinuousClock.now
    let result = try await client.ask(
      question, at: server.address, QueryOptions(recursion: true), until: .soon)
    #expect(result.fault == .outOfTime)
    #expect(start.duration(to: .now) < .seconds(5))
    #expect(client.counter.count <= 1)
  }

  @Test func aLaterTryIsMorePatient() throws {
    let patience = Client(readiness: try Readiness()).patience
    #expect(patience.count > 1)
    #expect(zip(patience, patience.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func nothingIsSentAfterTheDeadline() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    let client = try Client.fresh()
    let result = try await client.ask(
      question, at: server.address, QueryOptions(recursion: true), until: .now - .seconds(1))
    #expect(result.fault == .outOfTime)
    #expect(client.counter.count == 0)
  }

  @Test func aLostQueryIsSentAgain() async throws {
    let server = try FakeServer { $0.number == 0 ? [] : [$0.answer("right")] }
    let result = try await ask(server, patience: [.milliseconds(300), .seconds(30)])
    #expect(result.texts == ["right"])
    #expect(server.received.map(\.overTCP) == [false, false])
    #expect(server.received.allSatisfy { $0.message.question == question })
  }

  @Test func everyQueryHasAnIDOfItsOwn() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    for _ in 0..<40 { #expect(try await ask(server).texts == ["right"]) }
    // Forty draws of 65,536 numbers: ten equal ones do not happen by chance.
    #expect(Set(server.received.map(\.message.id)).count > 30)
  }

  @Test func aClosedPortIsKnownAtOnce() async throws {
    let server = try FakeServer(overUDP: nil)
    let start = ContinuousClock.now
    #expect(try await ask(server).fault == .portClosed)
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func anAddressThatTakesNothingIsUnreachable() async throws {
    // A socket may not send to the broadcast address unless it says so.
    let broadcast = ServerAddress(try address("255.255.255.255"), port: 53)
    let result = try await Client.fresh().ask(
      question, at: broadcast, QueryOptions(recursion: true), until: .patient)
    #expect(result.fault == .unreachable)
  }

  @Test func socketsThatCannotConnectAreClosed() async throws {
    let broadcast = ServerAddress(try address("255.255.255.255"), port: 53)
    let client = try Client.fresh()
    let before = openDescriptors()
    for _ in 0..<500 {
      _ = await client.ask(question, at: broadcast, QueryOptions(recursion: true), until: .patient)
    }
    // Other tests of this process open some too, but never hundreds.
    #expect(openDescriptors() < before + 250)
  }

  @Test func manyQuestionsGetTheirOwnAnswers() async throws {
    let server = try FakeServer { query in
      [query.answer(query.message.question?.name.inSmallLetters.description ?? "")]
    }
    let client = try Client.fresh()
    let address = try server.address
    let names = try (0..<50).map { try name("n\($0).example") }
    await withTaskGroup(of: (DNSName, [String]?).self) { group in
      for name in names {
        group.addTask {
          let result = await client.ask(
            Question(name, .txt), at: address, QueryOptions(recursion: false), until: .patient)
          return (name, result.texts)
        }
      }
      for await (name, texts) in group { #expect(texts == [name.description]) }
    }
  }
}
