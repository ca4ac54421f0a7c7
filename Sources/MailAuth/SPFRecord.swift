/// An SPF record, version 1, whose syntax is right (RFC 7208 §12).
///
/// Two records are equal when they have the same terms in the same order, however written.
public struct SPFRecord: Hashable, Sendable {
  /// The terms in their order.
  public let terms: [SPFTerm]

  /// The octets that begin every record; letters may be of either case (RFC 7208 §4.5).
  static let version = Array("v=spf1".utf8)
  /// No data of a DNS record are longer (RFC 1035 §3.2.1, RDLENGTH has 16 bits).
  static let longest = 65_535

  init(terms: [SPFTerm]) { self.terms = terms }

  /// The records among the TXT texts of a name, each with its strings joined (RFC 7208 §4.5).
  ///
  /// A sound name has one; none means "none", more mean "permerror".
  public static func select(from txt: [[UInt8]]) -> [[UInt8]] {
    txt.filter { versionFault(in: $0) == nil }
  }

  /// Where the text departs from `v=spf1` and a space or the end; nil when it does not.
  static func versionFault(in octets: [UInt8]) -> Int? {
    for (index, expected) in version.enumerated()
    where index >= octets.count || octets[index].folded != expected { return index }
    return octets.count == version.count || octets[version.count] == UInt8(ascii: " ")
      ? nil : version.count
  }

  /// The mechanisms with their qualifiers, in their order.
  public var directives: [SPFDirective] {
    terms.compactMap { if case .directive(let directive) = $0 { directive } else { nil } }
  }

  /// The target of `redirect=`, also where an `all` makes it unused (RFC 7208 §6.1).
  public var redirect: DomainSpec? {
    for case .redirect(let domain) in terms { return domain }
    return nil
  }

  /// The target of `exp=`.
  public var explanation: DomainSpec? {
    for case .explanation(let domain) in terms { return domain }
    return nil
  }

  /// What becomes of a sender that no other mechanism matches.
  public var ending: SPFEnding {
    if let all = directives.first(where: { $0.mechanism == .all }) { return .all(all.qualifier) }
    return redirect.map(SPFEnding.redirect) ?? .absent
  }

  /// The directives that can decide: those before the first `all`, each mechanism once.
  ///
  /// RFC 7208 §4.6.2: the first match decides, so a repeated mechanism and everything behind `all`
  /// is never asked.
  var decidingDirectives: [SPFDirective] {
    var seen: Set<SPFMechanism> = []
    return directives.prefix { $0.mechanism != .all }.filter { seen.insert($0.mechanism).inserted }
  }

  /// Whether the record itself lets through what `include:domain` lets through.
  ///
  /// Not so for an include with another qualifier than `+`, or one behind `all`.
  public func includes(_ domain: DomainSpec) -> Bool {
    decidingDirectives.contains { $0.qualifier == .pass && $0.mechanism == .include(domain) }
  }

  /// The record with `include:domain` in force; unchanged when it is already.
  ///
  /// The include goes before the first `all`, else before `redirect`, else to the end. An include
  /// of the same domain that had no force (`~include:`, or behind `all`) is taken out.
  public func adding(include domain: DomainSpec) -> SPFRecord {
    if includes(domain) { return self }
    let others = terms.filter {
      if case .directive(let directive) = $0 {
        directive.mechanism != .include(domain)
      } else {
        true
      }
    }
    return SPFRecord(terms: others)
      .inserting(SPFDirective(qualifier: .pass, mechanism: .include(domain)))
  }

  /// The record with everyone in whom `wanted` lets through; its own ending stays.
  public func adding(sendersOf wanted: SPFRecord) -> SPFRecord {
    wanted.decidingDirectives.reduce(self) { record, directive in
      if case .include(let domain) = directive.mechanism { return record.adding(include: domain) }
      return record.decidingDirectives.contains(directive) ? record : record.inserting(directive)
    }
  }

  private func inserting(_ directive: SPFDirective) -> SPFRecord {
    var changed = terms
    let place =
      changed.firstIndex {
        if case .directive(let directive) = $0 { directive.mechanism == .all } else { false }
      } ?? changed.firstIndex { if case .redirect = $0 { true } else { false } } ?? changed.endIndex
    changed.insert(.directive(directive), at: place)
    return SPFRecord(terms: changed)
  }
}

/// What becomes of a sender that no other mechanism of a record matches.
public enum SPFEnding: Hashable, Sendable {
  /// An `all` says it (RFC 7208 §5.1).
  case all(SPFQualifier)
  /// Another domain's record says it (RFC 7208 §6.1).
  case redirect(DomainSpec)
  /// Nobody says it, which means neutral (RFC 7208 §4.7).
  case absent
}

extension SPFRecord: CustomStringConvertible {
  /// The canonical text: small letters in names, one space between terms, defaults left out.
  public var description: String {
    (["v=spf1"] + terms.map(\.description)).joined(separator: " ")
  }
}
