import DNS
import Testing

@testable import Resolution

@Suite(.timeLimit(.minutes(1))) struct StubResolverTests {
  private func stub(_ servers: FakeServer...) throws -> StubResolver {
    StubResolver(client: try .fresh(), resolvers: try servers.map { try $0.address })
  }

  @Test func repliesComeInTheOrderOfTheQuestions() async throws {
    let server = try FakeServer {
      [$0.answer($0.message.question?.name.inSmallLetters.description ?? "")]
    }
    let questions = try (0..<20).map { Question(try name("n\($0).example"), .txt) }
    let replies = try await stub(server).ask(questions, until: .patient)
    #expect(replies.map(\.question) == questions)
    #expect(replies.map { $0.message?.texts } == questions.map { [$0.name.description] })
    #expect(server.received.allSatisfy { $0.message.recursionDesired })
  }

  @Test func theNextResolverIsAskedWhenOneFails() async throws {
    for code in [ResponseCode.servFail, .refused] {
      let failing = try FakeServer { [$0.answer(code: code)] }
      let working = try FakeServer { [$0.answer("found")] }
      let replies = try await stub(failing, working).ask([question], until: .patient)
      #expect(replies.map { $0.message?.texts } == [["found"]])
      #expect(failing.received.count == 1)
    }
  }

  @Test func theNextResolverIsAskedWhenOneIsSilent() async throws {
    let silent = try FakeServer()
    let working = try FakeServer { [$0.answer("found")] }
    let replies = try await stub(silent, silent, working).ask([question], until: .patient)
    #expect(replies.map { $0.message?.texts } == [["found"]])
  }

  @Test func anAbsenceCounts() async throws {
    let denying = try FakeServer { [$0.answer(code: .nxDomain)] }
    let other = try FakeServer { [$0.answer("found")] }
    let replies = try await stub(denying, other).ask([question], until: .patient)
    #expect(replies.map(\.counts) == [true] && other.received.isEmpty)
  }

  @Test func withoutAnAnswerThatCountsThereIsTheLastOne() async throws {
    let first = try FakeServer { [$0.answer(code: .refused)] }
    let last = try FakeServer { [$0.answer(code: .servFail)] }
    let replies = try await stub(first, last).ask([question], until: .patient)
    #expect(replies.map(\.counts) == [false])
    #expect(first.received.count == 1 && last.received.count == 1)
    #expect(try await stub().ask([question], until: .patient).isEmpty)
  }

  @Test func nobodyIsWaitedForBeyondTheDeadline() async throws {
    let silent = try FakeServer()
    let start = ContinuousClock.now
    let replies = try await stub(silent, silent).ask([question], until: .soon)
    #expect(replies.map(\.counts) == [false])
    #expect(start.duration(to: .now) < .seconds(20))
  }
}
