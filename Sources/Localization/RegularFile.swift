#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads whole files of a bounded size, and nothing but files.
enum RegularFile {
  /// The octets of the file; nil if there are more than `limit`.
  static func bytes(atPath path: String, limit: Int) throws(ResourceError) -> [UInt8]? {
    // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(file: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: path)
    }
    guard status.st_size <= limit else { return nil }
    // One octet more than the size: a file that grows meanwhile is an error, not cut off.
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      count = 0
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got == 0 { return }
        if got > 0 { count += got } else if errno != EINTR { break }
      }
      failed = true
    }
    if failed { throw .unreadable(file: path) }
    return bytes
  }
}
