import DNS
import Testing

@testable import Resolution

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.timeLimit(.minutes(1))) struct ReadinessTests {
  @Test func seesWhatCanBeReadAndWritten() async throws {
    let readiness = try Readiness()
    let (receiver, port) = try Loopback.bound(.datagram)
    defer { close(receiver) }
    let socket = try Socket(
      .datagram, connectedTo: ServerAddress(try address("127.0.0.1"), port: port))
    let descriptor = socket.descriptor
    #expect(await readiness.wait(for: descriptor, writing: true, until: .patient))
    #expect(await !readiness.wait(for: receiver, writing: false, until: .soon))
    let octets: [UInt8] = [1, 2, 3]
    #expect(try socket.send(octets[...]) == 3)
    #expect(await readiness.wait(for: receiver, writing: false, until: .patient))
    #expect(Loopback.receive(receiver)?.octets == octets)
  }

  @Test func aPastDeadlineIsNoWait() async throws {
    let readiness = try Readiness()
    let (receiver, _) = try Loopback.bound(.datagram)
    defer { close(receiver) }
    #expect(await !readiness.wait(for: receiver, writing: false, until: .now - .seconds(1)))
  }

  @Test func anEarlierDeadlineEndsFirst() async throws {
    let readiness = try Readiness()
    let (receiver, _) = try Loopback.bound(.datagram)
    defer { close(receiver) }
    let long = Task {
      await readiness.wait(for: receiver, writing: false, until: .now + .seconds(50))
    }
    #expect(await !readiness.wait(for: receiver, writing: false, until: .soon))
    long.cancel()
    #expect(await !long.value)
  }

  /// The thread closes both ends of its pipe as the last thing it does.
  @Test func aReleasedThreadEnds() async throws {
    let before = openDescriptors()
    for _ in 0..<200 {
      let readiness = try Readiness()
      let (receiver, _) = try Loopback.bound(.datagram)
      #expect(await !readiness.wait(for: receiver, writing: false, until: .now))
      close(receiver)
    }
    // Four hundred would be left over; other tests of this process open some, never so many.
    #expect(try await eventually { openDescriptors() < before + 200 })
  }
}
