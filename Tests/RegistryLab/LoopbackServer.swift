import Foundation
import Synchronization

/// What a server does with one question, step by step; at the end it closes the connection.
package enum Step: Sendable {
  case send(String)
  case octets([UInt8])
  /// Sends this many octets of nothing in particular.
  case flood(Int)
  /// Sends one octet every 20 ms until the other side is gone.
  case drip
  /// Says nothing until the other side is gone.
  case silence
  /// Breaks the connection off (RST).
  case reset
}

/// A real TCP server on 127.0.0.1 that answers each question with steps.
///
/// A question is a line (WHOIS), or everything up to an empty line (HTTP).
package final class LoopbackServer: Sendable {
  private let questions: Questions

  /// The port it listens on.
  package let port: Int
  /// The questions so far, in order.
  package var asked: [String] { questions.all.withLock { $0 } }

  private final class Questions: Sendable { let all = Mutex<[String]>([]) }

  private init(port: Int, questions: Questions) {
    self.port = port
    self.questions = questions
  }

  /// Runs a server as long as `body`; with TLS it shows the certificate of `SelfSigned`.
  package static func serving<Value: Sendable>(
    tls: Bool = false, _ answer: @escaping @Sendable (String) -> [Step],
    _ body: (LoopbackServer) async throws -> Value
  ) async throws -> Value {
    let questions = Questions()
    let context = tls ? try TLSContext() : nil
    let listener = try Listener { socket in
      guard let wire = Wire(socket, context) else { return }
      defer { wire.end() }
      guard let question = question(wire) else { return }
      questions.all.withLock { $0.append(question) }
      for step in answer(question) { guard perform(step, wire) else { return } }
    }
    defer { listener.stop() }
    return try await body(LoopbackServer(port: listener.port, questions: questions))
  }

  private static func question(_ wire: Wire) -> String? {
    var octets: [UInt8] = []
    while let part = wire.read() {
      octets += part
      let text = String(decoding: octets, as: UTF8.self)
      let end = text.hasPrefix("GET ") ? "\r\n\r\n" : "\r\n"
      if text.utf8.suffix(end.utf8.count).elementsEqual(end.utf8) { return text }
    }
    return nil
  }

  /// Whether there is somebody left to go on for.
  private static func perform(_ step: Step, _ wire: Wire) -> Bool {
    switch step {
    case .send(let text): return wire.write(Array(text.utf8))
    case .octets(let octets): return wire.write(octets)
    case .flood(let count):
      let part = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
      for _ in 0...count / part.count { guard wire.write(part) else { return false } }
      return true
    case .drip:
      while wire.write([UInt8(ascii: "x")]) { Thread.sleep(forTimeInterval: 0.02) }
      return false
    case .silence:
      wire.waitForEnd()
      return false
    case .reset:
      wire.resetAtEnd()
      return false
    }
  }
}

/// Makes answers of HTTP.
package enum HTTP {
  /// An answer with a body, in one piece.
  package static func answer(
    _ status: String, type: String = "application/rdap+json", headers: [String] = [],
    _ body: String
  ) -> [Step] {
    let lines =
      ["HTTP/1.1 " + status, "Content-Type: " + type, "Content-Length: \(body.utf8.count)"]
      + headers + ["Connection: close", "", body]
    return [.send(lines.joined(separator: "\r\n"))]
  }

  /// What was asked for.
  package static func ok(_ body: String, _ headers: [String] = []) -> [Step] {
    answer("200 OK", headers: headers, body)
  }

  /// The header of a service that thinks that it is so many seconds before now.
  package static func date(secondsAgo seconds: Int) -> String {
    let style = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \
        \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
        \(minute: .twoDigits):\(second: .twoDigits) GMT
        """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
    return "Date: " + Date.now.addingTimeInterval(-Double(seconds)).formatted(style)
  }

  /// Somewhere else.
  package static func redirect(_ location: String, _ status: String = "302 Found") -> [Step] {
    answer(status, headers: ["Location: " + location], "")
  }

  /// The path of a question.
  package static func path(_ question: String) -> String {
    let words = question.split(separator: " ")
    return words.count > 1 ? String(words[1]) : ""
  }
}
