import DNS

extension SPFTerm {
  /// Reads one term; the offset of a fault is an index of the slice (RFC 7208 §12).
  init(parsing term: ArraySlice<UInt8>) throws(SPFSyntaxError) {
    if let wrong = term.firstIndex(where: { !$0.isVisible }) {
      throw SPFSyntaxError(.character, at: wrong)
    }
    let qualifier = term.first.flatMap { SPFQualifier(rawValue: String(UnicodeScalar($0))) }
    let rest = qualifier == nil ? term : term.dropFirst()
    // The first of these octets ends the name and tells mechanisms and modifiers apart.
    let nameEnd = rest.firstIndex { Array(":/=".utf8).contains($0) } ?? rest.endIndex
    let name = rest[..<nameEnd]
    let argument = rest[nameEnd...]
    if argument.first == UInt8(ascii: "=") {
      if qualifier != nil { throw SPFSyntaxError(.qualifiedModifier, at: term.startIndex) }
      try self.init(modifier: name, value: argument.dropFirst())
    } else {
      let mechanism = try SPFMechanism(name: name, argument: argument)
      self = .directive(SPFDirective(qualifier: qualifier ?? .pass, mechanism: mechanism))
    }
  }

  private init(
    modifier name: ArraySlice<UInt8>, value: ArraySlice<UInt8>
  ) throws(SPFSyntaxError) {
    switch name.foldedText {
    case "redirect": self = .redirect(try DomainSpec(value))
    case "exp": self = .explanation(try DomainSpec(value))
    case let unknown:
      // name = ALPHA *( ALPHA / DIGIT / "-" / "_" / "." )
      guard let first = name.first, first.isLetter else {
        throw SPFSyntaxError(.modifierName, at: name.startIndex)
      }
      let wrong = name.firstIndex { !$0.isAlphanumeric && !Array("-_.".utf8).contains($0) }
      if let wrong { throw SPFSyntaxError(.modifierName, at: wrong) }
      _ = try MacroString.literalEnd(of: value, explanation: true)
      self = .unknown(name: unknown, value: value.text)
    }
  }
}

extension SPFMechanism {
  /// `argument` is what follows the name: nothing, `:` and a value, or `/` and a length.
  fileprivate init(
    name: ArraySlice<UInt8>, argument: ArraySlice<UInt8>
  ) throws(SPFSyntaxError) {
    switch name.foldedText {
    case "all":
      guard argument.isEmpty else {
        throw SPFSyntaxError(.unexpectedValue, at: argument.startIndex)
      }
      self = .all
    case "include": self = .include(try Self.domain(argument))
    case "exists": self = .exists(try Self.domain(argument))
    case "ptr": self = .ptr(argument.isEmpty ? nil : try Self.domain(argument))
    case "a":
      let (domain, lengths) = try Self.hosts(argument)
      self = .a(domain, lengths)
    case "mx":
      let (domain, lengths) = try Self.hosts(argument)
      self = .mx(domain, lengths)
    case "ip4": self = try Self.network(argument, isIPv6: false)
    case "ip6": self = try Self.network(argument, isIPv6: true)
    default: throw SPFSyntaxError(.unknownMechanism, at: name.startIndex)
    }
  }

  /// `":" domain-spec`, without any prefix length.
  private static func domain(_ argument: ArraySlice<UInt8>) throws(SPFSyntaxError) -> DomainSpec {
    let (value, length) = splitLength(argument)
    guard value.first == UInt8(ascii: ":") else {
      throw SPFSyntaxError(
        argument.isEmpty ? .missingValue : .unexpectedValue, at: argument.startIndex)
    }
    let domain = try DomainSpec(value.dropFirst())
    if !length.isEmpty { throw SPFSyntaxError(.unexpectedValue, at: length.startIndex) }
    return domain
  }

