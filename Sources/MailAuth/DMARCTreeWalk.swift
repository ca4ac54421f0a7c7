import DNS

/// The DMARC records from a domain up to the root of the name space (RFC 9989 §4.10).
public struct DMARCTreeWalk: Hashable, Sendable {
  /// What stands at the `_dmarc` name of a domain.
  public enum Found: Hashable, Sendable {
    /// No DMARC record.
    case nothing
    /// One DMARC record.
    case record(DMARCRecord)
    /// Several DMARC records, all of which are discarded.
    case several(count: Int)
    /// No answer that counts.
    case unknown
  }

  /// One domain of the walk.
  public struct Step: Hashable, Sendable {
    /// The domain, without `_dmarc`.
    public let domain: DNSName
    /// The texts at its `_dmarc` name, each record's strings joined.
    public let texts: [[UInt8]]
    /// What they come to.
    public let found: Found

    /// The record, when there is exactly one.
    public var record: DMARCRecord? {
      if case .record(let record) = found { record } else { nil }
    }
  }

  /// Where the walk began.
  public let domain: DNSName
  /// The domains that were asked about, the longest first, up to one with `psd=y` or `psd=n`.
  public let steps: [Step]

  /// RFC 9989 §4.10: the shortcut of step 4 keeps a walk to eight queries.
  public static let mostQueries = 8

  /// The domains that a walk asks about: at most eight, labels of long names skipped.
  public static func targets(of domain: DNSName) -> [DNSName] {
    if domain == .root { return [] }
    var targets = [domain]
    var next = domain.parent
    var count = domain.labels.count - 1
    // RFC 9989 §4.10 step 4: from eight labels on, seven remain.
    while count >= mostQueries {
      next = next?.parent
      count -= 1
    }
    while let current = next, current != .root {
      targets.append(current)
      next = current.parent
    }
    return targets
  }

  /// Walks from a domain; what is missing is asked for all at once.
  public static func judge(
    from domain: DNSName, in source: some LookupSource
  ) -> Gathering<DMARCTreeWalk> {
    var open = OpenQuestions()
    var steps: [Step] = []
    for target in targets(of: domain) {
      guard let step = step(at: target, in: source, &open) else { continue }
      steps.append(step)
      // RFC 9989 §4.10 steps 2 and 6.
      if let record = step.record, record.publicSuffix != .undetermined { break }
    }
    return open.questions.isEmpty
      ? .done(DMARCTreeWalk(domain: domain, steps: steps)) : .needs(open.questions)
  }

  /// What stands at the `_dmarc` name of a domain; nil when it must be asked first.
  static func step(
    at domain: DNSName, in source: some LookupSource, _ open: inout OpenQuestions
  ) -> Step? {
    // A name that is too long for DNS holds nothing.
    guard let name = try? DNSName(labels: [Array("_dmarc".utf8)] + domain.labels) else {
      return Step(domain: domain, texts: [], found: .nothing)
    }
    guard let answer = open.resolve(Question(name, .txt), in: source) else { return nil }
    guard case .records(let records, _) = answer else {
      if case .nxDomain = answer { return Step(domain: domain, texts: [], found: .nothing) }
      return Step(domain: domain, texts: [], found: .unknown)
    }
    let texts = records.compactMap(\.text)
    return Step(domain: domain, texts: texts, found: found(among: texts))
  }

  private static func found(among texts: [[UInt8]]) -> Found {
    let selected = DMARCRecord.select(from: texts)
    if selected.count > 1 { return .several(count: selected.count) }
    let record = selected.first.flatMap { try? DMARCRecord(parsing: $0) }
    return record.map(Found.record) ?? .nothing
  }

  /// The domains about which no answer counted.
  public var unanswered: [DNSName] { steps.filter { $0.found == .unknown }.map(\.domain) }

  /// The organizational domain of the domain (RFC 9989 §4.10.2).
  public var organizationalDomain: DNSName {
    for step in steps {
      guard let record = step.record else { continue }
      if record.publicSuffix == .no { return step.domain }
      if record.publicSuffix == .yes, step.domain != domain { return below(step.domain) }
    }
    return steps.last { $0.record != nil }?.domain ?? domain
  }

  /// The domain on the way to `domain` that stands one label below `suffix`.
  private func below(_ suffix: DNSName) -> DNSName {
    var name = domain
    while name.labels.count > suffix.labels.count + 1, let parent = name.parent { name = parent }
    return name
  }
}
