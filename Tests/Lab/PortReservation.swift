#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A port that is free, UDP and TCP, on every address of a lab, and that no other lab takes.
struct PortReservation: Sendable {
  let port: UInt16
  private let lock: Int32

  /// Below 32768, where Linux takes the source ports of outgoing connections from.
  static let range: ClosedRange<UInt16> = 20_000...32_000

  /// Draws ports until one is free on `addresses`.
  ///
  /// A TCP socket bound to `lockAddress`, where nobody serves, keeps other labs away from the port
  /// until `release`, also those of other processes. It listens and never accepts: whoever
  /// connects waits in vain.
  init(addresses: [String], lockAddress: String) throws(LabError) {
    for _ in 0..<200 {
      let port = UInt16.random(in: Self.range)
      guard let lock = Self.bound(lockAddress, port, Self.stream) else { continue }
      let free = addresses.allSatisfy { address in
        [Self.stream, Self.datagram].allSatisfy { type in
          guard let probe = Self.bound(address, port, type) else { return false }
          close(probe)
          return true
        }
      }
      if free, listen(lock, 128) == 0 {
        self.port = port
        self.lock = lock
        return
      }
      close(lock)
    }
    throw .noFreePort
  }

  /// Lets other labs have the port; to be called once.
  func release() { close(lock) }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    private static let datagram = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
  #else
    private static let stream = SOCK_STREAM
    private static let datagram = SOCK_DGRAM
  #endif

  private static func bound(_ address: String, _ port: UInt16, _ type: Int32) -> Int32? {
    let descriptor = socket(AF_INET, type, 0)
    guard descriptor >= 0 else { return nil }
    let code = withSocketAddress(address, port) { bind(descriptor, $0, $1) }
    if code == 0 { return descriptor }
    close(descriptor)
    return nil
  }
}

/// Calls `body` with an IPv4 socket address; -1 when the text is none.
func withSocketAddress(
  _ address: String, _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
) -> Int32 {
  var socketAddress = sockaddr_in()
  socketAddress.sin_family = sa_family_t(AF_INET)
  socketAddress.sin_port = port.bigEndian
  guard inet_pton(AF_INET, address, &socketAddress.sin_addr) == 1 else { return -1 }
  return withUnsafePointer(to: &socketAddress) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
}
