/// A server that speaks first, whatever the other side wants.
package enum SpeakingServer {
  package static func serving(_ text: String, _ body: (_ port: Int) async throws -> Void)
    async throws
  {
    let listener = try Listener { socket in
      guard let wire = Wire(socket, nil), wire.write(Array(text.utf8)) else { return }
      wire.waitForEnd()
    }
    defer { listener.stop() }
    try await body(listener.port)
  }
}
