extension SPFRecord {
  /// The terms of this record whose senders another record, put in its place, treats worse.
  ///
  /// Judged by the terms alone: a sender of a term that is gone is taken for one that no other term
  /// lists. A network inside a wider one of `proposed` is not lost.
  public func losses(in proposed: SPFRecord) -> [SPFTerm] {
    var kept: [SPFMechanism: SPFQualifier] = [:]
    for directive in proposed.decidingDirectives {
      kept[directive.mechanism.masked] = min(
        directive.qualifier, kept[directive.mechanism.masked] ?? .fail)
    }
    let rest = proposed.endingQualifier
    var lost: [SPFTerm] = decidingDirectives.filter { directive in
      let qualifiers = directive.mechanism.covering.compactMap { kept[$0] }
      return directive.qualifier < (qualifiers.min() ?? rest)
    }.map(SPFTerm.directive)
    guard case .redirect(let domain) = ending, ending != proposed.ending else { return lost }
    // RFC 7208 §5.2: an include keeps what a redirect authorises.
    if kept[.include(domain)] != .pass, rest != .pass { lost.append(.redirect(domain)) }
    return lost
  }

  /// How senders that no mechanism lists are treated; a redirect says it elsewhere.
  private var endingQualifier: SPFQualifier {
    switch ending {
    case .all(let qualifier): qualifier
    case .redirect: .fail
    case .absent: .neutral
    }
  }
}

extension SPFMechanism {
  /// A network without the bits behind its prefix, so that equal networks are equal.
  fileprivate var masked: SPFMechanism {
    switch self {
    case .ip4(let address, let length):
      .ip4(address.masked(to: length), prefixLength: length)
    case .ip6(let address, let length):
      .ip6(address.masked(to: length), prefixLength: length)
    default: self
    }
  }

  /// The mechanisms that match wherever this one does, as far as the terms tell.
  fileprivate var covering: [SPFMechanism] {
    switch self {
    case .ip4(let address, let length):
      (0...length).map { .ip4(address.masked(to: $0), prefixLength: $0) }
    case .ip6(let address, let length):
      (0...length).map { .ip6(address.masked(to: $0), prefixLength: $0) }
    default: [self]
    }
  }
}
