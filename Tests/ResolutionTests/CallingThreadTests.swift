import DNS
import Foundation
import Testing

@testable import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A task with its waits on the thread that asks for it.
@Suite(.timeLimit(.minutes(1))) struct CallingThreadTests {
  /// Runs the work as the program's main thread would; the test itself is suspended meanwhile.
  private static func onItsThread<Result: Sendable>(
    _ work: @escaping @Sendable (Readiness) async -> Result
  ) async -> Result? {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: try? CallingThread.run(work)) }
    }
  }

  @Test func asksManyAtOnceOnOneThread() async throws {
    let server = try FakeServer { [$0.answer("here")] }
    let address = try server.address
    let threads = try #require(
      await Self.onItsThread { readiness in
        var client = Client(readiness: readiness)
        client.patience = [.seconds(30)]
        return await withTaskGroup(of: UInt?.self) { [client] group in
          for _ in 0..<8 {
            group.addTask {
              let result = await client.ask(
                question, at: address, QueryOptions(), until: .patient)
              return result.texts == ["here"] ? UInt(pthread_self()) : nil
            }
          }
          var threads: [UInt?] = []
          for await thread in group { threads.append(thread) }
          return threads
        }
      })
    #expect(threads.count == 8)
    #expect(!threads.contains(nil) && Set(threads).count == 1)
  }

  /// Work that another thread hands over wakes the thread that polls.
  @Test func wakesForWorkFromElsewhere() async throws {
    let value = await Self.onItsThread { _ in
      await withCheckedContinuation { continuation in
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: 0.05)
          continuation.resume(returning: 7)
        }
      }
    }
    #expect(value == 7)
  }

  @Test func aDeadlineEndsAWait() async throws {
    let (receiver, _) = try Loopback.bound(.datagram)
    defer { close(receiver) }
    let isReady = await Self.onItsThread { readiness in
      await readiness.wait(for: receiver, writing: false, until: .soon)
    }
    #expect(isReady == false)
  }

  /// Nothing of the pipe is left over.
  @Test func closesItsPipe() async throws {
    let before = openDescriptors()
    for _ in 0..<200 { #expect(await Self.onItsThread { _ in 1 } == 1) }
    #expect(try await eventually { openDescriptors() < before + 200 })
  }
}
