import DNS

extension DomainSpec {
  /// The longest name that a query can hold, in octets of its text form (RFC 7208 §7.3).
  static let longestTarget = 253

  /// The text of the `target-name`, shortened from the left to 253 octets (RFC 7208 §4.8, §7.3).
  ///
  /// `value` knows the letters of macros, in small; nil when it has none for a letter.
  func target(value: (UInt8) -> [UInt8]?) -> [UInt8]? {
    guard hasMacros else { return Self.shortened(Array(text.utf8)) }
    // From the right, since only the end counts: nobody can make this long.
    var pieces: [ArraySlice<UInt8>] = []
    var count = 0
    for piece in MacroString.pieces(of: text.utf8).reversed() {
      guard let expanded = piece.expanded(value) else { return nil }
      pieces.append(expanded)
      count += expanded.count
      // One more for a final dot, one more to see that there is too much.
      if count > Self.longestTarget + 2 { break }
    }
    return Self.shortened(pieces.reversed().flatMap { $0 })
  }

  /// Whether the domain depends on the reverse name of the sender, which must be looked up.
  var usesReverseName: Bool {
    hasMacros && MacroString.uses(UInt8(ascii: "p"), in: text.utf8)
  }

  /// The target when it is the same for every message: no macros but `d`; nil when it is not.
  func staticTarget(of domain: [UInt8]) -> [UInt8]? {
    target { $0 == UInt8(ascii: "d") ? domain : nil }
  }

  private static func shortened(_ octets: [UInt8]) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    var octets = octets[...]
    if octets.last == dot { octets.removeLast() }
    guard octets.count > longestTarget else { return Array(octets) }
    // Whole labels are removed, each with the dot behind it.
    let cut = octets.count - longestTarget - 1
    return Array(octets.dropFirst(cut).drop { $0 != dot }.dropFirst())
  }
}

extension DNSName {
  /// The name that a `target-name` means, where every dot ends a label and nothing is escaped.
  ///
  /// RFC 7208 §4.8; nil for what cannot be asked: empty or overlong labels, or nothing at all.
  init?(target octets: [UInt8]) {
    let labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let name = try? DNSName(labels: labels.map(Array.init)) else { return nil }
    self = name
  }

  /// The labels joined with dots, nothing escaped: what the macro `d` stands for.
  var targetText: [UInt8] { Array(labels.joined(separator: [UInt8(ascii: ".")])) }
}
