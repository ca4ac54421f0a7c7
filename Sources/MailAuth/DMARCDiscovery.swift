import DNS

/// Which DMARC record applies to mail from a domain, and what it asks for.
///
/// Readers go by RFC 9989 or still by RFC 7489; where they come to different results, both are
/// here.
public struct DMARCDiscovery: Hashable, Sendable {
  /// The tree walk from the domain.
  public let walk: DMARCTreeWalk
  /// What readers by RFC 9989 §4.10.1 do; nil when no record applies.
  public let effect: DMARCEffect?
  /// What readers by RFC 7489 §6.6.3 do; nil when no record applies.
  public let legacyEffect: DMARCEffect?
  /// The organizational domain by the public suffix list (RFC 7489 §3.2); nil for a suffix.
  public let legacyOrganizationalDomain: DNSName?

  /// The sender domain.
  public var domain: DNSName { walk.domain }
  /// The organizational domain by the tree walk (RFC 9989 §4.10.2).
  public var organizationalDomain: DNSName { walk.organizationalDomain }
  /// Whether no answer that could change the effect is missing.
  public var isCertain: Bool { walk.steps.first?.record != nil || walk.unanswered.isEmpty }
  /// Whether the record that applies stands at another domain.
  public var isInherited: Bool { effect.map { $0.policyDomain != domain } ?? false }
  /// Whether the two kinds of reader treat mail differently.
  public var readersDiffer: Bool {
    switch (effect, legacyEffect) {
    case (nil, nil): false
    case (let current?, let legacy?): !current.isEquivalent(to: legacy)
    default: true
    }
  }

  /// Finds the record for a domain; what is missing is asked for all at once.
  public static func judge(
    _ domain: DNSName, in source: some LookupSource
  ) -> Gathering<DMARCDiscovery> {
    var open = OpenQuestions()
    let walk = open.take(DMARCTreeWalk.judge(from: domain, in: source))
    let registrable = PublicSuffixList.registrableDomain(of: domain)
    let legacy = legacyEffect(on: domain, registrable, in: source, &open)
    guard let walk, open.questions.isEmpty else { return .needs(open.questions) }
    let selected = selected(by: walk)
    var exists = true
    if let selected, selected.domain != domain, selected.record.nonexistentPolicy != nil {
      // RFC 9989 §3.2: a domain does not exist when the answer is NXDOMAIN (RFC 8020 §2).
      guard let answer = open.resolve(Question(domain, .mx), in: source) else {
        return .needs(open.questions)
      }
      exists = answer != .nxDomain(aliases: [])
    }
    return .done(
      DMARCDiscovery(
        walk: walk,
        effect: selected.map {
          DMARCEffect($0.record, of: $0.domain, isOwn: $0.domain == domain, exists: exists)
        },
        legacyEffect: legacy, legacyOrganizationalDomain: registrable))
  }

  /// Finds the record for a domain as it will be when `text` is the only TXT at its `_dmarc` name.
  public static func judge(
    _ domain: DNSName, publishing text: String, in source: some LookupSource
  ) -> Gathering<DMARCDiscovery> {
    guard let name = try? DNSName(labels: [Array("_dmarc".utf8)] + domain.labels) else {
      return judge(domain, in: source)
    }
    let record = ResourceRecord(
      name: name, type: .txt, ttl: 0, data: .txt([Array(text.utf8)]))
    return judge(
      domain,
      in: PlannedLookups(source, planned: [Question(name, .txt): .records([record])]))
  }

  /// RFC 9989 §4.10.1: the record of the domain, of its organizational domain, of the suffix above.
  private static func selected(
    by walk: DMARCTreeWalk
  ) -> (domain: DNSName, record: DMARCRecord)? {
    let records = walk.steps.compactMap { step in step.record.map { (step.domain, $0) } }
    return records.first { $0.0 == walk.domain }
      ?? records.first { $0.0 == walk.organizationalDomain }
      ?? records.first { $0.1.publicSuffix == .yes }
  }

  /// RFC 7489 §6.6.3: the domain, then the domain that was registered, and no other.
  private static func legacyEffect(
    on domain: DNSName, _ registrable: DNSName?, in source: some LookupSource,
    _ open: inout OpenQuestions
  ) -> DMARCEffect? {
    let own = DMARCTreeWalk.step(at: domain, in: source, &open)
    let inherited = registrable.flatMap { registrable in
      registrable == domain ? nil : DMARCTreeWalk.step(at: registrable, in: source, &open)
    }
    switch own?.found {
    case .record(let record): return DMARCEffect(legacy: record, of: domain, isOwn: true)
    // Step 5: several records end the discovery, and here nothing above is looked at.
    case .several, .unknown, nil: return nil
    case .nothing:
      guard let registrable, let record = inherited?.record else { return nil }
      return DMARCEffect(legacy: record, of: registrable, isOwn: false)
    }
  }
}
