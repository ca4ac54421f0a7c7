import DNS

/// Whether this machine can send to the IPv6 Internet.
public enum IPv6Route {
  /// Connects a UDP socket to a root server, which sends nothing and fails without a route.
  public static var exists: Bool {
    // a.root-servers.net
    guard let address = IPAddress("2001:503:ba3e::2:30"),
      let socket = try? Socket(.datagram, connectedTo: ServerAddress(address))
    else { return false }
    return socket.descriptor >= 0
  }
}
