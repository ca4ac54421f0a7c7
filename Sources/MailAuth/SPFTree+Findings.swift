import DNS

/// A branch and the way to it.
public struct SPFPlace: Hashable, Sendable {
  /// The domains from the first to the one whose record holds the term.
  public let path: [DNSName]
  /// The term and what it leads to.
  public let branch: SPFBranch
}

/// What a term of the first record costs.
public struct SPFCost: Hashable, Sendable {
  /// The term.
  public let term: SPFTerm
  /// How many terms ask the DNS: this one and all below.
  public let lookups: Int
  /// How many lookups find nothing for any sender: the term's own and all below.
  public let voidLookups: Int
}

extension SPFTree {
  /// All branches, in the order in which a receiver would come to them.
  public var places: [SPFPlace] { places(behind: []) }

  private func places(behind path: [DNSName]) -> [SPFPlace] {
    let path = path + [domain]
    return branches.flatMap { branch in
      [SPFPlace(path: path, branch: branch)] + (branch.tree?.places(behind: path) ?? [])
    }
  }

  /// The terms of the first record that ask the DNS, the dearest first.
  public var costs: [SPFCost] {
    branches.map {
      SPFCost(term: $0.term, lookups: $0.lookups, voidLookups: $0.voidLookups)
    }.dearestFirst
  }

  /// Includes and redirects that end every evaluation with "permerror": nothing there, several
  /// records, a fault in the record, or no name.
  public var broken: [SPFPlace] {
    places.filter { place in
      switch place.branch.tree?.status {
      case .missing, .several, .syntax: true
      case nil: place.branch.target == .malformed && place.branch.term.leadsToRecord
      case .sound, .failed, .loop, .repeated, .unexplored: false
      }
    }
  }

  /// The circles: domains from the first one on, ending with the one that was there before.
  public var loops: [[DNSName]] {
    places.compactMap { place in
      place.branch.tree?.status == .loop ? place.path + [place.branch.tree?.domain ?? .root] : nil
    }
  }

  /// The domains that several includes and redirects lead to, and how many.
  public var repeatedTargets: [(domain: DNSName, count: Int)] {
    var counts: [DNSName: Int] = [:]
    let targets = places.compactMap(\.branch.tree?.domain)
    for target in targets { counts[target, default: 0] += 1 }
    var seen: Set<DNSName> = []
    return targets.filter { counts[$0] ?? 0 > 1 && seen.insert($0).inserted }
      .map { ($0, counts[$0] ?? 0) }
  }

  /// Terms whose lookups failed or were left out.
  public var unresolved: [SPFPlace] { places.filter(\.branch.isUnresolved) }

  /// Terms whose own lookup finds nothing.
  public var voids: [SPFPlace] { places.filter(\.branch.isVoid) }

  /// `a` and `mx` terms with a host that has no address.
  public var withoutAddress: [SPFPlace] {
    places.filter { !$0.branch.hostsWithoutAddress.isEmpty }
  }

  /// `mx` terms that lead to more than 10 mail servers (RFC 7208 §4.6.4).
  public var crowded: [SPFPlace] {
    places.filter { $0.branch.mailServers ?? 0 > SPFLimits.names }
  }

  /// `ptr` terms, and terms with the macro `p` (RFC 7208 §5.5, §7.2: do not use).
  public var reverseTerms: [SPFPlace] { places.filter(\.branch.term.usesReverseName) }
}

extension [SPFCost] {
  /// By cost, else in their order.
  var dearestFirst: [SPFCost] {
    enumerated().sorted { left, right in
      (-left.element.lookups, -left.element.voidLookups, left.offset)
        < (-right.element.lookups, -right.element.voidLookups, right.offset)
    }.map(\.element)
  }
}

extension SPFRecord {
  /// The terms of the record that have no effect, given what its living terms lead to.
  func deadTerms(of domain: DNSName, at offsets: [Int], beside branches: [SPFBranch])
    -> [SPFDeadTerm]
  {
    let hasAll = terms.contains { $0.mechanism == .all }
    let idle = Set(branches.filter(\.findsNothing).map(\.offset))
    var isBehindAll = false
    var seen: Set<SPFMechanism> = []
    return zip(terms, offsets).compactMap { term, offset in
      var reason: SPFDeadTerm.Reason?
      if case .redirect = term, hasAll { reason = .redirectBesideAll }
      if let mechanism = term.mechanism {
        if isBehindAll {
          reason = .behindAll
        } else if !seen.insert(mechanism).inserted {
          reason = .repeated
        } else if idle.contains(offset) {
          reason = .findsNothing
        }
        isBehindAll = isBehindAll || mechanism == .all
      }
      return reason.map { SPFDeadTerm(domain: domain, term: term, offset: offset, reason: $0) }
    }
  }
}

extension SPFBranch {
  /// Whether there is nothing that a sender could be compared with.
  fileprivate var findsNothing: Bool {
    guard !isUnresolved, !term.leadsToRecord else { return false }
    // Of more than ten mail servers not all were looked at; that is an error of its own.
    return mailServers.map { $0 <= SPFLimits.names && !hasHost } ?? isVoid
  }
}
