/// How messages follow each other on a connection.
enum Framing: Sendable {
  /// Each message has its length in two octets in front (RFC 1035 §4.2.2).
  case dns
  /// One request without a body, one response, then the end (RFC 9112 §9.6).
  case http

  /// A request line and some headers; more octets are no question to a registry.
  static let longestRequest = 8192

  /// Takes one whole message out of the input; nil when there is none yet.
  func next(_ input: inout [UInt8]) -> [UInt8]? {
    switch self {
    case .dns:
      guard input.count >= 2 else { return nil }
      let end = 2 + (Int(input[0]) << 8 | Int(input[1]))
      guard input.count >= end else { return nil }
      defer { input.removeFirst(end) }
      return Array(input[2..<end])
    case .http:
      // RFC 9112 §2.1: an empty line ends the headers.
      let isWhole = input.count >= 4 && input.suffix(4) == [13, 10, 13, 10]
      guard isWhole || input.count > Self.longestRequest else { return nil }
      defer { input.removeAll() }
      return input
    }
  }

  /// The octets of a response as they go out; nil when it is too long.
  func framed(_ response: [UInt8]) -> [UInt8]? {
    switch self {
    case .http: return response
    case .dns:
      guard let length = UInt16(exactly: response.count) else { return nil }
      return [UInt8(length >> 8), UInt8(length & 0xFF)] + response
    }
  }
}
