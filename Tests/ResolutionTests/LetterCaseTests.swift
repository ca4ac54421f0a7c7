import DNS
import Testing

@testable import Resolution

/// 0x20: letters in random case, which a forger would have to guess.
@Suite(.timeLimit(.minutes(1))) struct LetterCaseTests {
  private let asked: Question

  init() throws { asked = Question(try name("qcloud._domainkey.Mail.example.com"), .txt) }

  private func ask(
    _ server: FakeServer, _ options: QueryOptions = QueryOptions()
  ) async throws -> Result<Client.Reply, NoAnswer> {
    try await Client.fresh().ask(asked, at: server.address, options, until: .patient)
  }

  private static func inSmallLetters(_ query: FakeServer.Query, _ text: String) -> Message {
    var answer = query.answer(text)
    if let name = answer.question?.name.inSmallLetters { answer.question?.name = name }
    return answer
  }

  @Test func lettersAreDrawnAnewForEachQuery() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    for _ in 0..<8 { #expect(try await ask(server).texts == ["right"]) }
    let sent = server.received.compactMap { $0.message.question?.name.wire }
    // 30 letters: two equal draws of eight happen once in 40 million runs.
    #expect(Set(sent).count == 8)
    #expect(server.received.allSatisfy { $0.message.question == asked })
  }

  @Test func whoeverAskedSeesTheOwnLetters() async throws {
    let server = try FakeServer { query in
      var answer = query.answer("right")
      guard let name = query.message.question?.name, let parent = name.parent else { return [] }
      answer.authority = [
        ResourceRecord(name: parent, type: .ns, ttl: 1, data: .name(parent)),
        ResourceRecord(
          name: parent, type: .mx, ttl: 1, data: .mx(preference: 1, exchange: parent)),
      ]
      return [answer]
    }
    let message = try await ask(server).get().message
    #expect(message.question?.name.wire == asked.name.wire)
    #expect(message.answer.map(\.name.wire) == [asked.name.wire])
    let parent = try #require(asked.name.parent)
    #expect(message.authority.map(\.name.wire) == [parent.wire, parent.wire])
    #expect(message.authority.first?.data == .name(parent))
  }

  @Test func otherLettersLeadToTCP() async throws {
    let server = try FakeServer(
      overUDP: { [.send(Self.inSmallLetters($0, "over UDP").encoded())] },
      overTCP: { [.send(Self.inSmallLetters($0, "over TCP").framed)] })
    let reply = try await ask(server).get()
    #expect(reply.message.texts == ["over TCP"])
    #expect(reply.overTCP)
  }

  @Test func withoutTCPASecondQuestionMustDo() async throws {
    let server = try FakeServer { [Self.inSmallLetters($0, "right")] }
    #expect(try await ask(server).texts == ["right"])
    let queries = server.received.map(\.message)
    #expect(queries.count == 2)
    #expect(queries.last?.question?.name.wire == asked.name.inSmallLetters.wire)
  }

  @Test func aForgerWhoGuessesEverythingButTheLettersIsNotBelieved() async throws {
    // The forged answer comes first; the true one would follow, but the trick is noticed already.
    let server = try FakeServer(
      overUDP: { query in
        [
          .send(Self.inSmallLetters(query, "forged").encoded()),
          .send(query.answer("right").encoded()),
        ]
      }, overTCP: { [.send($0.answer("right").framed)] })
    #expect(try await ask(server).texts == ["right"])
  }

  @Test func lettersStayByThoseWhoWantIt() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    var options = QueryOptions()
    options.randomisesCase = false
    #expect(try await ask(server, options).texts == ["right"])
    #expect(server.received.map(\.message.question?.name.wire) == [asked.name.wire])
  }

  @Test(arguments: [
    ("MAIL.example.com", "a.mail.Example.com", "a.MAIL.example.com"),
    ("mail.example.com", "NS1.Other.Com", "NS1.Other.com"),
    ("mail.example.com", "NS1.Other.Net", "NS1.Other.Net"),
    (".", "A.b", "A.b"), ("a.b", ".", "."),
  ]) func sharedLabelsTakeTheLettersOfTheQuestion(
    question: String, found: String, expected: String
  ) throws {
    let result = try name(found).withLetterCase(of: try name(question))
    #expect(result.wire == (try name(expected)).wire)
  }
}
