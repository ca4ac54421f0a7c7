import DNS
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A name server on loopback that says over UDP what a test wants to hear.
final class DigServer: Sendable {
  let port: UInt16
  private let descriptor: Int32
  private let isOver = Mutex(false)
  private let seen = Mutex<[Message]>([])

  struct Failure: Error { let errno: Int32 }

  /// The queries so far.
  var queries: [Message] { seen.withLock { $0 } }

  /// Answers every query until it goes.
  init(isIPv6: Bool = false, _ answer: @escaping @Sendable (Message) -> Message?) throws {
    let (descriptor, port) = try Self.open(isIPv6: isIPv6)
    self.descriptor = descriptor
    self.port = port
    Thread.detachNewThread { [weak self] in
      while let server = self, !server.isOver.withLock({ $0 }) { server.serveOne(answer) }
      close(descriptor)
    }
  }

  deinit { isOver.withLock { $0 = true } }

  /// The words that lead `dig` to it.
  func words(_ address: String = "127.0.0.1") -> [String] { ["@\(address)", "-p", "\(port)"] }

  private static func open(isIPv6: Bool) throws -> (Int32, UInt16) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_DGRAM
    #endif
    let descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, kind, 0)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_addr = in6addr_loopback
    let port =
      isIPv6 ? bound(descriptor, &six) { $0.sin6_port } : bound(descriptor, &four) { $0.sin_port }
    guard let port else {
      close(descriptor)
      throw Failure(errno: errno)
    }
    return (descriptor, UInt16(bigEndian: port))
  }

  /// Binds to a free port; gives it as it stands in the address.
  private static func bound<Address>(
    _ descriptor: Int32, _ address: inout Address, _ port: (Address) -> in_port_t
  ) -> in_port_t? {
    var size = socklen_t(MemoryLayout<Address>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(descriptor, place, size) == 0 ? getsockname(descriptor, place, &size) : -1
      }
    }
    return code == 0 ? port(address) : nil
  }

  private func serveOne(_ answer: (Message) -> Message?) {
    var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, 50) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    var peer = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutablePointer(to: &peer) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { peer in
        let count = recvfrom(descriptor, &buffer, buffer.count, 0, peer, &size)
        guard count > 0, let query = try? Message(decoding: Array(buffer[..<count])) else { return }
        seen.withLock { $0.append(query) }
        guard let wire = answer(query)?.encoded() else { return }
        _ = sendto(descriptor, wire, wire.count, 0, peer, size)
      }
    }
  }
}
