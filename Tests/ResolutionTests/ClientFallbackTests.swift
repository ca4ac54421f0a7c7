import DNS
import Testing

@testable import Resolution

/// When the first way does not do: TCP, EDNS left out, too many forgeries.
@Suite(.timeLimit(.minutes(1))) struct ClientFallbackTests {
  private func ask(
    _ server: FakeServer, until deadline: ContinuousClock.Instant = .patient
  ) async throws -> Result<Client.Reply, NoAnswer> {
    try await Client.fresh().ask(
      question, at: server.address, QueryOptions(recursion: false), until: deadline)
  }

  /// Cuts every answer off over UDP.
  private func truncating(_ overTCP: FakeServer.OverTCP?) throws -> FakeServer {
    try FakeServer(
      overUDP: { query in
        var answer = query.answer()
        answer.isTruncated = true
        return [.send(answer.encoded())]
      }, overTCP: overTCP)
  }

  @Test func aCutOffAnswerIsFetchedOverTCP() async throws {
    let server = try truncating { [.send($0.answer("right").framed), .close] }
    let client = try Client.fresh()
    let reply = try await client.ask(
      question, at: server.address, QueryOptions(recursion: true), until: .patient
    ).get()
    #expect(reply.overTCP)
    #expect(reply.wasCutOff)
    #expect(reply.message.texts == ["right"])
    #expect(client.counter.count == 2)
    #expect(server.received.map(\.overTCP) == [false, true])
    #expect(server.received.allSatisfy { $0.message.question == question })
    #expect(server.received.last?.message.recursionDesired == true)
  }

  @Test func aLongAnswerComesWhole() async throws {
    let texts = (0..<250).map { _ in String(repeating: "x", count: 240) }
    let server = try truncating { query in
      var answer = query.answer()
      answer.answer = texts.map {
        ResourceRecord(name: .root, type: .txt, ttl: 1, data: .txt([Array($0.utf8)]))
      }
      return [.send(answer.framed)]
    }
    #expect(try await ask(server).texts == texts)
  }

  @Test func anAnswerInPiecesIsPutTogether() async throws {
    let server = try truncating { $0.answer("right").framed.map { .send([$0]) } }
    #expect(try await ask(server).texts == ["right"])
  }

  @Test func whatFollowsTheAnswerIsNotRead() async throws {
    let server = try truncating { query in
      [.send(query.answer("right").framed + query.answer("second").framed)]
    }
    #expect(try await ask(server).texts == ["right"])
  }

  @Test func closedWithoutAWordTheAnswerStaysCutOff() async throws {
    #expect(try await ask(try truncating { _ in [.close] }).fault == .cutOff)
  }

  /// The query over UDP is number 0, the first over TCP number 1.
  @Test(arguments: [FakeServer.Step.close, .reset])
  func aConnectionThatIsClosedUnansweredIsOpenedOnceMore(step: FakeServer.Step) async throws {
    let server = try truncating { query in
      query.number == 1 ? [step] : [.send(query.answer("right").framed)]
    }
    #expect(try await ask(server).texts == ["right"])
  }

  @Test(arguments: [1, 2, 20]) func halfAMessageIsMalformed(octets: Int) async throws {
    let server = try truncating { query in
      [.send(Array(query.answer("right").framed.prefix(octets))), .close]
    }
    #expect(try await ask(server).fault == .malformed)
  }

  @Test(arguments: [0, 1, 20]) func halfAMessageAndSilenceTimesOut(octets: Int) async throws {
    let server = try truncating { query in
      [.send(Array(query.answer("right").framed.prefix(octets)))]
    }
    #expect(try await ask(server, until: .soon).fault == .outOfTime)
  }

  @Test func aWrongMessageOverTCPIsMalformed() async throws {
    let wrongID = try truncating { query in
      var answer = query.answer("wrong")
      answer.id ^= 1
      return [.send(answer.framed)]
    }
    #expect(try await ask(wrongID).fault == .malformed)
    let empty = try truncating { _ in [.send([0, 0])] }
    #expect(try await ask(empty).fault == .malformed)
    let junk = try truncating { _ in [.send([0, 3, 1, 2, 3])] }
    #expect(try await ask(junk).fault == .malformed)
  }

  @Test func aResetLeavesTheAnswerCutOff() async throws {
    let atOnce = try truncating { _ in [.reset] }
    #expect(try await ask(atOnce).fault == .cutOff)
    let halfway = try truncating { [.send(Array($0.answer("x").framed.prefix(9))), .reset] }
    // The reset may overtake the octets, so it is the same for the client.
    #expect(try await ask(halfway).fault == .cutOff)
  }

  @Test func withoutTCPTheAnswerStaysCutOff() async throws {
    #expect(try await ask(try truncating(nil)).fault == .cutOff)
  }

  @Test func silenceOverTCPEndsBeforeTheDeadline() async throws {
    let server = try truncating { _ in [] }
    var client = try Client.fresh()
    client.streamPatience = .milliseconds(300)
    let result = try await client.ask(
      question, at: server.address, QueryOptions(), until: .patient)
    #expect(result.fault == .cutOff)
  }

  @Test func aCutOffAnswerIsTakenByThoseWhoWantIt() async throws {
    let server = try truncating { [.send($0.answer("whole").framed)] }
    var options = QueryOptions()
    options.ignoresTruncation = true
    let reply = try await Client.fresh().ask(
      question, at: server.address, options, until: .patient
    ).get()
    #expect(reply.message.isTruncated)
    #expect(!reply.overTCP)
  }

  // MARK: EDNS

  @Test(arguments: [ResponseCode.formErr, .notImp, .badVers])
  func aServerWithoutEDNSIsAskedWithoutIt(code: ResponseCode) async throws {
    let server = try FakeServer { query in
      query.message.udpPayloadSize == nil ? [query.answer("plain")] : [query.answer(code: code)]
    }
    #expect(try await ask(server).texts == ["plain"])
    #expect(server.received.map(\.message.udpPayloadSize) == [1232, nil])
  }

  @Test func aServerThatIsSilentToEDNSIsAskedWithoutItAtLast() async throws {
    let server = try FakeServer { query in
      query.message.udpPayloadSize == nil ? [query.answer("plain")] : []
    }
    let client = try Client.fresh(patience: [.milliseconds(200), .seconds(30)])
    let reply = try await client.ask(
      question, at: server.address, QueryOptions(), until: .patient
    ).get()
    #expect(reply.message.texts == ["plain"])
    #expect(reply.edns == .unanswered)
    #expect(server.received.map(\.message.udpPayloadSize) == [1232, nil])
  }

  @Test func ednsIsKeptByThoseWhoWantIt() async throws {
    let server = try FakeServer { query in
      query.message.udpPayloadSize == nil ? [query.answer("plain")] : []
    }
    var options = QueryOptions()
    options.dropsEDNSWhenSilent = false
    let client = try Client.fresh(patience: [.milliseconds(100), .milliseconds(100)])
    let result = try await client.ask(
      question, at: server.address, options, until: .patient)
    #expect(result.fault == .timedOut)
    #expect(server.received.allSatisfy { $0.message.udpPayloadSize == 1232 })
  }

  @Test func howEDNSWasTakenIsTold() async throws {
    let modern = try FakeServer { [$0.answer("right")] }
    #expect(try await ask(modern).get().edns == .taken)
    let old = try FakeServer { query in
      [query.answer(code: query.message.udpPayloadSize == nil ? .noError : .formErr)]
    }
    #expect(try await ask(old).get().edns == .refused)
    var options = QueryOptions()
    options.payloadSize = nil
    let reply = try await Client.fresh().ask(
      question, at: modern.address, options, until: .patient)
    #expect(try reply.get().edns == .unused)
  }

  @Test func aRefusalToReadWithoutEDNSIsTheAnswer() async throws {
    let server = try FakeServer { [$0.answer(code: .formErr)] }
    #expect(try await ask(server).get().message.responseCode == .formErr)
    #expect(server.received.count == 2)
  }

  @Test(arguments: [ResponseCode.servFail, .refused, .nxDomain])
  func otherErrorsAreNotAboutEDNS(code: ResponseCode) async throws {
    let server = try FakeServer { [$0.answer(code: code)] }
    #expect(try await ask(server).get().message.responseCode == code)
    #expect(server.received.count == 1)
  }

  @Test func aPlainAnswerThatIsCutOffIsFetchedOverTCP() async throws {
    let server = try FakeServer(
      overUDP: { query in
        var answer = query.answer()
        if query.message.udpPayloadSize == nil {
          answer.isTruncated = true
        } else {
          answer.responseCode = .formErr
        }
        return [.send(answer.encoded())]
      }, overTCP: { [.send($0.answer("whole").framed)] })
    let reply = try await ask(server).get()
    #expect(reply.overTCP)
    #expect(reply.message.texts == ["whole"])
    // A server that does not know EDNS is not bothered with it over TCP either.
    #expect(server.received.map(\.message.udpPayloadSize) == [1232, nil, nil])
  }

  // MARK: Forgeries

  private func guessing(_ count: Int, overTCP: FakeServer.OverTCP?) throws -> FakeServer {
    try FakeServer(
      overUDP: { query in
        let forged = (0..<count).map { index in
          var answer = query.answer("forged")
          answer.id ^= UInt16(index + 1)
          return FakeServer.Datagram.send(answer.encoded())
        }
        return forged + [.send(query.answer("over UDP").encoded())]
      }, overTCP: overTCP)
  }

  @Test func fifteenForgeriesAreBorne() async throws {
    let server = try guessing(15) { [.send($0.answer("over TCP").framed)] }
    #expect(try await ask(server).texts == ["over UDP"])
  }

  @Test func sixteenForgeriesLeadToTCP() async throws {
    let server = try guessing(16) { [.send($0.answer("over TCP").framed)] }
    let reply = try await ask(server).get()
    #expect(reply.message.texts == ["over TCP"])
    #expect(reply.overTCP)
    #expect(!reply.wasCutOff, "forgeries led to TCP")
  }

  @Test func sixteenForgeriesAndNoTCPGiveNothing() async throws {
    #expect(try await ask(try guessing(16, overTCP: nil)).fault == .portClosed)
  }

  @Test func sixteenPiecesOfJunkLeadToTCPToo() async throws {
    let server = try FakeServer(
      overUDP: { query in
        Array(repeating: .send([1, 2, 3]), count: 16)
          + [.send(query.answer("over UDP").encoded())]
      }, overTCP: { [.send($0.answer("over TCP").framed)] })
    #expect(try await ask(server).texts == ["over TCP"])
  }
}
