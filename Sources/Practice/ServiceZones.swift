import DNS

/// What the services that a person's records lead to have in the DNS.
///
/// This world cannot know every mail service, and what a service has is not what is practised. So
/// the mail servers, includes and aliases that records name exist, outside of the person's own
/// zones and of those that the world has anyway.
enum ServiceZones {
  /// The zones that `records` lead to, except for `known` ones.
  static func zones(
    behind records: [ResourceRecord], except known: Set<DNSName>, in landscape: Landscape
  ) -> [HostedZone] {
    var zones: [DNSName: [ResourceRecord]] = [:]
    for record in records.flatMap(held) {
      guard let origin = PublicSuffixList.registrableDomain(of: record.name),
        !known.contains(origin)
      else { continue }
      zones[origin, default: []].append(record)
    }
    return zones.map { landscape.senderZone($0, serial: 1, records: $1) }
  }

  private static func held(for record: ResourceRecord) -> [ResourceRecord] {
    switch record.data {
    case .mx(_, let exchange): address(exchange)
    case .name(let target) where record.type == .cname: address(target)
    case .txt where record.isSPF: record.includes.map(policy)
    default: []
    }
  }

  // RFC 5737 keeps these addresses free for examples.
  private static func address(_ name: DNSName) -> [ResourceRecord] {
    [IPAddress("198.51.100.25")].compactMap { $0 }.map {
      ResourceRecord(name: name, type: .a, ttl: 600, data: .address($0))
    }
  }

  private static func policy(_ name: DNSName) -> ResourceRecord {
    let text = Array("v=spf1 ip4:198.51.100.0/24 -all".utf8)
    return ResourceRecord(name: name, type: .txt, ttl: 600, data: .txt([text]))
  }
}

extension ResourceRecord {
  /// The domains that an SPF record includes (RFC 7208 §5.2); macros name none here.
  fileprivate var includes: [DNSName] {
    String(decoding: text ?? [], as: UTF8.self).lowercased().split(separator: " ").compactMap {
      $0.hasPrefix("include:") ? try? DNSName(String($0.dropFirst(8))) : nil
    }
  }
}
