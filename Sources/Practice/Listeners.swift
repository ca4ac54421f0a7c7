import DNS

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sockets of all servers: UDP and TCP at each address, one port for all.
struct Listeners: Sendable {
  struct Listener: Sendable {
    let address: IPAddress
    let datagrams: LoopbackSocket
    let streams: LoopbackSocket
    /// What is spoken on connections.
    let framing: Framing
  }

  let port: UInt16
  let all: [Listener]

  /// A port that is free on the first address may be taken on another; so many are tried.
  static let mostTries = 64

  /// Listens on `port`, or on one that is free everywhere when it is 0.
  ///
  /// At the addresses of `web`, HTTP is spoken on connections.
  init(
    _ addresses: [IPAddress], port: UInt16, web: Set<IPAddress> = []
  ) throws(PracticeError) {
    for _ in 0..<(port == 0 ? Self.mostTries : 1) {
      var chosen = port
      if let all = try Self.listen(addresses, port: &chosen, web) {
        self.port = chosen
        self.all = all
        return
      }
    }
    throw .noFreePort
  }

  /// All sockets, or nil when the port is taken somewhere; a port of 0 becomes the one drawn.
  private static func listen(
    _ addresses: [IPAddress], port: inout UInt16, _ web: Set<IPAddress>
  ) throws(PracticeError) -> [Listener]? {
    var listeners: [Listener] = []
    for address in addresses {
      let datagrams = try LoopbackSocket(.datagram)
      let streams = try LoopbackSocket(.stream)
      if let code = datagrams.bind(address, port: port, listening: false) {
        if code == EADDRINUSE { return nil }
        throw .cannotListen(address, code: code)
      }
      if port == 0 { port = datagrams.port ?? 0 }
      if let code = streams.bind(address, port: port, listening: true) {
        if code == EADDRINUSE { return nil }
        throw .cannotListen(address, code: code)
      }
      listeners.append(
        Listener(
          address: address, datagrams: datagrams, streams: streams,
          framing: web.contains(address) ? .http : .dns))
    }
    return listeners
  }
}
