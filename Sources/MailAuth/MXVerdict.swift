import DNS

/// What is wrong with the mail servers of a domain.
public enum MXFault: Hashable, Sendable {
  /// No answer that counts.
  case unknown
  /// No MX.
  case missing
  /// The only MX says that the domain takes no mail (RFC 7505 §3).
  case null
  /// A null MX beside others, which RFC 7505 §3 forbids.
  case nullWithOthers(count: Int)
  /// A null MX with another preference than 0 (RFC 7505 §3).
  case nullPreference(UInt16)
  /// A name that is an IPv4 address, with or without the zone behind it (RFC 5321 §5.1).
  case address(target: DNSName, IPAddress)
  /// No host name; the offset counts octets of the labels with a dot between them (RFC 5321
  /// §2.3.5).
  case malformed(target: DNSName, offset: Int)
  /// An alias, which RFC 5321 §5.1 and RFC 2181 §10.3 forbid; the names that it leads over.
  case alias(target: DNSName, chain: [DNSName])
  /// No address; `exists` tells an existing name from NXDOMAIN.
  case unresolvable(target: DNSName, exists: Bool)
  /// No answer that counts about the target.
  case targetUnknown(DNSName)
  /// One target in several records.
  case repeated(target: DNSName, preferences: [UInt16])
  /// An expected target with another preference.
  case preference(target: DNSName, observed: UInt16, expected: UInt16)
  /// A server that is not expected stands before an expected one or level with it.
  case leftover(MailExchanger)
  /// An expected target that is not there.
  case expectedMissing(DNSName)
}

/// The mail servers of a domain, judged.
public struct MXVerdict: Hashable, Sendable {
  /// The domain.
  public let domain: DNSName
  /// The servers, those that are tried first in front.
  public let exchangers: [MailExchanger]
  /// What is wrong.
  public let faults: [MXFault]

  /// More servers than any domain needs; the targets of the rest are not looked up.
  public static let mostTargets = 20

  /// Judges the MX of a domain; everything that is missing is asked for at once.
  public static func judge(
    _ domain: DNSName, expected: [MailExchanger] = [], in source: some LookupSource
  ) -> Gathering<MXVerdict> {
    var open = OpenQuestions()
    guard let answer = open.resolve(Question(domain, .mx), in: source) else {
      return .needs(open.questions)
    }
    guard case .records(let records, _) = answer else {
      let fault: MXFault = if case .nxDomain = answer { .missing } else { .unknown }
      return .done(MXVerdict(domain: domain, exchangers: [], faults: [fault]))
    }
    let exchangers = records.compactMap(MailExchanger.init).sorted {
      ($0.preference, $0.exchange) < ($1.preference, $1.exchange)
    }
    var faults = exchangers.isEmpty ? [.missing] : faults(of: exchangers, expected)
    var seen: Set<DNSName> = []
    let targets = exchangers.map(\.exchange).filter { $0 != .root && seen.insert($0).inserted }
    for target in targets.prefix(mostTargets) {
      if let fault = fault(ofName: target, for: domain) {
        faults.append(fault)
      } else {
        faults += MXTarget.faults(of: target, in: source, &open)
      }
    }
    return open.questions.isEmpty
      ? .done(MXVerdict(domain: domain, exchangers: exchangers, faults: faults))
      : .needs(open.questions)
  }

  /// What the set itself shows.
  private static func faults(
    of exchangers: [MailExchanger], _ expected: [MailExchanger]
  ) -> [MXFault] {
    var faults: [MXFault] = []
    let others = exchangers.filter { !$0.isNull }
    if let null = exchangers.first(where: \.isNull) {
      faults.append(others.isEmpty ? .null : .nullWithOthers(count: others.count))
      if null.preference != 0 { faults.append(.nullPreference(null.preference)) }
    }
    for (target, same) in Dictionary(grouping: others, by: \.exchange).sorted(by: {
      $0.key < $1.key
    })
    where same.count > 1 {
      faults.append(.repeated(target: target, preferences: same.map(\.preference)))
    }
    var lowest: UInt16?
    for wanted in expected {
      let found = others.filter { $0.exchange == wanted.exchange }.map(\.preference)
      guard let first = found.first else {
        faults.append(.expectedMissing(wanted.exchange))
        continue
      }
      lowest = max(lowest ?? first, first)
      if !found.contains(wanted.preference) {
        faults.append(
          .preference(target: wanted.exchange, observed: first, expected: wanted.preference))
      }
    }
    if let lowest {
      let names = Set(expected.map(\.exchange))
      faults += others.filter { !names.contains($0.exchange) && $0.preference <= lowest }
        .map(MXFault.leftover)
    }
    return faults
  }

  /// What a target's name itself shows; nil when it is a host name.
  private static func fault(ofName target: DNSName, for domain: DNSName) -> MXFault? {
    let labels = target.labels
    // `192.0.2.1` without a final dot becomes `192.0.2.1.example.com.` at many DNS hosts.
    if labels.count >= 4, labels.prefix(4).allSatisfy({ $0.allSatisfy(\.isDigit) }),
      let zone = try? DNSName(labels: Array(labels.dropFirst(4))), domain.isSubdomain(of: zone),
      let address = IPAddress(labels.prefix(4).map(\.text).joined(separator: "."))
    {
      return .address(target: target, address)
    }
    var offset = 0
    for label in labels {
      if let place = place(ofFaultIn: label) {
        return .malformed(target: target, offset: offset + place)
      }
      offset += label.count + 1
    }
    return nil
  }

  /// RFC 5321 §4.1.2: sub-domain = Let-dig [Ldh-str]
  private static func place(ofFaultIn label: [UInt8]) -> Int? {
    let hyphen = UInt8(ascii: "-")
    if let wrong = label.firstIndex(where: { !$0.isAlphanumeric && $0 != hyphen }) { return wrong }
    if label.first == hyphen { return 0 }
    return label.last == hyphen ? label.count - 1 : nil
  }
}

/// A server's name looked up.
private enum MXTarget {
  static func faults(
    of target: DNSName, in source: some LookupSource, _ open: inout OpenQuestions
  ) -> [MXFault] {
    let four = open.resolve(Question(target, .a), in: source)
    let six = open.resolve(Question(target, .aaaa), in: source)
    guard let four, let six else { return [] }
    var faults: [MXFault] = []
    let chains = [four, six].map(\.aliases)
    if let chain = chains.first(where: { !$0.isEmpty }) {
      faults.append(.alias(target: target, chain: chain))
    }
    if [four, six].contains(where: \.hasRecords) { return faults }
    if [four, six].contains(where: { if case .failed = $0 { true } else { false } }) {
      return faults + [.targetUnknown(target)]
    }
    let exists = [four, six].contains { if case .records = $0 { true } else { false } }
    return faults + [.unresolvable(target: target, exists: exists)]
  }
}

extension ResolvedAnswer {
  /// The aliases that were followed.
  fileprivate var aliases: [DNSName] {
    switch self {
    case .records(_, let aliases), .nxDomain(let aliases), .failed(let aliases): aliases
    case .unknown: []
    }
  }

  fileprivate var hasRecords: Bool {
    if case .records(let records, _) = self { !records.isEmpty } else { false }
  }
}
