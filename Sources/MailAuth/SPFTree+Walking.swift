import DNS

extension SPFTree {
  /// Walks from a domain over all includes and redirects, as far as the answers go.
  ///
  /// Missing answers are asked for a level at a time, at most `mostQuestions` in all.
  public static func walk(
    from domain: DNSName, in source: some LookupSource
  ) -> Gathering<SPFTree> {
    let missing = SPFReach(treeFrom: domain, in: source, limit: mostQuestions).missing
    guard missing.isEmpty else { return .needs(missing) }
    var walk = SPFTreeWalk(source: source)
    return .done(walk.tree(of: domain))
  }
}

/// A walk over answers that are all there; what has none is `unexplored`.
private struct SPFTreeWalk<Source: LookupSource> {
  let source: Source
  /// The domains that lead to the one at hand.
  private var chain: Set<DNSName> = []
  /// The trees of the domains seen so far, without what lies below them.
  private var known: [DNSName: SPFTree] = [:]

  init(source: Source) { self.source = source }

  mutating func tree(of domain: DNSName) -> SPFTree {
    if chain.contains(domain) { return SPFTree(domain, .loop) }
    if let known = known[domain] { return known }
    guard known.count < SPFTree.mostRecords, chain.count < SPFTree.mostLevels else {
      return SPFTree(domain, .unexplored)
    }
    let tree = newTree(of: domain)
    // Shown once; counted every time, as receivers do.
    known[domain] = SPFTree(
      domain, tree.status == .sound ? .repeated : tree.status, lookups: tree.lookups,
      voidLookups: tree.voidLookups)
    return tree
  }

  private mutating func newTree(of domain: DNSName) -> SPFTree {
    switch source.resolve(Question(domain, .txt)) {
    case .unknown: return SPFTree(domain, .unexplored)
    case .failed: return SPFTree(domain, .failed)
    case .nxDomain: return SPFTree(domain, .missing)
    case .records(let answers, _):
      let texts = SPFRecord.select(from: answers.compactMap(\.text))
      if texts.isEmpty { return SPFTree(domain, .missing) }
      if texts.count > 1, !chain.isEmpty { return SPFTree(domain, .several, texts: texts) }
      return tree(of: domain, texts: texts)
    }
  }

  private mutating func tree(of domain: DNSName, texts: [[UInt8]]) -> SPFTree {
    chain.insert(domain)
    defer { chain.remove(domain) }
    var status = texts.count == 1 ? SPFTree.Status.sound : .several
    var branches: [SPFBranch] = []
    var dead: [SPFDeadTerm] = []
    var unlisted = 0
    for text in texts {
      do throws(SPFSyntaxError) {
        let record = try SPFRecord(parsing: text)
        let offsets = SPFRecord.termOffsets(in: text)
        let asking = record.livingPlaces.filter { record.terms[$0].asksDNS }
        let own = asking.prefix(SPFTree.mostTerms).map {
          branch(record.terms[$0], at: offsets[$0], of: domain)
        }
        unlisted += asking.count - own.count
        branches += own
        dead += record.deadTerms(of: domain, at: offsets, beside: own)
      } catch {
        if texts.count == 1 { status = .syntax(error) }
      }
    }
    return SPFTree(
      domain, status, texts: texts, branches: branches,
      deadTerms: Array(dead.prefix(SPFTree.mostTerms)),
      lookups: branches.reduce(unlisted) { $0 + $1.lookups },
      voidLookups: branches.reduce(0) { $0 + $1.voidLookups })
  }

  private mutating func branch(_ term: SPFTerm, at offset: Int, of domain: DNSName) -> SPFBranch {
    var branch = SPFBranch(term, at: offset, about: target(of: term, domain))
    guard case .name(let name) = branch.target else { return branch }
    if term.leadsToRecord {
      branch.add(tree(of: name), isVoid: isVoid(Question(name, .txt)) ?? false)
      return branch
    }
    switch term.mechanism {
    case .a: branch.add([name]) { hasAddress($0) }
    case .mx:
      branch.add(isVoid: isVoid(Question(name, .mx)))
      guard case .records(let records, _) = source.resolve(Question(name, .mx)) else { break }
      let exchangers = records.compactMap(MailExchanger.init)
      branch.mailServers = exchangers.count
      branch.add(exchangers.hosts.prefix(SPFLimits.names)) { hasAddress($0) }
    case .exists: branch.add(isVoid: isVoid(Question(name, .a)))
    case .all, .ip4, .ip6, .ptr, .include, nil: break
    }
    return branch
  }

  private func target(of term: SPFTerm, _ domain: DNSName) -> SPFBranch.Target {
    guard let spec = term.domain else { return .name(domain) }
    guard let text = spec.staticTarget(of: domain.targetText) else { return .dependsOnMessage }
    guard let name = DNSName(target: text) else { return .malformed }
    // RFC 7208 §4.3: a single label has no record.
    return name.labels.count < 2 && term.leadsToRecord ? .malformed : .name(name)
  }

  /// Whether a lookup finds nothing; nil when it failed or was not made.
  private func isVoid(_ question: Question) -> Bool? {
    switch source.resolve(question) {
    case .records(let records, _): records.isEmpty
    case .nxDomain: true
    case .failed, .unknown: nil
    }
  }

  /// Whether a host has an address of either family; nil when that is not known.
  private func hasAddress(_ host: DNSName) -> Bool? {
    let voids = [RecordType.a, .aaaa].map { isVoid(Question(host, $0)) }
    if voids.contains(false) { return true }
    return voids.contains(nil) ? nil : false
  }
}

extension SPFTree {
  fileprivate init(
    _ domain: DNSName, _ status: Status, texts: [[UInt8]] = [], branches: [SPFBranch] = [],
    deadTerms: [SPFDeadTerm] = [], lookups: Int = 0, voidLookups: Int = 0
  ) {
    self.init(
      domain: domain, status: status, texts: texts, branches: branches, deadTerms: deadTerms,
      lookups: min(lookups, Self.highestCount), voidLookups: min(voidLookups, Self.highestCount))
  }
}

extension SPFBranch {
  fileprivate init(_ term: SPFTerm, at offset: Int, about target: Target) {
    self.init(
      term: term, offset: offset, target: target, lookups: 1, voidLookups: 0, isVoid: false,
      isUnresolved: false, mailServers: nil, hostsWithoutAddress: [], tree: nil)
  }

  fileprivate mutating func add(_ tree: SPFTree, isVoid: Bool) {
    self.tree = tree
    self.isVoid = isVoid
    lookups += tree.lookups
    voidLookups += tree.voidLookups + (isVoid ? 1 : 0)
    isUnresolved = tree.status == .failed || tree.status == .unexplored
  }

  fileprivate mutating func add(isVoid answer: Bool?) {
    isVoid = answer ?? false
    isUnresolved = answer == nil
    if isVoid { voidLookups += 1 }
  }

  fileprivate mutating func add(_ hosts: some Sequence<DNSName>, hasAddress: (DNSName) -> Bool?) {
    for host in hosts {
      switch hasAddress(host) {
      case true: hasHost = true
      case false:
        hostsWithoutAddress.append(host)
        voidLookups += 1
        // The address is what an `a` asks for; for an `mx` there was a mail server.
        if mailServers == nil { isVoid = true }
      default: isUnresolved = true
      }
    }
  }
}
