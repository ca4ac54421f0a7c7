#if canImport(Glibc)
  import Glibc
  private let stream = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin
  private let stream = SOCK_STREAM
#endif

/// A port of 127.0.0.1 that refuses connections.
///
/// It stays taken until the process ends: a port that is given back may become another test's
/// server, or the near end of the very connection that is to be refused.
package struct ClosedPort: Sendable {
  package let number: Int

  /// Takes a port and does not listen there.
  package init() throws {
    let socket = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let size = length
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    guard isBound else { throw Listener.Fault(number: errno) }
    number = Int(UInt16(bigEndian: address.sin_port))
  }
}
