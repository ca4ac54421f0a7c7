import DNS

/// A zone and the servers that somebody hosts it on, before the delegations are worked out.
struct HostedZone: Sendable {
  var origin: DNSName
  var nameServers: [DNSName]
  var mailbox: DNSName
  var serial: UInt32 = 1
  /// TTL of the SOA and its MINIMUM, in seconds: how long an absence is remembered.
  var absenceTTL: UInt32
  var records: [ResourceRecord] = []

  /// The NS set as the zone's own servers give it; DNSPod uses this TTL, in seconds.
  static let nameServerTTL: UInt32 = 86400

  /// The SOA; nil when there is no server.
  var start: StartOfAuthority? {
    nameServers.first.map {
      StartOfAuthority(
        primary: $0, mailbox: mailbox, serial: serial, refresh: 3600, retry: 180,
        expire: 1_209_600, minimum: absenceTTL)
    }
  }
}
