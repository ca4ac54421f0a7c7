import DNS

/// The domain of an SPF term: text that may hold macros (RFC 7208 §7.1, `domain-spec`).
public struct DomainSpec: Sendable {
  /// The text as it was written.
  public let text: String

  /// Reads a `domain-spec`; the offset of a fault counts from the beginning of the text.
  public init(_ text: String) throws(SPFSyntaxError) {
    try self.init(Array(text.utf8)[...])
  }

  /// A name as a `domain-spec`; throws for the root, a single label and octets outside ASCII.
  public init(_ name: DNSName) throws(SPFSyntaxError) {
    // A dot inside a label cannot be written: in a domain-spec every dot ends a label.
    let labels = name.labels
    guard !labels.contains(where: { $0.contains(UInt8(ascii: ".")) }) else {
      throw SPFSyntaxError(.domain, at: 0)
    }
    // RFC 7208 §7.1: a literal "%" is written "%%".
    let written = labels.map { label in
      label.flatMap { $0 == UInt8(ascii: "%") ? [$0, $0] : [$0] }
    }
    try self.init(Array(written.joined(separator: [UInt8(ascii: ".")]))[...])
  }

  /// Reads a `domain-spec`; the offset of a fault is an index of the slice.
  init(_ octets: ArraySlice<UInt8>) throws(SPFSyntaxError) {
    if octets.isEmpty { throw SPFSyntaxError(.missingValue, at: octets.startIndex) }
    let literal = try MacroString.literalEnd(of: octets, explanation: false)
    guard literal.isEmpty || Self.endsInTopLabel(literal) else {
      throw SPFSyntaxError(.domain, at: literal.startIndex)
    }
    // An empty literal end is a macro at the very end: domain-end = macro-expand.
    text = octets.text
  }

  /// Whether the text ends in `"." toplabel [ "." ]` (RFC 7208 §7.1).
  private static func endsInTopLabel(_ literal: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    let named = literal.last == dot ? literal.dropLast() : literal
    guard let start = named.lastIndex(of: dot) else { return false }
    let label = named[(start + 1)...]
    guard let first = label.first, let last = label.last, first.isAlphanumeric,
      last.isAlphanumeric
    else { return false }
    // An all-numeric end is an address by mistake, so the grammar wants a letter or a hyphen.
    return label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
      && label.contains { !$0.isDigit }
  }

  /// Whether the text holds macros, so that the name depends on the message.
  public var hasMacros: Bool { text.utf8.contains(UInt8(ascii: "%")) }

  /// The name; nil when it depends on macros or is no DNS name (an empty or overlong label).
  public var name: DNSName? {
    guard !hasMacros else { return nil }
    let labels = folded.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return try? DNSName(labels: labels.map(Array.init))
  }

  /// The form in which two specs are compared: small letters outside macros, no final dot.
  ///
  /// The case of a macro letter counts: a capital asks for URL escaping (RFC 7208 §7.3).
  private var folded: [UInt8] {
    var inMacro = false
    var folded: [UInt8] = []
    var previous: UInt8 = 0
    for octet in text.utf8 {
      if previous == UInt8(ascii: "%"), octet == UInt8(ascii: "{") { inMacro = true }
      folded.append(inMacro ? octet : octet.folded)
      if octet == UInt8(ascii: "}") { inMacro = false }
      // "%%" is a literal percent sign, which cannot begin the next macro.
      previous = previous == UInt8(ascii: "%") ? 0 : octet
    }
    if folded.last == UInt8(ascii: ".") { folded.removeLast() }
    return folded
  }
}

extension DomainSpec: Hashable {
  /// Equal when they name the same domain for every message.
  public static func == (left: DomainSpec, right: DomainSpec) -> Bool {
    left.text == right.text || left.folded == right.folded
  }

  /// Hashes the compared form.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension DomainSpec: CustomStringConvertible {
  /// The text as it was written.
  public var description: String { text }
}
