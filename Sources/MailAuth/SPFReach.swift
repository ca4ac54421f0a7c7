import DNS

/// The questions that the records reached from a domain lead to, a level of the tree at a time.
///
/// An evaluation, which must go from left to right, would wait for every answer on its own. So what
/// it can come to is asked for beforehand: a whole level at once.
struct SPFReach<Source: LookupSource> {
  /// The questions without an answer.
  private(set) var missing: [Question] = []

  private enum Kind { case record(level: Int, isDeciding: Bool), mailServers, pointers, last }
  private let source: Source
  private let hostTypes: [RecordType]
  private let limit: Int
  private var queue: [(question: Question, kind: Kind)] = []
  private var seen: Set<Question> = []

  /// What an evaluation for `query` can come to: at most `SPFLimits.foreseenQuestions`.
  ///
  /// Levels come in order, and one level's questions do not depend on later answers. So the bound
  /// holds for all rounds together.
  init(from query: SPFQuery, in source: Source) {
    self.init(
      source: source, hostTypes: [query.address.isIPv6 ? .aaaa : .a],
      limit: SPFLimits.foreseenQuestions)
    guard let name = DNSName(target: query.domainText) else { return }
    walk(from: name) { record in
      record.asking(for: query.address)
    } target: { spec, domain in
      spec.target { query.value(of: $0, domain: domain) }
    } reverse: {
      query.address.reverseName
    }
  }

  /// What a tree of records for any sender is made of: at most `limit` questions.
  init(treeFrom domain: DNSName, in source: Source, limit: Int) {
    self.init(source: source, hostTypes: [.a, .aaaa], limit: limit)
    walk(from: domain) { record in
      record.livingTerms.filter(\.asksDNS).prefix(SPFTree.mostTerms).map { $0 }
    } target: { spec, domain in
      spec.staticTarget(of: domain)
    } reverse: {
      nil
    }
  }

  private init(source: Source, hostTypes: [RecordType], limit: Int) {
    self.source = source
    self.hostTypes = hostTypes
    self.limit = limit
  }

  private mutating func walk(
    from domain: DNSName, terms: (SPFRecord) -> [SPFTerm],
    target: (DomainSpec, [UInt8]) -> [UInt8]?, reverse: () -> DNSName?
  ) {
    add(domain, .txt, .record(level: 0, isDeciding: true))
    var next = 0
    while next < queue.count {
      let (question, kind) = queue[next]
      next += 1
      guard let records = answers(to: question) else { continue }
      switch kind {
      case .last: break
      case .mailServers:
        for host in records.compactMap(MailExchanger.init).hosts.prefix(SPFLimits.names) {
          addHost(host)
        }
      case .pointers: for name in records.pointedNames { addHost(name) }
      case .record(let level, let isDeciding):
        let texts = SPFRecord.select(from: records.compactMap(\.text))
        // Several records are an error; only the first domain's are of interest, for advice.
        if texts.count > 1, level > 0 { continue }
        for text in texts {
          guard let record = try? SPFRecord(parsing: text) else { continue }
          for term in terms(record) {
            if term.usesReverseName, let name = reverse() { add(name, .ptr, .pointers) }
            let name =
              term.domain.map { target($0, question.name.targetText) }
              .map { $0.flatMap(DNSName.init(target:)) } ?? question.name
            if let name { add(term, name, below: level, isDeciding) }
          }
        }
      }
    }
  }

  private mutating func add(
    _ term: SPFTerm, _ name: DNSName, below level: Int, _ isDeciding: Bool
  ) {
    switch term {
    case .redirect: add(name, .txt, .record(level: level + 1, isDeciding: isDeciding))
    case .explanation: if isDeciding { add(name, .txt, .last) }
    case .unknown: break
    case .directive(let directive):
      switch directive.mechanism {
      case .include: add(name, .txt, .record(level: level + 1, isDeciding: false))
      case .a: addHost(name)
      case .mx: add(name, .mx, .mailServers)
      case .exists: add(name, .a, .last)
      case .all, .ip4, .ip6, .ptr: break
      }
    }
  }

  private mutating func addHost(_ name: DNSName) {
    for type in hostTypes { add(name, type, .last) }
  }

  private mutating func add(_ name: DNSName, _ type: RecordType, _ kind: Kind) {
    let question = Question(name, type)
    // RFC 7208 §4.3: a single label has no record.
    if type == .txt, name.labels.count < 2 { return }
    if case .record(let level, _) = kind, level >= SPFTree.mostLevels { return }
    guard queue.count < limit, seen.insert(question).inserted else { return }
    queue.append((question, kind))
  }

  /// The records of a question; nil when there is no answer, which then is missing, or it failed.
  private mutating func answers(to question: Question) -> [ResourceRecord]? {
    switch source.resolve(question) {
    case .records(let records, _): return records
    case .unknown(let question):
      if !missing.contains(question) { missing.append(question) }
      return nil
    case .nxDomain, .failed: return nil
    }
  }
}
