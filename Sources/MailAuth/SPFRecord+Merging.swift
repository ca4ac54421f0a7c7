extension SPFRecord {
  /// One record in place of this and `others`, for a name that wrongly has several.
  ///
  /// Every sender that one of the records lets through is let through by the merged record (with
  /// the one exception below), and a sender that none of them lists is treated as the mildest of
  /// them treats it. Merging again with the same records changes nothing.
  ///
  /// - Directives that lead a record with `+` come first, record by record, then the rest of each.
  ///   So no exclusion (`-ip4:...`) of one record stands before another's authorisation. Only when
  ///   two records both exclude does the first one's exclusion stand before the second's remaining
  ///   terms: SPF has no way to write that union.
  /// - A mechanism that several records hold keeps its most permissive qualifier.
  /// - What a record never asks (behind its `all`, repeated) is not brought to life.
  /// - `exp` is taken from the first record that has it, unknown modifiers once each.
  public func merging(_ others: [SPFRecord]) -> SPFRecord {
    let records = [self] + others
    let ending = Self.mildestEnding(of: records)
    let lists = records.map { $0.contribution(to: ending) }

    var order: [SPFMechanism] = []
    var qualifiers: [SPFMechanism: SPFQualifier] = [:]
    let leading = lists.flatMap { $0.prefix { $0.qualifier == .pass } }
    let rest = lists.flatMap { $0.drop { $0.qualifier == .pass } }
    for directive in leading + rest {
      if let known = qualifiers[directive.mechanism] {
        qualifiers[directive.mechanism] = min(known, directive.qualifier)
      } else {
        order.append(directive.mechanism)
        qualifiers[directive.mechanism] = directive.qualifier
      }
    }
    var terms = order.map {
      SPFTerm.directive(SPFDirective(qualifier: qualifiers[$0] ?? .pass, mechanism: $0))
    }
    switch ending {
    case .all(let qualifier):
      terms.append(.directive(SPFDirective(qualifier: qualifier, mechanism: .all)))
    case .redirect(let domain): terms.append(.redirect(domain))
    case .absent: break
    }
    return SPFRecord(terms: terms + Self.otherModifiers(of: records))
  }

  /// The ending of a merged record: the mildest of all.
  ///
  /// Not the first one's: the DNS returns records in any order, and the advice must not depend on
  /// it. Not the strictest: all listed senders would survive that, but a record that ended in
  /// `~all` may not list all senders of its domain, and a `-all` from elsewhere would have their
  /// mail refused. The mildest takes nothing away and gives no more than one record gave already;
  /// making it stricter is the owner's decision.
  ///
  /// A redirect is kept when all records end in it. Otherwise it becomes an include, which keeps
  /// its authorisations (RFC 7208 §5.2), and its unknown ending counts as `~`: mail is marked then,
  /// not refused (RFC 7208 §8.5).
  private static func mildestEnding(of records: [SPFRecord]) -> SPFEnding {
    let endings = Set(records.map(\.ending))
    if endings.count == 1, let only = endings.first { return only }
    let mildest = endings.map { ending -> SPFQualifier in
      switch ending {
      case .all(let qualifier): qualifier
      case .redirect: .softFail
      case .absent: .neutral
      }
    }.min()
    return .all(mildest ?? .neutral)
  }

  private func contribution(to ending: SPFEnding) -> [SPFDirective] {
    // RFC 7208 §6.1: a record's own `all` makes its redirect unused, so only a redirect that is
    // its ending authorises anyone.
    let own = decidingDirectives
    guard case .redirect(let domain) = self.ending, ending != self.ending,
      !own.contains(where: { $0.mechanism == .include(domain) })
    else { return own }
    // At the very end: a redirect is followed only when no mechanism has matched.
    return own + [SPFDirective(qualifier: .pass, mechanism: .include(domain))]
  }

  private static func otherModifiers(of records: [SPFRecord]) -> [SPFTerm] {
    var seen: Set<SPFTerm> = []
    var hasExplanation = false
    return records.flatMap(\.terms).filter { term in
      switch term {
      case .directive, .redirect: return false
      case .explanation:
        defer { hasExplanation = true }
        return !hasExplanation
      case .unknown: return seen.insert(term).inserted
      }
    }
  }
}
