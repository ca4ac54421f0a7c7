import DNS

/// The resolvers that a check asks for what the world sees.
public struct ResolverConfiguration: Sendable {
  /// Two public resolvers of different operators.
  public static let publicResolvers = ["1.1.1.1", "8.8.8.8"].compactMap { ServerAddress($0) }

  /// Reads the `nameserver` lines of resolv.conf(5); lines that make no sense are passed over.
  public static func servers(inResolvConf text: String) -> [ServerAddress] {
    text.split(whereSeparator: \.isNewline).prefix(1000).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 2, words[0] == "nameserver" else { return nil }
      // A zone index ("%eth0") is not needed to reach a resolver of this machine.
      return ServerAddress(String(words[1].prefix { $0 != "%" }))
    }
  }
}
