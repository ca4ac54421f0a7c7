import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks one server for the SOA of a zone, to learn whether and what it serves.
struct SerialProbe {
  enum Answer: Equatable {
    /// The zone is served with this serial.
    case serial(UInt32)
    /// There was an answer, and it holds no SOA of the zone.
    case other(ResponseCode)
    /// Nothing came: the server is not up yet.
    case nothing
  }

  let address: String
  let port: UInt16

  /// Asks once and waits at most 100 ms, without blocking the thread.
  func ask(_ zone: DNSName) async throws -> Answer {
    let question = Question(zone, .soa)
    let query = Message(query: question, id: .random(in: .min ... .max), recursionDesired: true)
    #if canImport(Glibc)
      let type = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
    #else
      let type = SOCK_DGRAM
    #endif
    let descriptor = socket(AF_INET, type, 0)
    guard descriptor >= 0 else { throw LabError.system(call: "socket", code: errno) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    guard withSocketAddress(address, port, { connect(descriptor, $0, $1) }) == 0 else {
      throw LabError.system(call: "connect", code: errno)
    }
    let wire = query.encoded()
    guard send(descriptor, wire, wire.count, 0) == wire.count else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<50 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno != EAGAIN { return .nothing }
      if count >= 0, let message = try? Message(decoding: Array(buffer[..<count])),
        message.id == query.id, message.question == question
      {
        guard case .soa(let soa)? = message.answers(question).first?.data else {
          return .other(message.responseCode)
        }
        return .serial(soa.serial)
      }
      try await Task.sleep(for: .milliseconds(2))
    }
    return .nothing
  }
}
