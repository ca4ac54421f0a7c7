import DNS
import Testing

@testable import Lab

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A UDP socket on loopback that answers one query each time that it is told to.
final class OneAnswerServer: Sendable {
  struct NoQuery: Error {}

  private let descriptor: Int32
  let port: UInt16

  init() throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_DGRAM, 0)
    #endif
    let own = descriptor
    try #require(withSocketAddress("127.0.0.1", 0) { bind(own, $0, $1) } == 0)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(own, $0, &length) }
    }
    try #require(code == 0)
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  /// Waits for a query, at most ten seconds, and sends what `response` makes of it.
  func answer(_ response: (Message) -> Message) async throws -> Message {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline {
      var peer = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let count = withUnsafeMutablePointer(to: &peer) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(descriptor, &buffer, buffer.count, 0, $0, &length)
        }
      }
      if count >= 0 {
        let query = try Message(decoding: Array(buffer[..<count]))
        let wire = response(query).encoded()
        let sent = withUnsafePointer(to: &peer) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            sendto(descriptor, wire, wire.count, 0, $0, length)
          }
        }
        #expect(sent == wire.count)
        return query
      }
      try await Task.sleep(for: .milliseconds(2))
    }
    throw NoQuery()
  }
}
