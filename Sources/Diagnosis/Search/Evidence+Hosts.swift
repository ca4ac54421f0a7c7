import DNS

extension Evidence {
  /// The domains of the DNS hosts that the delegation names, such as `dnspod.net`.
  var hostDomains: [String] { Self.domains(of: nameServers.map(\.name)) }

  /// The registered domains of servers, each once, without final dot.
  static func domains(of servers: [DNSName]) -> [String] {
    servers.map { (PublicSuffixList.registrableDomain(of: $0) ?? $0).withoutFinalDot }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
