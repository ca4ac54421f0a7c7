import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connected, non-blocking socket that closes itself.
///
/// A connected UDP socket takes datagrams from its peer only and learns of ICMP refusals; the
/// kernel draws a fresh random source port for each (RFC 5452 §9.2).
struct Socket: ~Copyable {
  enum Kind { case datagram, stream }

  let descriptor: Int32

  init(_ kind: Kind, connectedTo server: ServerAddress) throws(NoAnswer) {
    let family = server.address.isIPv6 ? AF_INET6 : AF_INET
    #if canImport(Glibc)
      let type = Int32((kind == .datagram ? SOCK_DGRAM : SOCK_STREAM).rawValue)
    #else
      let type = kind == .datagram ? SOCK_DGRAM : SOCK_STREAM
    #endif
    descriptor = socket(family, type, 0)
    guard descriptor >= 0 else { throw .noSocket }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    guard Self.connect(descriptor, server) == 0 || errno == EINPROGRESS else {
      throw Self.fault(errno)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Sends; the number of octets taken, 0 when the socket is full.
  borrowing func send(_ octets: ArraySlice<UInt8>) throws(NoAnswer) -> Int {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
      let count = octets.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
    #else
      let count = octets.withUnsafeBytes { Darwin.send(descriptor, $0.baseAddress, $0.count, 0) }
    #endif
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR || errno == ENOBUFS { return 0 }
    throw Self.fault(errno)
  }

  /// Receives at most `limit` octets; nil when nothing is there yet, empty at the end of a stream.
  borrowing func receive(limit: Int) throws(NoAnswer) -> [UInt8]? {
    var count = 0
    let octets = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      count = recv(descriptor, buffer.baseAddress, limit, 0)
      filled = max(count, 0)
    }
    if count >= 0 { return octets }
    if errno == EAGAIN || errno == EINTR { return nil }
    throw Self.fault(errno)
  }

  /// The error that a connection attempt ended with.
  borrowing func connectionFault() -> NoAnswer? {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0, code != 0 else {
      return nil
    }
    return Self.fault(code)
  }

  private static func fault(_ code: Int32) -> NoAnswer {
    switch code {
    case ECONNREFUSED, ECONNRESET, EPIPE: .portClosed
    case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL, EAFNOSUPPORT, EACCES, EPERM:
      .unreachable
    case ETIMEDOUT: .timedOut
    default: .noSocket
    }
  }

  private static func connect(_ descriptor: Int32, _ server: ServerAddress) -> Int32 {
    func call<Address>(_ address: Address) -> Int32 {
      withUnsafeBytes(of: address) { raw in
        // A sockaddr_in or sockaddr_in6 begins as a sockaddr; bind(2) and connect(2) want it so.
        guard let base = raw.bindMemory(to: sockaddr.self).baseAddress else { return -1 }
        #if canImport(Glibc)
          return Glibc.connect(descriptor, base, socklen_t(MemoryLayout<Address>.size))
        #else
          return Darwin.connect(descriptor, base, socklen_t(MemoryLayout<Address>.size))
        #endif
      }
    }
    if server.address.isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = server.port.bigEndian
      withUnsafeMutableBytes(of: &address.sin6_addr) { $0.copyBytes(from: server.address.octets) }
      return call(address)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    withUnsafeMutableBytes(of: &address.sin_addr) { $0.copyBytes(from: server.address.octets) }
    return call(address)
  }
}
