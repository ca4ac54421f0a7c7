import COpenSSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One accepted connection, encrypted or not, used by the thread that serves it.
struct Wire {
  private let socket: Int32
  private let tls: OpaquePointer?

  /// Nil when the greeting of TLS fails.
  init?(_ socket: Int32, _ context: TLSContext?) {
    self.socket = socket
    // The other side may be gone before a write; SIGPIPE would end the tests.
    signal(SIGPIPE, SIG_IGN)
    guard let context else {
      tls = nil
      return
    }
    guard let connection = context.accept(socket) else { return nil }
    tls = connection
  }

  /// The next octets; nil when the other side is gone.
  func read() -> [UInt8]? {
    var octets = [UInt8](repeating: 0, count: 16_384)
    let count =
      tls.map { Int(SSL_read($0, &octets, Int32(octets.count))) }
      ?? recv(socket, &octets, octets.count, 0)
    return count > 0 ? Array(octets.prefix(count)) : nil
  }

  /// Whether all octets were taken.
  func write(_ octets: [UInt8]) -> Bool {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { part in
        tls.map { Int(SSL_write($0, part.baseAddress, Int32(part.count))) }
          ?? send(socket, part.baseAddress, part.count, 0)
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Waits until the other side is gone.
  func waitForEnd() { while read() != nil {} }

  /// Closing then throws away what is unsent and says so to the other side (RST).
  func resetAtEnd() {
    var option = linger(l_onoff: 1, l_linger: 0)
    _ = setsockopt(
      socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Says goodbye as TLS wants it.
  func end() {
    guard let tls else { return }
    SSL_shutdown(tls)
    SSL_free(tls)
  }
}
