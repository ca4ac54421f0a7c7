import DNS

/// What others have to have so that a person's own mail server and report address work in the world:
/// addresses of mail servers, and mailboxes that take reports.
struct Neighbours {
  /// What the zones of the registered domains need besides.
  private(set) var own: [DNSName: [ResourceRecord]] = [:]
  /// What stands in zones of others.
  private(set) var others: [DNSName: [ResourceRecord]] = [:]

  // RFC 5737 keeps this address free for examples.
  private static let address = IPAddress("203.0.113.27")

  /// Neighbours of domains with these records; `known` zones are there already.
  init(of records: [ResourceRecord], registered: Set<DNSName>, known: Set<DNSName>) {
    for record in records {
      switch record.data {
      case .mx(_, let exchange): addServer(exchange, registered, known)
      case .txt(let strings) where record.name.isPolicyName:
        guard let domain = record.name.parent else { continue }
        for host in Self.reportDomains(in: strings.joined().map { $0 }).prefix(4) {
          // Who has mail servers of his own needs no others.
          let hasServer = records.contains { $0.type == .mx && $0.name == host }
          if !hasServer { addMailbox(host, for: domain, registered, known) }
        }
      default: break
      }
    }
  }

  private mutating func addServer(
    _ host: DNSName, _ registered: Set<DNSName>, _ known: Set<DNSName>
  ) {
    guard let address = Self.address else { return }
    add(
      ResourceRecord(name: host, type: .a, ttl: 600, data: .address(address)), registered, known)
  }

  private mutating func addMailbox(
    _ host: DNSName, for domain: DNSName, _ registered: Set<DNSName>, _ known: Set<DNSName>
  ) {
    guard let server = try? DNSName(labels: [Array("mx".utf8)] + host.labels) else { return }
    add(
      ResourceRecord(
        name: host, type: .mx, ttl: 600, data: .mx(preference: 10, exchange: server)),
      registered, known)
    addServer(server, registered, known)
    // RFC 9990 §4: who takes reports about others says so.
    let labels = domain.labels + [Array("_report".utf8), Array("_dmarc".utf8)] + host.labels
    guard let name = try? DNSName(labels: labels) else { return }
    add(
      ResourceRecord(name: name, type: .txt, ttl: 600, data: .txt([Array("v=DMARC1".utf8)])),
      registered, known)
  }

  private mutating func add(
    _ record: ResourceRecord, _ registered: Set<DNSName>, _ known: Set<DNSName>
  ) {
    let above = sequence(first: record.name, next: \.parent)
    if let zone = above.first(where: { registered.contains($0) }) {
      if own[zone]?.contains(record) != true { own[zone, default: []].append(record) }
    } else if !above.contains(where: { known.contains($0) && $0.labels.count > 1 }),
      let zone = PublicSuffixList.registrableDomain(of: record.name)
    {
      if others[zone]?.contains(record) != true { others[zone, default: []].append(record) }
    }
  }

  /// The domains behind the `@` of each `mailto:`.
  private static func reportDomains(in text: [UInt8]) -> [DNSName] {
    String(decoding: text, as: UTF8.self).split(
      separator: "mailto:", omittingEmptySubsequences: false
    )
    .dropFirst()
    .compactMap { address in
      let host = address.prefix { !",;! ".contains($0) }.split(separator: "@").last
      return host.flatMap { try? DNSName(String($0)) }
    }
  }
}

extension DNSName {
  fileprivate var isPolicyName: Bool {
    labels.first.map { $0.elementsEqual("_dmarc".utf8) } == true
  }
}