  /// `[ ":" domain-spec ] [ dual-cidr-length ]`
  private static func hosts(
    _ argument: ArraySlice<UInt8>
  ) throws(SPFSyntaxError) -> (DomainSpec?, SPFPrefixLengths) {
    let (value, length) = splitLength(argument)
    let domain: DomainSpec?
    if value.isEmpty {
      domain = nil
    } else if value.first == UInt8(ascii: ":") {
      domain = try DomainSpec(value.dropFirst())
    } else {
      // `a/x`: a slash that no length follows.
      throw SPFSyntaxError(.prefixLength, at: value.startIndex)
    }
    return (domain, try dualLength(length))
  }

  /// Splits off the slashes and digits at the end.
  ///
  /// Never ambiguous: a `domain-spec` may hold slashes, but behind its last one there is always a
  /// letter, a hyphen or a macro.
  private static func splitLength(
    _ argument: ArraySlice<UInt8>
  ) -> (value: ArraySlice<UInt8>, length: ArraySlice<UInt8>) {
    let slash = UInt8(ascii: "/")
    let before = argument.lastIndex { !$0.isDigit && $0 != slash }
    let tail = argument[(before.map { $0 + 1 } ?? argument.startIndex)...]
    let start = tail.firstIndex(of: slash) ?? argument.endIndex
    return (argument[..<start], argument[start...])
  }

  /// `[ "/" length4 ] [ "//" length6 ]`
  private static func dualLength(
    _ text: ArraySlice<UInt8>
  ) throws(SPFSyntaxError) -> SPFPrefixLengths {
    if text.isEmpty { return .whole }
    let slash = UInt8(ascii: "/")
    let length4 = text.dropFirst().prefix { $0 != slash }
    let length6 = text[length4.endIndex...]
    // "//64" has an empty first part, which only the double slash allows.
    if length4.isEmpty, length6.first == slash {
      return SPFPrefixLengths(ipv4: 32, ipv6: try length(length6.dropFirst(), limit: 128))
    }
    let ipv4 = try length(length4, limit: 32)
    if length6.isEmpty { return SPFPrefixLengths(ipv4: ipv4, ipv6: 128) }
    guard length6.starts(with: [slash, slash]) else {
      throw SPFSyntaxError(.prefixLength, at: length6.startIndex)
    }
    return SPFPrefixLengths(ipv4: ipv4, ipv6: try length(length6.dropFirst(2), limit: 128))
  }

  /// RFC 7208 §12: no leading zero, and the value ranges are part of the grammar.
  private static func length(
    _ digits: ArraySlice<UInt8>, limit: Int
  ) throws(SPFSyntaxError) -> Int {
    guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit),
      digits.first != UInt8(ascii: "0") || digits.count == 1,
      let value = Int(digits.text), value <= limit
    else { throw SPFSyntaxError(.prefixLength, at: digits.startIndex) }
    return value
  }

  /// `":" network [ "/" length ]`
  private static func network(
    _ argument: ArraySlice<UInt8>, isIPv6: Bool
  ) throws(SPFSyntaxError) -> SPFMechanism {
    let value = argument.dropFirst()
    let octets = value.prefix { $0 != UInt8(ascii: "/") }
    guard argument.first == UInt8(ascii: ":"), !octets.isEmpty else {
      throw SPFSyntaxError(
        .missingValue, at: argument.isEmpty ? argument.endIndex : value.startIndex)
    }
    // The C parser behind IPAddress stops at a NUL; the caller has refused that octet already.
    guard let address = IPAddress(octets.text) else {
      throw SPFSyntaxError(.address, at: octets.startIndex)
    }
    guard address.isIPv6 == isIPv6 else {
      throw SPFSyntaxError(.addressFamily, at: octets.startIndex)
    }
    let limit = isIPv6 ? 128 : 32
    let tail = value[octets.endIndex...]
    let bits = tail.isEmpty ? limit : try length(tail.dropFirst(), limit: limit)
    return isIPv6 ? .ip6(address, prefixLength: bits) : .ip4(address, prefixLength: bits)
  }
}
