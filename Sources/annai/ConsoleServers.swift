import ArgumentParser
import DNS

/// The name servers that the console of a DNS host shows for a zone, as somebody types them:
/// `ns1.example.net,ns2.example.net`.
struct ConsoleServers: ExpressibleByArgument {
  let names: [DNSName]

  /// More than any console shows.
  private static let most = 16

  init?(argument: String) {
    let words = argument.split { $0 == "," || $0.isWhitespace }
    let names = words.compactMap { try? DNSName(String($0)) }
    guard !names.isEmpty, names.count == words.count, names.count <= Self.most,
      // A name server has a domain; a label alone is a slip.
      names.allSatisfy({ $0.labels.count > 1 })
    else { return nil }
    self.names = names
  }
}
