#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A UDP port on loopback at which questions arrive and nobody answers.
final class SilentPort {
  let number: UInt16
  private let descriptor: Int32

  struct Failure: Error { let errno: Int32 }

  init() throws {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_DGRAM, 0)
    #endif
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 ? getsockname(descriptor, address, &size) : -1
      }
    }
    guard descriptor >= 0, result == 0 else { throw Failure(errno: errno) }
    number = UInt16(bigEndian: place.sin_port)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

extension SilentPort {
  /// The options with which every server is asked here.
  func options(in place: Place) throws -> [String] {
    let hints = try place.write("root.hints", ". NS root.\nroot. A 127.0.0.1\n")
    return [
      "--server", "127.0.0.1#\(number)", "--root-hints", hints, "--dns-port", "\(number)",
      "--timeout", "20s",
    ]
  }
}
