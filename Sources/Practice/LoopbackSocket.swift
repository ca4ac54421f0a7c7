import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An IPv4 socket: a server's at a fixed address, a client's, or one accepted.
struct LoopbackSocket: Sendable {
  enum Kind: Sendable { case datagram, stream }

  let descriptor: Descriptor

  /// A new socket that does not block.
  init(_ kind: Kind) throws(PracticeError) {
    #if canImport(Glibc)
      let type = Int32((kind == .datagram ? SOCK_DGRAM : SOCK_STREAM).rawValue)
      let number = socket(AF_INET, type | Int32(SOCK_CLOEXEC.rawValue), 0)
    #else
      let number = socket(AF_INET, kind == .datagram ? SOCK_DGRAM : SOCK_STREAM, 0)
    #endif
    guard number >= 0 else { throw .noResources(code: errno) }
    self.init(adopting: Descriptor(adopting: number))
  }

  private init(adopting descriptor: Descriptor) {
    self.descriptor = descriptor
    descriptor.prepare()
  }

  /// Takes an address and a port, 0 for any free one; the `errno` when that fails.
  func bind(_ address: IPAddress, port: UInt16, listening: Bool) -> Int32? {
    if listening {
      // A port whose last connections are still in TIME_WAIT is free.
      var on: Int32 = 1
      let size = socklen_t(MemoryLayout<Int32>.size)
      _ = setsockopt(descriptor.number, SOL_SOCKET, SO_REUSEADDR, &on, size)
    }
    let bound = sockaddr_in(address, port: port).withGeneric { generic, size in
      #if canImport(Glibc)
        Glibc.bind(descriptor.number, generic, size)
      #else
        Darwin.bind(descriptor.number, generic, size)
      #endif
    }
    guard bound == 0 else { return errno }
    if listening, listen(descriptor.number, 64) != 0 { return errno }
    return nil
  }

  /// Begins or makes a connection; the `errno` when that fails at once.
  func connect(_ address: IPAddress, port: UInt16) -> Int32? {
    let result = sockaddr_in(address, port: port).withGeneric { generic, size in
      #if canImport(Glibc)
        Glibc.connect(descriptor.number, generic, size)
      #else
        Darwin.connect(descriptor.number, generic, size)
      #endif
    }
    return result == 0 || errno == EINPROGRESS ? nil : errno
  }

  /// The port that the socket has.
  var port: UInt16? {
    var own = sockaddr_in()
    let result = own.withMutableGeneric { getsockname(descriptor.number, $0, $1) }
    return result == 0 ? UInt16(bigEndian: own.sin_port) : nil
  }

  /// The next connection; the `errno` when there is none.
  func accept() -> Result<LoopbackSocket, AcceptError> {
    #if canImport(Glibc)
      let number = Glibc.accept(descriptor.number, nil, nil)
    #else
      let number = Darwin.accept(descriptor.number, nil, nil)
    #endif
    guard number >= 0 else { return .failure(AcceptError(code: errno)) }
    return .success(LoopbackSocket(adopting: Descriptor(adopting: number)))
  }

  /// Why there was no connection to accept.
  struct AcceptError: Error { let code: Int32 }

  /// Octets and where they came from; nil when there are none.
  func receiveDatagram(into buffer: inout [UInt8]) -> (octets: [UInt8], sender: sockaddr_in)? {
    var sender = sockaddr_in()
    let count = sender.withMutableGeneric { generic, size in
      recvfrom(descriptor.number, &buffer, buffer.count, 0, generic, size)
    }
    return count < 0 ? nil : (Array(buffer.prefix(count)), sender)
  }

  func send(_ octets: [UInt8], to receiver: sockaddr_in) {
    // A datagram that does not go out is one that was lost; DNS clients ask again.
    _ = receiver.withGeneric { generic, size in
      sendto(descriptor.number, octets, octets.count, Self.noSignal, generic, size)
    }
  }

  /// What a read or write on a connection came to.
  enum Transfer: Equatable { case octets(Int), wouldBlock, ended }

  func receive(into buffer: inout [UInt8]) -> Transfer {
    let count = recv(descriptor.number, &buffer, buffer.count, 0)
    if count > 0 { return .octets(count) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .wouldBlock : .ended
  }

  func send(_ octets: ArraySlice<UInt8>) -> Transfer {
    let count = octets.withUnsafeBytes { raw in
      #if canImport(Glibc)
        Glibc.send(descriptor.number, raw.baseAddress, raw.count, Self.noSignal)
      #else
        Darwin.send(descriptor.number, raw.baseAddress, raw.count, Self.noSignal)
      #endif
    }
    if count >= 0 { return .octets(count) }
    return errno == EAGAIN || errno == EINTR ? .wouldBlock : .ended
  }

  #if canImport(Glibc)
    private static let noSignal = Int32(MSG_NOSIGNAL)
  #else
    private static let noSignal: Int32 = 0
  #endif
}

extension sockaddr_in {
  fileprivate init(_ address: IPAddress, port: UInt16) {
    self.init()
    sin_family = sa_family_t(AF_INET)
    sin_port = port.bigEndian
    withUnsafeMutableBytes(of: &sin_addr) { $0.copyBytes(from: address.octets.prefix(4)) }
  }

  /// Lends the address in the form that the socket calls take.
  fileprivate func withGeneric<Result>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: self) { pointer in
      // A sockaddr_in begins as a sockaddr; the calls are made to take either.
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  fileprivate mutating func withMutableGeneric<Result>(
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
  ) -> Result {
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &self) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &size) }
    }
  }
}
