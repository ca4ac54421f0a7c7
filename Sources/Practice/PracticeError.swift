public import DNS

/// Why the practice world cannot be set up, or cannot take a domain.
public enum PracticeError: Error, Equatable, Sendable {
  /// The machine does not let a server listen at this loopback address; the number is `errno`.
  ///
  /// Linux answers on all of 127/8; macOS wants an alias for each address but 127.0.0.1.
  case cannotListen(IPAddress, code: Int32)
  /// No port was free on all addresses after many tries, or the port asked for is taken.
  case noFreePort
  /// The machine gives no socket, pipe or thread; the number is `errno`.
  case noResources(code: Int32)
  /// The name is a public suffix or the root: nobody can have registered it.
  case notRegistrable(DNSName)
  /// More domains than `World.mostDomains`.
  case tooManyDomains
  /// The world's own names or records cannot be read; a defect of annai.
  case unreadableWorld
}
