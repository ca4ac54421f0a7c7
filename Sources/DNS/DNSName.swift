/// A domain name as a value: labels of octets, compared without regard to ASCII case.
///
/// RFC 1035 §3.1: a label holds 1 to 63 octets, a whole name at most 255 octets on the wire.
/// RFC 4343 §3: ASCII letters are equal in both cases; the case that was given is kept.
public struct DNSName: Sendable {
  /// The name as it stands in a message: length-prefixed labels and the final zero octet.
  public let wire: [UInt8]

  /// The root of the name space.
  public static let root = DNSName(trustedWire: [0])

  /// RFC 1035 §2.3.4.
  public static let longestLabel = 63
  /// RFC 1035 §2.3.4, length octets and final zero included.
  public static let longestName = 255

  private init(trustedWire wire: [UInt8]) { self.wire = wire }

  /// A name from labels, the leftmost first; throws when a label or the whole is too long or empty.
  public init(labels: [[UInt8]]) throws(DNSNameError) {
    var wire: [UInt8] = []
    for label in labels {
      if label.isEmpty { throw .emptyLabel }
      if label.count > Self.longestLabel { throw .labelTooLong }
      wire.append(UInt8(label.count))
      wire += label
      if wire.count + 1 > Self.longestName { throw .nameTooLong }
    }
    self.init(trustedWire: wire + [0])
  }

  /// A name from its uncompressed wire form, which must be exactly one name.
  public init(uncompressed wire: [UInt8]) throws(DNSNameError) {
    var labels: [[UInt8]] = []
    var position = 0
    while position < wire.count, wire[position] != 0 {
      let end = position + 1 + Int(wire[position])
      guard end < wire.count else { throw .malformed }
      labels.append(Array(wire[(position + 1)..<end]))
      position = end
    }
    guard position == wire.count - 1 else { throw .malformed }
    try self.init(labels: labels)
  }

  /// The labels, the leftmost first; the root has none.
  public var labels: [[UInt8]] {
    var labels: [[UInt8]] = []
    var position = 0
    while wire[position] != 0 {
      let end = position + 1 + Int(wire[position])
      labels.append(Array(wire[(position + 1)..<end]))
      position = end
    }
    return labels
  }

  /// The name without its leftmost label; nil for the root.
  public var parent: DNSName? {
    wire[0] == 0 ? nil : DNSName(trustedWire: Array(wire[(1 + Int(wire[0]))...]))
  }

  /// Whether this name is `other` or stands below it.
  public func isSubdomain(of other: DNSName) -> Bool {
    let own = foldedWire
    let suffix = other.foldedWire
    var position = 0
    while own.count - position > suffix.count, own[position] != 0 {
      position += 1 + Int(own[position])
    }
    return own[position...].elementsEqual(suffix)
  }

  /// This name put in front of `suffix`: `_dmarc` and `example.com.` give `_dmarc.example.com.`.
  public func appending(_ suffix: DNSName) throws(DNSNameError) -> DNSName {
    try DNSName(labels: labels + suffix.labels)
  }

  /// The text that a DNS console wants in its name field when it edits `zone`.
  ///
  /// `@` for the zone itself (RFC 1035 §5.1), the labels left of the zone below it, and the whole
  /// name with its final dot when the name does not belong to the zone.
  public func hostLabel(in zone: DNSName) -> String {
    guard isSubdomain(of: zone) else { return description }
    let count = labels.count - zone.labels.count
    if count == 0 { return "@" }
    return labels.prefix(count).map(Self.presentation).joined(separator: ".")
  }

  /// The same name with each letter in a case drawn at random: 0x20
  /// (draft-vixie-dnsext-dns0x20-00, section 2.2), one more thing for a forger to guess.
  public func withRandomCase() -> DNSName {
    var wire = foldedWire
    var position = 0
    while wire[position] != 0 {
      let end = position + 1 + Int(wire[position])
      for index in (position + 1)..<end where (97...122).contains(wire[index]) && Bool.random() {
        wire[index] &= 0xDF
      }
      position = end
    }
    return DNSName(trustedWire: wire)
  }

  /// The same name in lower case.
  public var inSmallLetters: DNSName { DNSName(trustedWire: foldedWire) }

  /// The wire form in lower case: the form in which names are compared.
  public var foldedWire: [UInt8] {
    // Length octets are at most 63, so folding 65...90 would change them: skip over them.
    var folded = wire
    var position = 0
    while folded[position] != 0 {
      let end = position + 1 + Int(folded[position])
      for index in (position + 1)..<end where (65...90).contains(folded[index]) {
        folded[index] |= 0x20
      }
      position = end
    }
    return folded
  }
}

extension DNSName: Hashable {
  /// Names are equal when they differ in ASCII case only (RFC 4343 §3).
  public static func == (left: DNSName, right: DNSName) -> Bool {
    // Most names that are compared differ in length already.
    left.wire.count == right.wire.count
      && (left.wire == right.wire || left.foldedWire == right.foldedWire)
  }

  /// Hashes the lower-case form.
  public func hash(into hasher: inout Hasher) { hasher.combine(foldedWire) }
}

extension DNSName: Comparable {
  /// The canonical order of RFC 4034 §6.1: from the rightmost label on, octet by octet.
  public static func < (left: DNSName, right: DNSName) -> Bool {
    let folded = { (name: DNSName) in
      name.labels.reversed().map { $0.map { (65...90).contains($0) ? $0 | 0x20 : $0 } }
    }
    return folded(left).lexicographicallyPrecedes(folded(right)) {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
