#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file descriptor that belongs to somebody else: reading and writing without buffers, so
/// that nothing typed ahead is lost to the next reader.
struct Descriptor: Sendable {
  let number: Int32

  /// What came in.
  enum Arrival: Equatable {
    case octet(UInt8)
    /// Nothing yet, or a signal; look at the latch and ask again.
    case nothing
    case end
  }

  /// The next octet, if it comes within so many milliseconds.
  func next(within milliseconds: Int32) -> Arrival {
    guard isReadable(within: milliseconds) else { return .nothing }
    var octet: UInt8 = 0
    return switch read(number, &octet, 1) {
    case 1: .octet(octet)
    case 0: .end
    // A terminal that was hung up gives EIO.
    default: errno == EINTR || errno == EAGAIN ? .nothing : .end
    }
  }

  /// Whether a read would come back at once, also with the end of the input.
  func isReadable(within milliseconds: Int32) -> Bool {
    var place = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&place, 1, milliseconds) > 0
  }

  /// Writes a text completely; false if that fails.
  @discardableResult
  func send(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { octets in
      var rest = octets[...]
      while !rest.isEmpty {
        let piece = UnsafeBufferPointer(rebasing: rest)
        let count = write(number, piece.baseAddress, piece.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
          var place = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
          _ = poll(&place, 1, -1)
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
