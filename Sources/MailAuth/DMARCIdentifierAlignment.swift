import DNS

/// Whether an authenticated domain counts for the sender domain (RFC 9989 §4.4).
public struct DMARCIdentifierAlignment: Hashable, Sendable {
  /// How the two domains are related.
  public enum Relation: Hashable, Sendable {
    /// They are the same.
    case identical
    /// They have the same organizational domain.
    case sameOrganization(DNSName)
    /// They have different organizational domains.
    case different(sender: DNSName, identifier: DNSName)
  }

  /// The sender domain: that of the From field.
  public let sender: DNSName
  /// The domain that DKIM (`d=`) or SPF (return path) authenticates.
  public let identifier: DNSName
  /// How exactly they must be equal.
  public let mode: DMARCAlignment
  /// How they are related.
  public let relation: Relation
  /// Whether the relation is the same organization by the public suffix list (RFC 7489 §3.2).
  public let isSameOrganizationByList: Bool

  /// Whether it counts for readers by RFC 9989.
  public var isAligned: Bool {
    switch relation {
    case .identical: true
    case .sameOrganization: mode == .relaxed
    case .different: false
    }
  }

  /// Whether it counts for readers by RFC 7489.
  public var isAlignedByList: Bool {
    relation == .identical || mode == .relaxed && isSameOrganizationByList
  }

  /// Whether relaxed alignment would let it count: strict alone stands in the way.
  public var failsByStrictness: Bool {
    if case .sameOrganization = relation { mode == .strict } else { false }
  }

  /// Judges two domains; what is missing is asked for all at once.
  public static func judge(
    _ sender: DNSName, _ identifier: DNSName, mode: DMARCAlignment, in source: some LookupSource
  ) -> Gathering<DMARCIdentifierAlignment> {
    let lists = [sender, identifier].map { PublicSuffixList.registrableDomain(of: $0) }
    let verdict = { (relation: Relation) in
      Gathering.done(
        DMARCIdentifierAlignment(
          sender: sender, identifier: identifier, mode: mode, relation: relation,
          isSameOrganizationByList: sender == identifier || lists[0] != nil && lists[0] == lists[1])
      )
    }
    if sender == identifier { return verdict(.identical) }
    var open = OpenQuestions()
    let first = open.take(DMARCTreeWalk.judge(from: sender, in: source))
    let second = open.take(DMARCTreeWalk.judge(from: identifier, in: source))
    guard let first, let second else { return .needs(open.questions) }
    let organizations = (first.organizationalDomain, second.organizationalDomain)
    return verdict(
      organizations.0 == organizations.1
        ? .sameOrganization(organizations.0)
        : .different(sender: organizations.0, identifier: organizations.1))
  }
}

/// What a mail service's two domains come to under the DMARC record in force.
public struct DMARCAlignmentVerdict: Hashable, Sendable {
  /// The signing domain (`d=`); nil when the service does not sign.
  public let dkim: DMARCIdentifierAlignment?
  /// The return path's domain; nil when it has none.
  public let spf: DMARCIdentifierAlignment?

  /// Whether mail can pass: one of the two is enough (RFC 9989 §4.4).
  public var passes: Bool { [dkim, spf].contains { $0?.isAligned ?? false } }
  /// The tags that alone keep a domain from counting: `adkim`, `aspf`.
  public var strictTags: [String] {
    [("adkim", dkim), ("aspf", spf)].filter { $0.1?.failsByStrictness ?? false }.map(\.0)
  }

  /// Judges the service's domains for a sender domain under a record.
  public static func judge(
    _ sender: DNSName, dkim: DNSName?, returnPath: DNSName?, under record: DMARCRecord,
    in source: some LookupSource
  ) -> Gathering<DMARCAlignmentVerdict> {
    var open = OpenQuestions()
    let signed = dkim.flatMap {
      open.take(
        DMARCIdentifierAlignment.judge(sender, $0, mode: record.dkimAlignment, in: source))
    }
    let sent = returnPath.flatMap {
      open.take(DMARCIdentifierAlignment.judge(sender, $0, mode: record.spfAlignment, in: source))
    }
    return open.questions.isEmpty
      ? .done(DMARCAlignmentVerdict(dkim: signed, spf: sent)) : .needs(open.questions)
  }
}
