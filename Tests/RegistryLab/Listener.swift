import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
  private let stream = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin
  private let stream = SOCK_STREAM
#endif

/// A listening socket on 127.0.0.1; each connection is served on a thread of its own.
///
/// Threads and not tasks, so that a test that blocks can be answered.
final class Listener: Sendable {
  let port: Int
  private let socket: Int32
  private let isClosed = Mutex(false)

  struct Fault: Error { var number: Int32 }

  init(_ serve: @escaping @Sendable (_ socket: Int32) -> Void) throws {
    socket = Self.makeSocket()
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (socket, size) = (socket, length)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && listen(socket, 16) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    guard isBound else {
      let fault = Fault(number: errno)
      _ = close(socket)
      throw fault
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in acceptAll(serve) }
  }

  /// Takes no more connections.
  func stop() {
    isClosed.withLock { $0 = true }
    // Wakes the thread that waits; it closes the socket, which nobody else can have by then.
    _ = shutdown(socket, Int32(SHUT_RDWR))
  }

  private func acceptAll(_ serve: @escaping @Sendable (Int32) -> Void) {
    while true {
      let connection = accept(socket, nil, nil)
      if isClosed.withLock({ $0 }) || (connection < 0 && errno != EINTR && errno != ECONNABORTED) {
        if connection >= 0 { _ = close(connection) }
        break
      }
      guard connection >= 0 else { continue }
      Thread.detachNewThread {
        serve(connection)
        _ = close(connection)
      }
    }
    _ = close(socket)
  }

  private static func makeSocket() -> Int32 {
    #if canImport(Glibc)
      return Glibc.socket(AF_INET, stream, 0)
    #else
      return Darwin.socket(AF_INET, stream, 0)
    #endif
  }
}
