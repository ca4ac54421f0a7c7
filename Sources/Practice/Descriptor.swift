#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file descriptor that closes itself when nobody holds it any more.
final class Descriptor: Sendable {
  let number: Int32

  init(adopting number: Int32) { self.number = number }

  deinit { close(number) }

  /// Both ends of a pipe, not blocking and not inherited by child processes.
  static func pipe() throws(PracticeError) -> (reader: Descriptor, writer: Descriptor) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      guard Glibc.pipe(&ends) == 0 else { throw .noResources(code: errno) }
    #else
      guard Darwin.pipe(&ends) == 0 else { throw .noResources(code: errno) }
    #endif
    let pair = (reader: Descriptor(adopting: ends[0]), writer: Descriptor(adopting: ends[1]))
    pair.reader.prepare()
    pair.writer.prepare()
    return pair
  }

  /// Sets the descriptor not to block and not to live on in child processes.
  func prepare() {
    _ = fcntl(number, F_SETFL, O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    #if !canImport(Glibc)
      var on: Int32 = 1
      _ = setsockopt(number, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }
}
