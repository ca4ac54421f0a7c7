#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CaseFile {
  /// The largest case that is saved and read, in octets; a usual one has a hundred thousand.
  public static let largestFile = 16 << 20

  /// The JSON text of this case, without personal data of the registration.
  public var json: String {
    get throws {
      let tree = try JSONTree(encoding: self)
      guard case .object(var members) = tree.redactedCase() else { return "" }
      members["schema"] = .text(Self.schema)
      return try JSONTree.object(members).json
    }
  }

  /// Reads a case from a regular file.
  public init(path: String) throws(CaseFileError) {
    // O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable
    }
    guard status.st_size <= Self.largestFile else { throw .tooBig }
    var octets: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable
      }
      if count == 0 { break }
      octets += part[..<count]
      // It may grow while it is read.
      if octets.count > Self.largestFile { throw .tooBig }
    }
    try self.init(json: octets)
  }

  /// Whether a case can be saved under this name: nothing must be there yet.
  public static func isFree(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 && errno == ENOENT
  }

  /// Saves the case for its owner only, whole or not at all; a file of this name stays as it is.
  public func save(at path: String) throws(CaseFileError) {
    guard let json = try? json else { throw .unwritable }
    guard json.utf8.count <= Self.largestFile else { throw .tooBig }
    let temporary = "\(path).\(getpid()).new"
    // O_EXCL: nobody can put a link in the way.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable }
    defer { unlink(temporary) }
    let isWritten = Self.putAll(Array(json.utf8), to: descriptor) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten else { throw .unwritable }
    // Unlike a rename, a link never replaces what is there.
    if link(temporary, path) == 0 { return }
    if errno == EEXIST { throw .exists }
    // A file system without hard links.
    guard Self.isFree(path) else { throw .exists }
    guard rename(temporary, path) == 0 else { throw .unwritable }
  }

  private static func putAll(_ octets: [UInt8], to descriptor: Int32) -> Bool {
    octets.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
