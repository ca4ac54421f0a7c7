import NIOCore
import NIOPosix

/// A server that speaks first, whatever the other side wants.
package enum SpeakingServer {
  package static func serving(_ text: String, _ body: (_ port: Int) async throws -> Void)
    async throws
  {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        _ = channel.writeAndFlush(ByteBuffer(string: text))
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(channel.localAddress?.port ?? 0)
      try await channel.close()
    } catch {
      try? await channel.close()
      throw error
    }
  }
}
