import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
/// A question is a line (WHOIS), or everything up to an empty line (HTTP). Everything happens on
/// threads of its own, so that a test that blocks can be answered.
package final class LoopbackServer: Sendable {
  private let channel: any Channel
  private let questions: Questions

  /// The port it listens on.
  package let port: Int
  /// The questions so far, in order.
  package var asked: [String] { questions.all.withLock { $0 } }

  private final class Questions: Sendable { let all = Mutex<[String]>([]) }

  private init(channel: any Channel, port: Int, questions: Questions) {
    self.channel = channel
    self.port = port
    self.questions = questions
  }

  /// Runs a server as long as `body`.
  package static func serving<Value: Sendable>(
    tls: NIOSSLContext? = nil, _ answer: @escaping @Sendable (String) -> [Step],
    _ body: (LoopbackServer) async throws -> Value
  ) async throws -> Value {
    let questions = Questions()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          try channel.pipeline.syncOperations.addHandler(
            Listener { question in
              questions.all.withLock { $0.append(question) }
              return answer(question)
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    let server = LoopbackServer(channel: channel, port: port, questions: questions)
    do {
      let value = try await body(server)
      try await channel.close()
      return value
    } catch {
      try? await channel.close()
      throw error
    }
  }

  /// A port of 127.0.0.1 on which nobody listens.
  package static func closedPort() async throws -> Int {
    try await serving({ _ in [] }) { $0.port }
  }
}

private final class Listener: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let answer: @Sendable (String) -> [Step]
  private var question = ""
  private var isAnswered = false

  init(_ answer: @escaping @Sendable (String) -> [Step]) { self.answer = answer }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    question += String(buffer: unwrapInboundIn(data))
    let end = question.hasPrefix("GET ") ? "\r\n\r\n" : "\r\n"
    guard !isAnswered, question.hasSuffix(end) else { return }
    isAnswered = true
    Performance(context.channel).perform(answer(question)[...])
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

/// Steps done one after the other on the thread of a connection.
private struct Performance: Sendable {
  private let channel: any Channel

  init(_ channel: any Channel) { self.channel = channel }

  func perform(_ steps: ArraySlice<Step>) {
    guard let step = steps.first else {
      channel.close(promise: nil)
      return
    }
    // When the client goes away there is nobody left to go on for.
    perform(step).whenComplete { result in
      if case .success = result { perform(steps.dropFirst()) } else { channel.close(promise: nil) }
    }
  }

  private func perform(_ step: Step) -> EventLoopFuture<Void> {
    switch step {
    case .send(let text): channel.writeAndFlush(ByteBuffer(string: text))
    case .octets(let octets): channel.writeAndFlush(ByteBuffer(bytes: octets))
    case .flood(let count): flood(count / 65_536 + 1)
    case .drip: drip()
    case .silence: channel.closeFuture
    case .reset: reset()
    }
  }

  private func flood(_ parts: Int) -> EventLoopFuture<Void> {
    guard parts > 0 else { return channel.eventLoop.makeSucceededVoidFuture() }
    let part = ByteBuffer(repeating: UInt8(ascii: "x"), count: 65_536)
    return channel.writeAndFlush(part).flatMap { flood(parts - 1) }
  }

  private func drip() -> EventLoopFuture<Void> {
    channel.writeAndFlush(ByteBuffer(string: "x")).flatMap {
      channel.eventLoop.scheduleTask(in: .milliseconds(20)) {}.futureResult
    }.flatMap { drip() }
  }

  /// Closing then throws away what is unsent and says so to the other side.
  private func reset() -> EventLoopFuture<Void> {
    (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
      ?? channel.eventLoop.makeSucceededVoidFuture()
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
  package static func ok(_ body: String) -> [Step] { answer("200 OK", body) }

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
