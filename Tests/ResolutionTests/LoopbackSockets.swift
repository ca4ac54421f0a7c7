import DNS
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few socket calls that a fake server needs, on IPv4 loopback only.
enum Loopback {
  enum Kind { case datagram, stream }

  struct Refused: Error { let code: Int32 }

  /// A socket bound to `address`; port 0 draws a free one.
  static func bound(_ kind: Kind, at address: String = "127.0.0.1", port: UInt16 = 0) throws
    -> (descriptor: Int32, port: UInt16)
  {
    #if canImport(Glibc)
      let type = Int32((kind == .datagram ? SOCK_DGRAM : SOCK_STREAM).rawValue)
    #else
      let type = kind == .datagram ? SOCK_DGRAM : SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, type, 0)
    guard descriptor >= 0 else { throw Refused(code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var wanted = sockaddr_in()
    wanted.sin_family = sa_family_t(AF_INET)
    wanted.sin_port = port.bigEndian
    guard inet_pton(AF_INET, address, &wanted.sin_addr) == 1,
      withGeneric(&wanted, { bind(descriptor, $0, $1.pointee) }) == 0,
      kind == .datagram || listen(descriptor, 64) == 0
    else {
      defer { close(descriptor) }
      throw Refused(code: errno)
    }
    var own = sockaddr_in()
    _ = withGeneric(&own) { getsockname(descriptor, $0, $1) }
    return (descriptor, UInt16(bigEndian: own.sin_port))
  }

  /// A UDP and a TCP socket at one free port.
  static func pair() throws -> (datagrams: Int32, streams: Int32, port: UInt16) {
    var last = Refused(code: 0)
    for _ in 0..<64 {
      let (streams, port) = try bound(.stream)
      do {
        return (try bound(.datagram, port: port).descriptor, streams, port)
      } catch let refused as Refused {
        last = refused
        close(streams)
      }
    }
    throw last
  }

  static func receive(_ descriptor: Int32) -> (octets: [UInt8], sender: sockaddr_in)? {
    var buffer = [UInt8](repeating: 0, count: 65_535)
    var sender = sockaddr_in()
    let count = withGeneric(&sender) {
      recvfrom(descriptor, &buffer, buffer.count, 0, $0, $1)
    }
    return count < 0 ? nil : (Array(buffer.prefix(count)), sender)
  }

  static func send(_ octets: [UInt8], from descriptor: Int32, to receiver: sockaddr_in) {
    var receiver = receiver
    _ = withGeneric(&receiver) { sendto(descriptor, octets, octets.count, 0, $0, $1.pointee) }
  }

  /// Sends on a connection until everything is gone or the other side is.
  static func send(_ octets: [UInt8], on connection: Int32) {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
      var on: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    var unsent = octets[...]
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { raw in
        #if canImport(Glibc)
          Glibc.send(connection, raw.baseAddress, raw.count, flags)
        #else
          Darwin.send(connection, raw.baseAddress, raw.count, flags)
        #endif
      }
      guard count > 0 else { return }
      unsent = unsent.dropFirst(count)
    }
  }

  /// Ends a connection the hard way: RST instead of FIN.
  static func reset(_ connection: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    close(connection)
  }

  private static func withGeneric<Result>(
    _ address: inout sockaddr_in,
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
  ) -> Result {
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      // A sockaddr_in begins as a sockaddr; the calls are made to take either.
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &size) }
    }
  }
}

/// Descriptors that this process has open.
func openDescriptors() -> Int {
  (0..<4096 as Range<Int32>).count { fcntl($0, F_GETFD) != -1 }
}
