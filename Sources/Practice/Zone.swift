import DNS

/// What one server says to one question (RFC 1034 §4.3.2), before it becomes a message.
struct Answer: Equatable {
  var code = ResponseCode.noError
  var isAuthoritative = false
  var answer: [ResourceRecord] = []
  var authority: [ResourceRecord] = []
  var additional: [ResourceRecord] = []
}

/// One zone as its servers hold it.
struct Zone: Sendable {
  /// What is found for a question inside the zone.
  enum Finding {
    case records([ResourceRecord])
    case alias(ResourceRecord, target: DNSName)
    case delegation([ResourceRecord], glue: [ResourceRecord])
    case noData
    case noName
  }

  let origin: DNSName
  /// The SOA as a proof of absence: kept for min(TTL, MINIMUM) seconds (RFC 2308 §3).
  let proofOfAbsence: ResourceRecord
  private var sets: [DNSName: [RecordType: [ResourceRecord]]] = [:]
  /// Every name that exists; one without records of its own exists when a name below it does
  /// (RFC 4592 §2.2.2).
  private var names: Set<DNSName> = []
  /// Addresses of name servers that the parent hands out along with a delegation.
  private let glue: [DNSName: [ResourceRecord]]

  init(
    origin: DNSName, start: StartOfAuthority, startTTL: UInt32, records: [ResourceRecord],
    glue: [DNSName: [ResourceRecord]]
  ) {
    self.origin = origin
    self.glue = glue
    let soa = ResourceRecord(name: origin, type: .soa, ttl: startTTL, data: .soa(start))
    var proof = soa
    proof.ttl = min(startTTL, start.minimum)
    proofOfAbsence = proof
    for record in [soa] + records { add(record) }
  }

  private mutating func add(_ record: ResourceRecord) {
    let present = sets[record.name]?[record.type] ?? []
    // RFC 2181 §5: a set has no two records with equal data.
    guard !present.contains(where: { $0.data == record.data }) else { return }
    sets[record.name, default: [:]][record.type] = present + [record]
    var name: DNSName? = record.name
    while let current = name, current.isSubdomain(of: origin), names.insert(current).inserted {
      name = current.parent
    }
  }

  /// Looks a question up whose name is in or below this zone.
  func find(_ question: Question) -> Finding {
    if let cut = highestCut(above: question.name) {
      // RFC 4035 §3.1.4.1: DS belongs to the parent's side of a cut.
      if question.type != .ds || question.name != cut {
        let servers = sets[cut]?[.ns] ?? []
        return .delegation(servers, glue: servers.compactMap(\.target).flatMap { glue[$0] ?? [] })
      }
      return .noData
    }
    guard names.contains(question.name) else { return .noName }
    let here = sets[question.name] ?? [:]
    if question.type == .any {
      let all = here.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
      return all.isEmpty ? .noData : .records(all)
    }
    if let records = here[question.type] { return .records(records) }
    if let alias = here[.cname]?.first, let target = alias.target {
      return .alias(alias, target: target)
    }
    return .noData
  }

  /// The delegation nearest to the origin on the way down to `name`.
  private func highestCut(above name: DNSName) -> DNSName? {
    var cut: DNSName?
    var name: DNSName? = name
    while let current = name, current != origin {
      if sets[current]?[.ns] != nil { cut = current }
      name = current.parent
    }
    return cut
  }
}

extension ResourceRecord {
  /// The name that an NS or CNAME record points to.
  var target: DNSName? {
    if case .name(let target) = data { target } else { nil }
  }
}

extension RecordType {
  /// All types at once (RFC 1035 §3.2.3); only a question has it.
  static let any = RecordType(rawValue: 255)

  /// Whether this is a type of questions and control data, never of stored records: OPT and the
  /// range 128...255 (RFC 6895 §3.1).
  var isMeta: Bool { self == .opt || rawValue == 0 || (128...255).contains(rawValue) }
}
