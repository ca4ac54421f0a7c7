import DNS
import Testing

@testable import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A task that nobody waits for any more does not wait either.
@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
  @Test func endsAWaitForADatagram() async throws {
    let server = try FakeServer()
    let client = try Client.fresh()
    let address = try server.address
    let start = ContinuousClock.now
    let task = Task {
      await client.ask(
        question, at: address, QueryOptions(recursion: true), until: .now + .seconds(50))
    }
    #expect(try await eventually { !server.received.isEmpty })
    task.cancel()
    #expect(await task.value.fault == .cancelled)
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func endsAWaitForAStream() async throws {
    let server = try FakeServer(
      overUDP: { query in
        var answer = query.answer()
        answer.isTruncated = true
        return [.send(answer.encoded())]
      }, overTCP: { _ in [.send([0])] })
    let client = try Client.fresh()
    let address = try server.address
    let start = ContinuousClock.now
    let task = Task {
      await client.ask(
        question, at: address, QueryOptions(recursion: true), until: .now + .seconds(50))
    }
    #expect(try await eventually { server.received.contains { $0.overTCP } })
    task.cancel()
    #expect(await task.value.fault == .cancelled)
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func aCancelledTaskSendsNothing() async throws {
    let server = try FakeServer { [$0.answer("right")] }
    let client = try Client.fresh()
    let address = try server.address
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await client.ask(question, at: address, QueryOptions(recursion: true), until: .patient)
    }
    #expect(await task.value.fault == .cancelled)
    #expect(client.counter.count == 0)
  }

  /// The cancellation may come before the wait has reached the thread; it must not get lost.
  @Test func neverGetsLost() async throws {
    let readiness = try Readiness()
    let (descriptor, _) = try Loopback.bound(.datagram)
    defer { close(descriptor) }
    let start = ContinuousClock.now
    for round in 0..<500 {
      let task = Task {
        if round % 2 == 0 { withUnsafeCurrentTask { $0?.cancel() } }
        return await readiness.wait(
          for: descriptor, writing: false, until: .now + .seconds(50))
      }
      if round % 3 == 0 { await Task.yield() }
      task.cancel()
      #expect(await task.value == false)
    }
    #expect(start.duration(to: .now) < .seconds(40))
  }
}
