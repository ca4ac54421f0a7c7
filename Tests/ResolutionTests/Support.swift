import DNS
import Testing

@testable import Resolution

func name(_ text: String) throws -> DNSName { try DNSName(text) }

func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

let question = Question(DNSName.root, .txt)

extension ContinuousClock.Instant {
  /// Long enough for a busy machine; nothing that works waits for it.
  static var patient: ContinuousClock.Instant { .now + .seconds(30) }
  /// The end of a wait for something that never comes.
  static var soon: ContinuousClock.Instant { .now + .milliseconds(300) }
}

extension Client {
  /// A client whose tries are so long that a busy machine makes no second one necessary.
  static func fresh(patience: [Duration] = [.seconds(30)]) throws -> Client {
    var client = Client(readiness: try Readiness())
    client.patience = patience
    return client
  }
}

extension Message {
  /// The message behind its two octets of length.
  var framed: [UInt8] {
    let wire = encoded()
    return [UInt8(wire.count >> 8), UInt8(wire.count & 0xFF)] + wire
  }

  /// Its TXT values.
  var texts: [String] {
    answer.compactMap { $0.text.map { String(decoding: $0, as: UTF8.self) } }
  }
}

extension Result where Success == Client.Reply, Failure == NoAnswer {
  var texts: [String]? { try? get().message.texts }
  var fault: NoAnswer? {
    if case .failure(let fault) = self { fault } else { nil }
  }
}

/// Waits until something has happened; false when it does not in a time that is always enough.
func eventually(_ condition: () -> Bool) async throws -> Bool {
  for _ in 0..<1000 {
    if condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return condition()
}
