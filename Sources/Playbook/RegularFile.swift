#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file that may be anything: a folder, a pipe without a writer, an endless device.
enum RegularFile {
  /// Up to one octet more than the limit, so that the caller sees when it is passed; nil when the
  /// path is no regular file or cannot be read.
  static func octets(_ path: String, limit: Int) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe waits for its writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while octets.count <= limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      octets += buffer.prefix(min(count, limit + 1 - octets.count))
    }
    return octets
  }
}
