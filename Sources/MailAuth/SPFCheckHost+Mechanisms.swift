import DNS

extension SPFCheckHost {
  /// The type of the records that are compared with the sender's address (RFC 7208 §5).
  private var hostType: RecordType { query.address.isIPv6 ? .aaaa : .a }

  /// Whether a mechanism that asks the DNS matches (RFC 7208 §5.2 to §5.7).
  mutating func test(
    _ mechanism: SPFMechanism, of domain: [UInt8], into step: inout Draft
  ) throws(SPFStop) -> SPFStep.Outcome {
    let isMatch: Bool
    switch mechanism {
    case .all, .ip4, .ip6: isMatch = false
    case .include(let spec):
      let target = try target(spec, of: domain, into: &step)
      isMatch = try check(target, place: .include, into: &step).result == .pass
    case .a(let spec, let lengths):
      let name = DNSName(target: try target(spec, of: domain, into: &step))
      isMatch = try name.map { name throws(SPFStop) in try hasAddress(name, lengths) } ?? false
    case .mx(let spec, let lengths):
      let name = DNSName(target: try target(spec, of: domain, into: &step))
      isMatch = try name.map { name throws(SPFStop) in try servers(of: name, lengths) } ?? false
    case .exists(let spec):
      // RFC 7208 §5.7: A, whatever family the sender's address has.
      let name = DNSName(target: try target(spec, of: domain, into: &step))
      isMatch =
        try name.map { name throws(SPFStop) in try !records(Question(name, .a)).isEmpty } ?? false
    case .ptr(let spec):
      let name = DNSName(target: try target(spec, of: domain, into: &step))
      let validated = try validatedNames()
      isMatch = name.map { name in validated.contains { $0.isSubdomain(of: name) } } ?? false
    }
    return isMatch ? .match : .noMatch
  }

  /// The `target-name` of a term, the current domain when the term names none (RFC 7208 §4.8).
  ///
  /// A target that is no DNS name is nobody's: RFC 7208 §4.8 leaves it open, and no match is what
  /// a name that does not exist gives too.
  mutating func target(
    _ spec: DomainSpec?, of domain: [UInt8], into step: inout Draft
  ) throws(SPFStop) -> [UInt8] {
    let target = try spec.map { spec throws(SPFStop) in try expand(spec, of: domain) } ?? domain
    step.target = target.text
    return target
  }

  /// `a` (RFC 7208 §5.3).
  private mutating func hasAddress(
    _ name: DNSName, _ lengths: SPFPrefixLengths
  ) throws(SPFStop) -> Bool {
    try records(Question(name, hostType)).contains { isSender($0, lengths) }
  }

  /// `mx` (RFC 7208 §5.4); the servers are asked for at once and looked at by preference.
  private mutating func servers(
    of name: DNSName, _ lengths: SPFPrefixLengths
  ) throws(SPFStop) -> Bool {
    let exchangers = try records(Question(name, .mx)).compactMap(MailExchanger.init)
    if exchangers.count > SPFLimits.names {
      throw .problem(.permError, .tooManyMailServers, count: exchangers.count)
    }
    let hosts = exchangers.hosts
    try require(hosts.map { Question($0, hostType) })
    for host in hosts {
      if try hasAddress(host, lengths) { return true }
    }
    return false
  }

  private func isSender(_ record: ResourceRecord, _ lengths: SPFPrefixLengths) -> Bool {
    guard case .address(let address) = record.data else { return false }
    let length = address.isIPv6 ? lengths.ipv6 : lengths.ipv4
    return query.address.matches(address, prefixLength: length)
  }

  /// The names of the sender's address that lead back to it (RFC 7208 §5.5).
  ///
  /// Failures make names invalid and void lookups are not counted: what stands in the reverse zone
  /// is the doing of the sender, not of the domain (RFC 7208 §4.6.4).
  mutating func validatedNames() throws(SPFStop) -> [DNSName] {
    let pointers = try lookUp(Question(query.address.reverseName, .ptr), countsVoid: false) ?? []
    let names = pointers.pointedNames
    try require(names.map { Question($0, hostType) })
    var validated: [DNSName] = []
    for name in names {
      let addresses = try lookUp(Question(name, hostType), countsVoid: false) ?? []
      if addresses.contains(where: { isSender($0, .whole) }) { validated.append(name) }
    }
    return validated
  }

  /// Stops when any of the questions has no answer yet, with all that have none.
  private func require(_ questions: [Question]) throws(SPFStop) {
    var missing: [Question] = []
    for question in questions {
      // Two hosts may be aliases of one.
      if case .unknown(let next) = source.resolve(question), !missing.contains(next) {
        missing.append(next)
      }
    }
    if !missing.isEmpty { throw .missing(missing) }
  }

  /// The records of a question; a failure and a third void lookup end the evaluation.
  private mutating func records(_ question: Question) throws(SPFStop) -> [ResourceRecord] {
    guard let records = try lookUp(question, countsVoid: true) else {
      throw .problem(.tempError, .lookupFailed, question: question)
    }
    // RFC 7208 §4.6.4: every query of a counted term that finds nothing is counted.
    if voidLookups > SPFLimits.voidLookups { throw .problem(.permError, .tooManyVoidLookups) }
    return records
  }

  /// The records of a question, empty when there are none; nil when the lookup failed.
  mutating func lookUp(
    _ question: Question, countsVoid: Bool
  ) throws(SPFStop) -> [ResourceRecord]? {
    let answer = source.resolve(question)
    if case .unknown(let missing) = answer { throw .missing([missing]) }
    guard let lookup = SPFLookup(question, answer) else { return nil }
    asked.append(lookup)
    if lookup.isVoid, countsVoid { voidLookups += 1 }
    switch answer {
    case .records(let records, _): return records
    case .nxDomain: return []
    case .failed, .unknown: return nil
    }
  }
}

extension SPFLookup {
  /// How a question was answered; nil when it has not been asked.
  init?(_ question: Question, _ answer: ResolvedAnswer) {
    switch answer {
    case .records(let records, let aliases):
      self.init(
        question: question, status: records.isEmpty ? .empty : .records, aliases: aliases)
    case .nxDomain(let aliases):
      self.init(question: question, status: .nxDomain, aliases: aliases)
    case .failed(let aliases): self.init(question: question, status: .failed, aliases: aliases)
    case .unknown: return nil
    }
  }
}

extension [MailExchanger] {
  /// The names of the servers, each once, by preference; without the null MX (RFC 7505 §3).
  var hosts: [DNSName] {
    var seen: Set<DNSName> = []
    return filter { !$0.isNull }
      .sorted { ($0.preference, $0.exchange) < ($1.preference, $1.exchange) }
      .map(\.exchange).filter { seen.insert($0).inserted }
  }
}

extension [ResourceRecord] {
  /// The names of an address that are looked at: RFC 7208 §4.6.4 wants the first ten.
  var pointedNames: [DNSName] {
    compactMap { if case .name(let name) = $0.data, name != .root { name } else { nil } }
      .prefix(SPFLimits.names).map { $0 }
  }
}
