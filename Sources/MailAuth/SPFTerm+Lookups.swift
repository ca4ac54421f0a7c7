import DNS

extension SPFTerm {
  /// Whether the term asks the DNS while a record is evaluated (RFC 7208 §4.6.4).
  public var asksDNS: Bool {
    switch self {
    case .redirect: true
    case .explanation, .unknown: false
    case .directive(let directive):
      switch directive.mechanism {
      case .include, .a, .mx, .ptr, .exists: true
      case .all, .ip4, .ip6: false
      }
    }
  }

  /// The domain that the term names; nil when it names none.
  var domain: DomainSpec? {
    switch self {
    case .redirect(let domain), .explanation(let domain): domain
    case .unknown: nil
    case .directive(let directive):
      switch directive.mechanism {
      case .include(let domain), .exists(let domain): domain
      case .a(let domain, _), .mx(let domain, _), .ptr(let domain): domain
      case .all, .ip4, .ip6: nil
      }
    }
  }

  /// Whether the term leads to the record of another domain: include and redirect.
  var leadsToRecord: Bool {
    if case .redirect = self { return true }
    if case .include = mechanism { return true }
    return false
  }

  /// Whether the reverse names of the sender are looked up for the term.
  var usesReverseName: Bool {
    if case .directive(let directive) = self, case .ptr = directive.mechanism { return true }
    return domain?.usesReverseName ?? false
  }
}

extension SPFRecord {
  /// The places of the terms that a receiver can come to: not behind `all`, no redirect beside it.
  var livingPlaces: [Int] {
    let all = terms.firstIndex { $0.mechanism == .all }
    return terms.indices.filter { index in
      switch terms[index] {
      case .directive: index <= all ?? index
      case .redirect: all == nil
      case .explanation, .unknown: true
      }
    }
  }

  /// The terms that a receiver can come to.
  var livingTerms: [SPFTerm] { livingPlaces.map { terms[$0] } }

  /// What the evaluation for a sender can ask for: terms that ask the DNS, and the explanation.
  ///
  /// Nothing behind a match is evaluated, and nothing behind the tenth lookup.
  func asking(for address: IPAddress) -> [SPFTerm] {
    var asking: [SPFTerm] = []
    var isDecided = false
    for case .directive(let directive) in livingTerms where !isDecided {
      switch directive.mechanism {
      case .all: isDecided = true
      case .ip4(let network, let length), .ip6(let network, let length):
        isDecided = address.matches(network, prefixLength: length)
      case .include, .a, .mx, .ptr, .exists: asking.append(.directive(directive))
      }
      if asking.count == SPFLimits.lookups { isDecided = true }
    }
    if !isDecided, case .redirect(let domain) = ending { asking.append(.redirect(domain)) }
    return asking + (explanation.map { [.explanation($0)] } ?? [])
  }
}

extension SPFTerm {
  /// The mechanism of a directive.
  var mechanism: SPFMechanism? {
    if case .directive(let directive) = self { directive.mechanism } else { nil }
  }
}
